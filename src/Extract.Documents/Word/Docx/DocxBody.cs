using System.Xml;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Word.Docx;

/// <summary>Block content (§17.2 to §17.5): paragraphs, tables, content controls, what changes tracking added, text boxes behind their paragraph.</summary>
internal sealed class DocxBody(Numbering lists, HiddenStyles styles, News news, CancellationToken cancellation)
{
    /// <summary>The most cells of all tables of a document.</summary>
    private const int MostCells = 20_000_000;

    private int cells;
    private int depth;

    /// <summary>Called where the document starts a new page by itself.</summary>
    public Action? Page { get; init; }

    /// <summary>How many characters were hidden and not read.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many characters a tracked change deleted, and were not read.</summary>
    public int Deleted { get; private set; }

    /// <summary>Reads the block content of the element the reader stands on straight to a composer.</summary>
    public void Read(XmlReader reader, string path, Composer composer)
    {
        var count = new Count();
        Blocks(reader, path, count, block => composer.Add([block]));
        Rest(path, count, block => composer.Add([block]), null);
    }

    /// <summary>How many paragraphs and tables stand before, for the path.</summary>
    private sealed class Count
    {
        public int Paragraphs;
        public int Tables;
        public int Boxes;

        /// <summary>The text of paragraphs whose marks are deleted: the next one goes on with it.</summary>
        public string Joined = "";
    }

    /// <summary>A last paragraph whose mark is deleted has nothing to go on in: it stands by itself.</summary>
    private static void Rest(string path, Count count, Action<Block> emit, Place? cell)
    {
        if (count.Joined.Length == 0) return;
        foreach (var line in count.Joined.Split('\n')) emit(new TextLine(line, cell ?? new PathPlace($"{path}paragraph[{News.Number(count.Paragraphs)}]")));
        count.Joined = "";
    }

    private void Blocks(XmlReader reader, string path, Count count, Action<Block> emit, Place? cell = null)
    {
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        PartXml.Children(reader, child => Block(child, path, count, emit, cell));
        depth--;
    }

    private void Block(XmlReader child, string path, Count count, Action<Block> emit, Place? cell)
    {
        switch (child.LocalName)
        {
            case "p":
                cancellation.ThrowIfCancellationRequested();
                Paragraph(child, path, count, emit, cell);
                break;
            case "tbl":
                count.Tables++;
                if (Table(child, $"{path}table[{News.Number(count.Tables)}]/") is { } table) emit(table);
                break;
            case "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo":
                Blocks(child, path, count, emit, cell);
                break;
            case "AlternateContent":
                Alternative(child, choice => Blocks(choice, path, count, emit, cell));
                break;
            case "altChunk":
                news.Add(Diagnostics.DiagnosticKinds.NotRead, "altChunk");
                break;
        }
    }

    /// <summary>Of several ways to say the same (mc:AlternateContent) the first is read.</summary>
    public static void Alternative(XmlReader reader, Action<XmlReader> read)
    {
        var taken = false;
        PartXml.Children(reader, child =>
        {
            if (taken) return;
            taken = true;
            read(child);
        });
    }

    private void Paragraph(XmlReader reader, string path, Count count, Action<Block> emit, Place? cell)
    {
        count.Paragraphs++;
        var place = cell ?? new PathPlace($"{path}paragraph[{News.Number(count.Paragraphs)}]");
        var text = new DocxParagraph(lists, styles);
        text.Read(reader, (box) =>
        {
            count.Boxes++;
            var boxed = new List<Block>();
            var inside = new Count();
            var inner = $"{path}textbox[{News.Number(count.Boxes)}]/";
            Blocks(box, inner, inside, boxed.Add, cell);
            Rest(inner, inside, boxed.Add, cell);
            return boxed;
        });
        Hidden += text.Hidden;
        Deleted += text.Deleted;
        var whole = count.Joined + text.Text;
        count.Joined = "";
        if (text.IsMarkDeleted)
        {
            // The mark at its end is deleted: what follows goes on in this paragraph.
            count.Joined = whole;
            return;
        }
        if (text.BreaksBefore) Page?.Invoke();
        if (whole.Length > 0 || text.Boxed.Count == 0)
            foreach (var line in whole.Split('\n'))
            {
                var pieces = line.Split('\f');
                for (var i = 0; i < pieces.Length; i++)
                {
                    if (i > 0) Page?.Invoke();
                    if (pieces[i].Length > 0 || pieces.Length == 1) emit(new TextLine(pieces[i], place));
                }
            }
        foreach (var block in text.Boxed) emit(block);
        if (text.EndsSection) Page?.Invoke();
    }

    private TableBlock? Table(XmlReader reader, string path)
    {
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        var draft = new TableDraft();
        Rows(reader, path, draft);
        depth--;
        var table = draft.Build();
        Hidden += draft.Covered;
        return table;
    }

    private void Rows(XmlReader reader, string path, TableDraft draft) => PartXml.Children(reader, child =>
    {
        switch (child.LocalName)
        {
            case "tblGrid":
                // Widths in twips (§17.4.48); 210 of them are an em of the usual 10.5 points.
                PartXml.Children(child, column =>
                {
                    if (column.LocalName == "gridCol") draft.Widths.Add(double.TryParse(PartXml.Attribute(column, "w"), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var width) && width > 0 ? width / 210 : 4);
                });
                break;
            case "tr":
                Row(child, path, draft);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                Rows(child, path, draft);
                break;
            case "AlternateContent":
                Alternative(child, choice => Rows(choice, path, draft));
                break;
        }
    });

    private void Row(XmlReader reader, string path, TableDraft draft)
    {
        draft.StartRow();
        Cells(reader, path, draft);
        draft.EndRow();
    }

    private void Cells(XmlReader reader, string path, TableDraft draft) => PartXml.Children(reader, child =>
    {
        switch (child.LocalName)
        {
            case "trPr":
                PartXml.Children(child, property =>
                {
                    if (property.LocalName == "del") draft.IsRowDeleted = true;
                    else if (property.LocalName == "hidden") draft.IsRowHidden = PartXml.IsOn(property);
                    else if (property.LocalName == "gridBefore") draft.Skip(Number(property));
                });
                break;
            case "tc":
                Cell(child, path, draft);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                Cells(child, path, draft);
                break;
            case "AlternateContent":
                Alternative(child, choice => Cells(choice, path, draft));
                break;
        }
    });

    private void Cell(XmlReader reader, string path, TableDraft draft)
    {
        if (++cells > MostCells) throw new SizeLimitException("cells", MostCells);
        var (span, merge, deleted) = (1, CellMerge.None, false);
        var place = new PathPlace($"{path}row[{News.Number(draft.Row + 1)}]/cell[{News.Number(draft.CellsOfRow + 1)}]");
        var content = new List<Block>();
        var count = new Count();
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        PartXml.Children(reader, child =>
        {
            if (child.LocalName != "tcPr")
            {
                Block(child, place.Path + "/", count, content.Add, place);
                return;
            }
            PartXml.Children(child, property =>
            {
                switch (property.LocalName)
                {
                    case "gridSpan": span = Number(property); break;
                    case "vMerge": merge = PartXml.Attribute(property, "val") == "restart" ? CellMerge.First : CellMerge.Rest; break;
                    case "cellMerge" when PartXml.Attribute(property, "vMerge") is { } tracked: merge = tracked == "rest" ? CellMerge.First : CellMerge.Rest; break;
                    case "cellDel": deleted = true; break;
                    case "hMerge" when PartXml.Attribute(property, "val") != "restart": merge = CellMerge.Left; break;
                }
            });
        });
        depth--;
        Rest(place.Path + "/", count, content.Add, place);
        if (deleted) Deleted += TableDraft.Ink(content);
        else draft.Add(Math.Clamp(span, 1, 1000), merge, content);
    }

    private static int Number(XmlReader reader) => int.TryParse(PartXml.Attribute(reader, "val"), System.Globalization.CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 0, 1000) : 0;
}
