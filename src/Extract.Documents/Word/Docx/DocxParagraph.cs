using System.Text;
using System.Xml;
using Extract.Documents.Composing;
using Extract.Documents.Containers;

namespace Extract.Documents.Word.Docx;

/// <summary>
/// Inline content (§17.3): the text of a paragraph as it is shown. Deleted and hidden runs are left out, of a field its result is taken,
/// a line break is '\n', a page break '\f'; text boxes are read where they are anchored.
/// </summary>
internal sealed class DocxParagraph(Numbering lists, HiddenStyles styles)
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> fields = new();
    private int depth;
    private string? style;
    private string? font;

    /// <summary>The text, its number before it.</summary>
    public string Text => text.ToString();

    /// <summary>The blocks of its text boxes.</summary>
    public List<Block> Boxed { get; } = [];

    /// <summary>True where its end is deleted by a tracked change.</summary>
    public bool IsMarkDeleted { get; private set; }

    /// <summary>True where it starts a new page.</summary>
    public bool BreaksBefore { get; private set; }

    /// <summary>True where a section ends with it, and the next starts on a new page.</summary>
    public bool EndsSection { get; private set; }

    /// <summary>How many of its characters are hidden.</summary>
    public int Hidden { get; private set; }

    /// <summary>How many characters a tracked change deleted (§17.13.5.14).</summary>
    public int Deleted { get; private set; }

    /// <summary>Reads the paragraph; <paramref name="box"/> reads what is in a text box.</summary>
    public void Read(XmlReader reader, Func<XmlReader, List<Block>> box)
    {
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        PartXml.Children(reader, child =>
        {
            switch (child.LocalName)
            {
                case "pPr":
                    Properties(child);
                    break;
                case "r":
                    Run(child, box);
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo" or "oMath" or "oMathPara" or "ruby" or "rubyBase":
                case "num" or "e" or "sub" or "sup" or "f" or "sSub" or "sSup" or "sSubSup" or "sPre" or "nary" or "func" or "fName" or "deg" or "lim" or "limLow" or "limUpp":
                case "m" or "mr" or "acc" or "bar" or "box" or "borderBox" or "eqArr" or "groupChr" or "phant":
                    Read(child, box);
                    break;
                case "den":
                    text.Append('/');
                    Read(child, box);
                    break;
                case "rad":
                    text.Append('√');
                    Read(child, box);
                    break;
                case "d":
                    Delimited(child, box);
                    break;
                case "del":
                    Struck(child);
                    break;
                case "AlternateContent":
                    DocxBody.Alternative(child, choice => Read(choice, box));
                    break;
                case "drawing" or "pict" or "object":
                    Boxes(child, box);
                    break;
            }
        });
        depth--;
    }

    /// <summary>A formula between delimiters (§22.1.2.24): round brackets unless it says which.</summary>
    private void Delimited(XmlReader reader, Func<XmlReader, List<Block>> box)
    {
        var (open, close, parts) = ("(", ")", 0);
        PartXml.Children(reader, child =>
        {
            if (child.LocalName == "dPr")
                PartXml.Children(child, property =>
                {
                    if (property.LocalName == "begChr") open = PartXml.Attribute(property, "val") ?? "";
                    else if (property.LocalName == "endChr") close = PartXml.Attribute(property, "val") ?? "";
                });
            if (child.LocalName != "e") return;
            text.Append(parts++ == 0 ? open : "|");
            Read(child, box);
        });
        if (parts > 0) text.Append(close);
    }

    /// <summary>Deleted runs are counted, not read.</summary>
    private void Struck(XmlReader reader) => PartXml.Children(reader, run => PartXml.Children(run, child =>
    {
        if (child.LocalName == "delText") Deleted += PartXml.Text(child).Length;
    }));

    private void Properties(XmlReader reader)
    {
        string? list = null, level = null;
        PartXml.Children(reader, child =>
        {
            switch (child.LocalName)
            {
                case "pStyle": style = PartXml.Attribute(child, "val"); break;
                case "pageBreakBefore": BreaksBefore = PartXml.IsOn(child); break;
                case "numPr":
                    PartXml.Children(child, part =>
                    {
                        if (part.LocalName == "numId") list = PartXml.Attribute(part, "val");
                        else if (part.LocalName == "ilvl") level = PartXml.Attribute(part, "val");
                    });
                    break;
                case "rPr":
                    PartXml.Children(child, mark => IsMarkDeleted |= mark.LocalName is "del" or "moveFrom");
                    break;
                case "sectPr":
                    EndsSection = true;
                    PartXml.Children(child, part =>
                    {
                        if (part.LocalName == "type" && PartXml.Attribute(part, "val") is "continuous" or "nextColumn") EndsSection = false;
                    });
                    break;
            }
        });
        if (!IsMarkDeleted) text.Insert(0, lists.Next(style, list, level));
    }

    private void Run(XmlReader reader, Func<XmlReader, List<Block>> box)
    {
        var start = text.Length;
        string? own = null;
        bool? vanish = null;
        font = null;
        PartXml.Children(reader, child =>
        {
            if (child.LocalName != "rPr") Inline(child, box);
            else
                PartXml.Children(child, property =>
                {
                    switch (property.LocalName)
                    {
                        case "vanish": vanish = PartXml.IsOn(property); break;
                        case "rStyle": own = PartXml.Attribute(property, "val"); break;
                        case "rFonts": font = PartXml.Attribute(property, "ascii") ?? PartXml.Attribute(property, "hAnsi"); break;
                    }
                });
        });
        if (!(vanish ?? (styles.Hides(style) != styles.Hides(own)))) return;
        Hidden += text.Length - start;
        text.Length = start;
    }

    private void Inline(XmlReader child, Func<XmlReader, List<Block>> box)
    {
        switch (child.LocalName)
        {
            case "fldChar":
                var type = PartXml.Attribute(child, "fldCharType");
                if (type == "begin") fields.Push(true);
                else if (fields.Count > 0)
                {
                    fields.Pop();
                    if (type == "separate") fields.Push(false);
                }
                return;
            case "drawing" or "pict" or "object":
                Boxes(child, box);
                return;
            case "AlternateContent":
                DocxBody.Alternative(child, choice => PartXml.Children(choice, inner => Inline(inner, box)));
                return;
            case "ruby" or "oMath":
                Read(child, box);
                return;
        }
        // Between a field's begin and its separator stands what is computed, not what is shown.
        if (fields.Contains(true)) return;
        switch (child.LocalName)
        {
            case "t": Show(PartXml.Text(child)); break;
            case "tab" or "ptab": text.Append('\t'); break;
            case "br": text.Append(PartXml.Attribute(child, "type") switch { "page" => '\f', _ => '\n' }); break;
            case "cr": text.Append('\n'); break;
            case "noBreakHyphen": text.Append('-'); break;
            case "sym": text.Append(Symbols.Of(PartXml.Attribute(child, "font"), PartXml.Attribute(child, "char"))); break;
        }
    }

    /// <summary>Text as its font shows it: what symbol fonts keep in the private use area are signs.</summary>
    private void Show(string shown)
    {
        if (font is null || !font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase) && !font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)) text.Append(shown);
        else
            foreach (var c in shown) text.Append(c is >= '\uF020' and <= '\uF0FF' ? Symbols.Of(font, c) : c);
    }

    /// <summary>Text boxes anywhere inside a drawing, in its modern or its old form; of alternatives the first.</summary>
    private void Boxes(XmlReader reader, Func<XmlReader, List<Block>> box)
    {
        if (++depth > PartXml.Deepest) throw new TooDeepException();
        PartXml.Children(reader, child =>
        {
            if (child.LocalName == "txbxContent") Boxed.AddRange(box(child));
            else if (child.LocalName == "AlternateContent") DocxBody.Alternative(child, choice => Boxes(choice, box));
            else Boxes(child, box);
        });
        depth--;
    }
}
