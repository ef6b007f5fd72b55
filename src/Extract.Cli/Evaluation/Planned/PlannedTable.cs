namespace Extract.Cli.Evaluation.Planned;

/// <summary>How a table shows its cells.</summary>
internal enum TableKind
{
    Ruled,
    ThreeLine,
    HeaderRule,
    Shaded,
    NoRules,
    RowRules,
    Frame,
}

/// <summary>How text is set in its cell.</summary>
internal enum Setting
{
    Left,
    Centre,
    Right,
}

/// <summary>What makes a page hard to read.</summary>
[Flags]
internal enum Hardships
{
    None = 0,
    ShuffledGlyphs = 1,
    FakeBold = 2,
    Watermark = 4,
    Dashes = 8,
    OpenCorners = 16,
    DoubleBorder = 32,
    ThinFills = 64,
    Overflow = 128,
    RepeatedHeader = 256,
    GlyphRuns = 512,
    PageBreaks = 1024,
    CutRows = 2048,
    TightUnit = 4096,
}

/// <summary>A cell as it is meant: where, how far, what on which lines.</summary>
internal sealed record PlannedCell(int Row, int Column, int Rows, int Columns, string[] Lines, Setting Setting, double Indent = 0)
{
    /// <summary>How wide the cell is made for its text, in ems; 0 where the text is not wrapped and decides itself.</summary>
    public double Width { get; init; }

    /// <summary>True for text that runs on over its cell's edge.</summary>
    public bool Overflows { get; init; }

    /// <summary>What a reader reads: lines joined, a space between Latin words.</summary>
    public string Text => Extract.Text.Characters.Compact(string.Join('\n', Lines));
}

/// <summary>A table as it is meant.</summary>
internal sealed record PlannedTable(int Seed, TableKind Kind, bool IsChinese, int HeaderRows, int Rows, int Columns, IReadOnlyList<PlannedCell> Cells, Hardships Hardships)
{
    public string Title => IsChinese ? "一般公共预算支出决算表" : "Table 7: Expenditure by function";

    public bool Has(Hardships hardship) => (Hardships & hardship) != 0;
}
