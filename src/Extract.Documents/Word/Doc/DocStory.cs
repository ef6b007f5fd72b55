using System.Text;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Word.Doc;

/// <summary>
/// One of a document's texts (body, footnotes, text boxes …): characters through the piece table, their properties by where their bytes
/// stand, paragraphs and cells by their end marks (MS-DOC 2.4). Hidden and deleted characters are left out; of fields the result is shown.
/// </summary>
internal sealed class DocStory(DocText source, Composer composer, string prefix)
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> fields = new();
    private readonly List<OpenTable> tables = [];
    private int paragraphs;
    private int tableCount;

    /// <summary>How many characters were hidden, or covered by a merge, and not read.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many characters a tracked change deleted (sprmCFRMarkDel, MS-DOC 2.6.1), and were not read.</summary>
    public int Deleted { get; private set; }

    /// <summary>Reads the characters from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Read(int start, int end, CancellationToken cancellation)
    {
        var at = start;
        while (at < end)
        {
            cancellation.ThrowIfCancellationRequested();
            if (source.StretchAt(at, end) is not { } stretch) break;
            for (; at < stretch.End; at++) Take(at, source.Character(stretch, at), stretch);
        }
        if (text.Length > 0) EndParagraph(new ParagraphProperties(), '\r');
        while (tables.Count > 0) CloseTable();
    }

    private void Take(int at, char c, DocText.Stretch stretch)
    {
        if (stretch.IsDeleted)
        {
            if (c >= ' ') Deleted++;
            return;
        }
        switch (c)
        {
            case '\u0013':
                fields.Push(true);
                return;
            case '\u0014' or '\u0015':
                if (fields.Count > 0) fields.Pop();
                if (c == '\u0014') fields.Push(false);
                return;
            case '\r' or '\a':
                EndParagraph(source.Paragraph(at, stretch), c);
                return;
            case '\f':
                // A page's end, or a section's: either way the line ends here.
                var properties = source.Paragraph(at, stretch);
                if (text.Length > 0) EndParagraph(properties, '\r');
                if (properties.Depth == 0 && tables.Count == 0) composer.Break();
                return;
        }
        if (fields.Contains(true)) return;
        if (stretch.IsHidden) Hidden++;
        else Show(c, stretch);
    }

    private void Show(char c, DocText.Stretch stretch)
    {
        switch (c)
        {
            case '(' when stretch.IsSpecial: text.Append(stretch.Symbol); break;
            case '\t': text.Append(c); break;
            case '\v' or '\u000E': text.Append('\n'); break;
            case '\u001E': text.Append('-'); break;
            case < ' ' or '\u001F': break;
            case >= '\uF020' and <= '\uF0FF': text.Append(Symbols.Of("Symbol", c)); break;
            default: text.Append(c); break;
        }
    }

    private void EndParagraph(ParagraphProperties properties, char mark)
    {
        var depth = mark == '\a' ? Math.Max(1, properties.Depth) : properties.Depth;
        while (tables.Count > depth) CloseTable();
        while (tables.Count < depth) tables.Add(new OpenTable(NextPath()));
        if (properties.BreaksBefore && depth == 0) composer.Break();
        var shown = source.Number(properties) + text;
        text.Clear();
        if (depth == 0)
        {
            paragraphs++;
            var place = new PathPlace($"{prefix}paragraph[{News.Number(paragraphs)}]");
            foreach (var line in shown.Split('\n')) composer.Add(new TextLine(line, place));
            return;
        }
        var table = tables[^1];
        var endsRow = depth == 1 ? mark == '\a' && properties.EndsRow : properties.EndsInnerRow;
        var endsCell = depth == 1 ? mark == '\a' : properties.EndsInnerCell;
        if (shown.Length > 0 || !endsRow && !endsCell)
            foreach (var line in shown.Split('\n')) table.Add(new TextLine(line, new PathPlace(table.CellPath)));
        if (endsRow) table.EndRow(properties.Row);
        else if (endsCell) table.EndCell();
    }

    private string NextPath()
    {
        if (tables.Count == 0) return $"{prefix}table[{News.Number(++tableCount)}]";
        return $"{tables[^1].CellPath}/table[{News.Number(++tables[^1].Inner)}]";
    }

    private void CloseTable()
    {
        var (table, covered) = tables[^1].Build();
        tables.RemoveAt(tables.Count - 1);
        Hidden += covered;
        if (table is null) return;
        if (tables.Count > 0) tables[^1].Add(table);
        else composer.Add(table);
    }
}
