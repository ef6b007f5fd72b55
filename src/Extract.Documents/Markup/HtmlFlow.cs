using System.Text;
using AngleSharp.Dom;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Markup;

/// <summary>The blocks of a page: what starts a line of its own, tables, and the text between.</summary>
internal sealed class HtmlFlow(CancellationToken cancellation)
{
    private const int MostCells = 2_000_000;

    private static readonly HashSet<string> Blocked = new(StringComparer.Ordinal) { "script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "textarea", "comment" };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "center", "section", "article", "header", "footer", "form",
        "fieldset", "address", "pre", "hr", "main", "nav", "aside", "figure", "figcaption", "caption", "tr", "td", "th", "body",
    };

    private int cells;
    private int depth;

    /// <summary>How many characters the page hides.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many characters a tracked change deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>The blocks inside an element.</summary>
    public List<Block> Blocks(IElement element, string path, Place? cell = null)
    {
        var writing = new Writing(path, cell);
        Walk(element, writing, false);
        writing.EndLine(false);
        return writing.Blocks;
    }

    /// <summary>Lines as they are filled.</summary>
    private sealed class Writing(string path, Place? cell)
    {
        private readonly StringBuilder line = new();
        private int paragraphs = 1;
        private int tables;

        public List<Block> Blocks { get; } = [];

        public string NextTable() => $"{path}table[{News.Number(++tables)}]";

        public void Add(char c, bool asIs)
        {
            if (asIs && c == '\n')
            {
                EndLine(true);
                return;
            }
            // Control characters are shown nowhere. Runs of white space are one space; a no-break space is a character.
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) return;
            if (!asIs && c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(c);
            }
        }

        /// <summary>Ends the line; an empty one is kept only where the page breaks it on purpose.</summary>
        public void EndLine(bool keepEmpty)
        {
            var text = line.ToString().TrimEnd();
            line.Clear();
            if (text.Length == 0 && !keepEmpty) return;
            Blocks.Add(new TextLine(text, cell ?? new PathPlace($"{path}paragraph[{News.Number(paragraphs)}]")));
        }

        public void EndParagraph()
        {
            EndLine(false);
            paragraphs++;
        }
    }

    private void Walk(INode parent, Writing writing, bool asIs)
    {
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        cancellation.ThrowIfCancellationRequested();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                foreach (var c in text.Data) writing.Add(c, asIs);
            else if (node is IElement element) Element(element, writing, asIs);
        }
        depth--;
    }

    private void Element(IElement element, Writing writing, bool asIs)
    {
        var name = element.LocalName;
        // Remarks of readers are no text of the page; word processors save them in an element, or in a list behind it.
        if (Blocked.Contains(name) || element.GetAttribute("style")?.Contains("mso-element:comment-list", StringComparison.OrdinalIgnoreCase) == true) return;
        if (IsHidden(element))
        {
            Hidden += element.TextContent.Count(static c => !char.IsWhiteSpace(c));
            return;
        }
        if (name == "del")
        {
            // What Word saves of a deletion that nobody accepted yet.
            Deleted += element.TextContent.Count(static c => !char.IsWhiteSpace(c));
            return;
        }
        if (name == "br") writing.EndLine(true);
        else if (name == "table")
        {
            writing.EndParagraph();
            foreach (var caption in element.Children.Where(static child => child.LocalName == "caption"))
            {
                Walk(caption, writing, asIs);
                writing.EndParagraph();
            }
            if (Table(element, writing.NextTable()) is { } table) writing.Blocks.Add(table);
        }
        else if (Lines.Contains(name))
        {
            writing.EndParagraph();
            Walk(element, writing, asIs || name == "pre");
            writing.EndParagraph();
        }
        else
        {
            Walk(element, writing, asIs);
        }
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("style") is not { } style) return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A table by the algorithm of the HTML standard (4.9.12.1): cells take the first free column, and the columns and rows they span.</summary>
    private TableBlock? Table(IElement element, string path)
    {
        var result = new List<CellBlock>();
        var taken = new Dictionary<int, int>();
        var (row, columns) = (0, 0);
        foreach (var line in Rows(element))
        {
            var column = 0;
            foreach (var cell in line.Children.Where(static child => child.LocalName is "td" or "th" && !IsHidden(child)))
            {
                if (++cells > MostCells) return Finish(result, row, columns);
                while (taken.GetValueOrDefault(column) > row) column++;
                var (across, down) = (Span(cell, "colspan", 1000), Span(cell, "rowspan", 10_000));
                // A cell that would reach into one that hangs down from above ends before it.
                for (var c = 1; c < across; c++)
                    if (taken.GetValueOrDefault(column + c) > row) across = c;
                for (var c = 0; c < across; c++) taken[column + c] = row + down;
                var place = new PathPlace($"{path}/row[{News.Number(row + 1)}]/cell[{News.Number(line.Children.Index(cell) + 1)}]");
                result.Add(new CellBlock(row, column, down, across, Blocks(cell, place.Path + "/", place)));
                column += across;
                columns = Math.Max(columns, column);
            }
            row++;
        }
        return Finish(result, row, columns);
    }

    private static TableBlock? Finish(List<CellBlock> cells, int rows, int columns)
    {
        if (cells.Count == 0) return null;
        rows = Math.Max(rows, cells.Max(static cell => cell.Row) + 1);
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Row + cells[i].Rows > rows) cells[i] = cells[i] with { Rows = rows - cells[i].Row };
        return new TableBlock(rows, [.. Enumerable.Repeat(6.0, columns)], cells);
    }

    private static IEnumerable<IElement> Rows(IElement table)
    {
        foreach (var child in table.Children)
        {
            if (child.LocalName == "tr" && !IsHidden(child)) yield return child;
            if (child.LocalName is not ("thead" or "tbody" or "tfoot")) continue;
            foreach (var row in child.Children.Where(static row => row.LocalName == "tr" && !IsHidden(row))) yield return row;
        }
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
