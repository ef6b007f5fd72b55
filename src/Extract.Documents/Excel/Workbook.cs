using Extract.Diagnostics;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Excel;

/// <summary>Collects the surfaces of a workbook, and what is to be said of its sheets.</summary>
internal sealed class Workbook(CancellationToken cancellation)
{
    /// <summary>The most characters kept of a workbook's texts: what memory allows.</summary>
    private const long MostCharacters = 128L << 20;

    private readonly List<Sheet> sheets = [];
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private long cells;
    private long characters;
    private int covered;

    /// <summary>What is to be said of the file.</summary>
    public News News { get; } = new();

    /// <summary>The surfaces so far.</summary>
    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Counts a cell towards the limits.</summary>
    public void Count(int length)
    {
        if ((++cells & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        characters += length;
        if (cells > SheetDraft.MostCells) throw new SizeLimitException("cells", SheetDraft.MostCells);
        if (characters > MostCharacters) throw new SizeLimitException("characters of cells", MostCharacters);
    }

    /// <summary>The same string for the same short text: what stands in thousands of cells is kept once.</summary>
    public string Share(string text)
    {
        if (text.Length is 0 or > 40) return text;
        if (shared.TryGetValue(text, out var same)) return same;
        if (shared.Count < 50_000) shared.Add(text);
        return text;
    }

    /// <summary>Adds a worksheet that was read, whole or up to where a limit or the file ended.</summary>
    public void Add(SheetDraft draft)
    {
        if (draft.Cells.Count == 0) return;
        var (sheet, hidden) = SheetLayout.Lay(draft, sheets.Count + 1, cancellation);
        covered += hidden;
        Mark(draft, "行 / rows", draft.HiddenRows, static k => News.Number(k + 1));
        Mark(draft, "列 / columns", draft.HiddenColumns, static k => CellAddress.Column(Math.Clamp(k, 0, CellAddress.MostColumns - 1)));
        if (draft.Unsolved > 0) News.At(new CellPlace(draft.Name, "A1"), DiagnosticKinds.NoResult, News.Number(draft.Unsolved));
        if (sheet.Runs.Count > 0) sheets.Add(sheet);
    }

    /// <summary>Says that a worksheet is hidden, and was not read.</summary>
    public void Hide(string name) => News.Add(DiagnosticKinds.HiddenCells, "工作表 / sheet", name, "未读取 / not read");

    /// <summary>The document.</summary>
    public Document Finish(string name, string digest, DocumentFormat format)
    {
        if (covered > 0) News.Add(DiagnosticKinds.HiddenText, News.Number(covered));
        return new Document(name, digest, format, sheets, sheets.Count == 0 ? TextLayer.None : TextLayer.Full, News.All);
    }

    private void Mark(SheetDraft draft, string what, List<(int From, int To)> stretches, Func<int, string> name)
    {
        // Only what holds something is worth a word.
        var rows = ReferenceEquals(stretches, draft.HiddenRows);
        var named = stretches.Where(s => draft.Cells.Any(cell => rows ? cell.Row >= s.From && cell.Row <= s.To : cell.Column >= s.From && cell.Column <= s.To)).Take(20).ToList();
        if (named.Count == 0) return;
        var list = string.Join(", ", named.Select(s => s.From == s.To ? name(s.From) : $"{name(s.From)}–{name(s.To)}"));
        News.At(new CellPlace(draft.Name, "A1"), DiagnosticKinds.HiddenCells, what, list, "已读取 / read");
    }
}
