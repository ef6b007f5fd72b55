namespace Extract.Text;

/// <summary>A box in ems of the surface's body text: origin top left, y down. Used to reconstruct, never shown to people.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The middle of the box across.</summary>
    public double CentreX => (Left + Right) / 2;

    /// <summary>The middle of the box down.</summary>
    public double CentreY => (Top + Bottom) / 2;
}

/// <summary>A short piece of text as a surface shows it: its characters, its box in ems, its place in the file.</summary>
public sealed record Run(string Text, Box Box, Place Place)
{
    /// <summary>True where every character takes the same width, as in text that a program laid out by counting characters.</summary>
    public bool IsEven { get; init; }

    /// <summary>Quarter turns to the right by which its letters stand from upright: 0 upright, 1 its line runs down, 2 on its head, 3 its line runs up.</summary>
    public int Turn { get; init; }

    /// <summary>The run of <paramref name="length"/> characters from <paramref name="start"/>, with the part of the box and place they take.</summary>
    public Run Slice(int start, int length)
    {
        if (start == 0 && length == Text.Length) return this;
        // A reader joins no letters that are turned: what one of them stands for has the place of all of it.
        if (Turn != 0) return this with { Text = Text.Substring(start, length) };
        double total = Math.Max(1, WidthOf(Text));
        var width = Box.Right - Box.Left;
        var from = Box.Left + width * WidthOf(Text.AsSpan(0, start)) / total;
        var to = from + width * WidthOf(Text.AsSpan(start, length)) / total;
        return this with { Text = Text.Substring(start, length), Box = Box with { Left = from, Right = to }, Place = Place.Slice(Text, start, length) };
    }

    private int WidthOf(ReadOnlySpan<char> text) => IsEven ? text.Length : DisplayWidth.Of(text);
}

/// <summary>How a separator came to be known.</summary>
public enum RuleSource
{
    /// <summary>The file says so: cell borders of a document model, tab stops and cell marks of an exported table.</summary>
    Declared,

    /// <summary>It is drawn on the page: strokes, thin fills, box-drawing characters, the bars of a piped table.</summary>
    Drawn,
}

/// <summary>A separator of a surface, in ems: a straight segment across or down.</summary>
/// <param name="Vertical">True for a segment that runs down.</param>
/// <param name="At">Its x when vertical, else its y.</param>
/// <param name="From">Where it starts along its own direction.</param>
/// <param name="To">Where it ends along its own direction.</param>
/// <param name="Source">How it is known.</param>
public sealed record Rule(bool Vertical, double At, double From, double To, RuleSource Source);

/// <summary>A filled area of a surface, in ems: the shade behind a row, a box of colour.</summary>
/// <param name="Box">Its extent.</param>
/// <param name="Colour">Red, green and blue, 0xRRGGBB.</param>
public sealed record Fill(Box Box, int Colour);

/// <summary>One surface of a document (a page, a worksheet, a body of text): runs in the file's order, and separators.</summary>
public sealed record Sheet(int Number, IReadOnlyList<Run> Runs, IReadOnlyList<Rule> Rules)
{
    /// <summary>Shaded areas in painting order; none where the surface has no colours.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Pictures: where a reader sees something that has no text. In ems.</summary>
    public IReadOnlyList<Box> Images { get; init; } = [];

    /// <summary>The em in points (the size of the page's body text); 0 where the surface has no fixed size.</summary>
    public double EmPoints { get; init; }

    /// <summary>The width of the surface in ems; 0 where it has none of its own.</summary>
    public double Width { get; init; }

    /// <summary>The height of the surface in ems; 0 where it has none of its own.</summary>
    public double Height { get; init; }
}

/// <summary>The container format of a file, decided by its content.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    Txt,

    /// <summary>Plain text with Markdown's marks.</summary>
    Md,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Office Open XML word processing.</summary>
    Docx,

    /// <summary>Word 97–2003.</summary>
    Doc,

    /// <summary>Office Open XML spreadsheet.</summary>
    Xlsx,

    /// <summary>Excel 97–2003.</summary>
    Xls,

    /// <summary>HTML, or a web archive of it.</summary>
    Html,
}

/// <summary>Whether the text of a document could be read.</summary>
public enum TextLayer
{
    /// <summary>Every page has its text.</summary>
    Full,

    /// <summary>Some pages, or some glyphs, have none.</summary>
    Partial,

    /// <summary>There is none: a scan, or nothing at all.</summary>
    None,
}

/// <summary>One file as sheets of runs, and what was wrong with it.</summary>
/// <param name="File">The name the file was given by; never used to decide anything.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of its bytes: its identity.</param>
/// <param name="Format">What it is.</param>
/// <param name="Sheets">Its surfaces in order.</param>
/// <param name="TextLayer">Whether its text could be read.</param>
/// <param name="Diagnostics">Trouble met while reading.</param>
public sealed record Document(
    string File,
    string Sha256,
    DocumentFormat Format,
    IReadOnlyList<Sheet> Sheets,
    TextLayer TextLayer,
    IReadOnlyList<Diagnostics.Diagnostic> Diagnostics);
