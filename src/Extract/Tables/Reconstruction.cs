using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;
using Extract.Layout;
using Extract.Layout.Positioned;
using Extract.Tables.Positioned;
using Extract.Tables.Sequenced;
using Extract.Tables.Sequenced.Blocks;
using Extract.Text;

namespace Extract.Tables;

/// <summary>A document taken apart: its grids, the running text between them, and trouble met on the way.</summary>
/// <param name="Grids">Its grids in reading order.</param>
/// <param name="Prose">The runs of its running text in reading order.</param>
/// <param name="Diagnostics">Trouble.</param>
internal sealed record Reconstructed(ImmutableArray<Grid> Grids, ImmutableArray<Run> Prose, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The storey's one verb: from regions to grids, by the strongest evidence each region has.</summary>
internal static class Reconstruction
{
    /// <summary>Rows aligned less surely than this are not trusted.</summary>
    private const double Doubtful = 0.4;

    /// <summary>Rows aligned as surely as this are not read otherwise.</summary>
    private const double SureRows = 0.85;

    /// <summary>A budget as sure as this is not read otherwise.</summary>
    private const double SureBudget = 0.65;

    /// <summary>So many lines of three pieces and more are the rows of a table.</summary>
    private const int LeastSpaced = 3;

    /// <summary>A longer line is text and no title.</summary>
    private const int LongestTitle = 48;

    /// <summary>A table's title, its unit and its filer take so many rows of it at most.</summary>
    private const int MostCaption = 3;

    /// <summary>Rebuilds every grid of a document.</summary>
    public static Reconstructed Rebuild(Document document, CancellationToken cancellation = default)
    {
        if (document.Sheets.Count > 0 && document.Sheets.All(Surface.IsPositioned)) return PositionedReconstruction.Rebuild(document.Sheets, cancellation);
        var grids = ImmutableArray.CreateBuilder<Grid>();
        var prose = ImmutableArray.CreateBuilder<Run>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var pages = new List<Grid>();
        var regions = Regions.Of(document);
        foreach (var region in Split(regions, grids, diagnostics, prose))
        {
            Leftovers.Release(region.Lines.Count);
            cancellation.ThrowIfCancellationRequested();
            switch (region.Kind)
            {
                case RegionKind.Ruled:
                    var (title, unit) = Caption(prose);
                    var built = RuledGrid.Rebuild(region.Lines.SelectMany(static line => line.Runs), region.Rules);
                    Leftovers.Release(built.Rows);
                    (built.Title, built.Unit) = (title, unit);
                    var grid = WithHeader(built);
                    if (pages.Count > 0 && !Stitching.Continues(pages[0], grid)) Flush(pages, grids);
                    pages.Add(grid);
                    break;
                case RegionKind.Spaced:
                    Flush(pages, grids);
                    AddSpaced(region.Lines, grids, prose);
                    break;
                default:
                    Flush(pages, grids);
                    foreach (var line in region.Lines) prose.AddRange(line.Runs);
                    break;
            }
        }
        Flush(pages, grids);
        return new Reconstructed(grids.ToImmutable(), prose.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>Regions with the forms taken out: a form's grids are added, and what it left over is divided again.</summary>
    private static IEnumerable<Region> Split(List<Region> regions, ImmutableArray<Grid>.Builder grids, ImmutableArray<Diagnostic>.Builder diagnostics, ImmutableArray<Run>.Builder prose)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            var region = regions[i];
            // A region that was read is let go: a sheet of a million cells is not kept twice.
            if (i > 0) regions[i - 1] = regions[i - 1] with { Lines = [], Rules = [] };
            if (region.Kind != RegionKind.Form)
            {
                yield return region;
                continue;
            }
            // A region without lines closes the table that is open before the form's grids are added.
            yield return region with { Kind = RegionKind.Prose, Lines = [] };
            var form = SequencedGrid.Rebuild(region.Lines, region.TitleLines, ReferenceEquals(region, regions[^1]));
            // Text that blank lines set off cell by cell was printed block by block, unless it reads well row by row.
            if (!IsSure(form) && BlockForm.Of(region.Lines, region.TitleLines) is { } blocks) form = blocks;
            // Words of its own, over columns that white space still divides: the table is read by where its cells stand.
            if (IsSpaced(region.Lines) && (form.Diagnostics.Any(static trouble => trouble.Kind == DiagnosticKinds.FormCut) || form.Grids.Any(static grid => grid.Confidence < Doubtful)))
            {
                yield return region with { Kind = RegionKind.Spaced };
                continue;
            }
            grids.AddRange(form.Grids);
            diagnostics.AddRange(form.Diagnostics);
            foreach (var rest in Regions.Divide([.. region.Lines.Skip(form.Lines)])) yield return rest;
        }
    }

    /// <summary>Rows and budget were found, fit together as those of a form that lost nothing but its rules, and no label of an amount lost it.</summary>
    private static bool IsSure(SequencedForm form) =>
        form.Grids.Any(static grid => grid.Block == "funds" && grid.Confidence >= SureBudget && !HasBareLabel(grid)) && form.Grids.Any(static grid => grid.Block == "indicators" && grid.Confidence >= SureRows && !LacksLevels(grid));

    /// <summary>True for rows of indicators of which the first has no name under the head of a level, or that lack the first level's head before the second's: it was printed elsewhere.</summary>
    private static bool LacksLevels(Grid grid)
    {
        var levels = grid.Cells.Where(cell => cell.Row < grid.HeaderRows).Select(static cell => (cell.Column, Field: HeaderWords.Of(Characters.Key(cell.Text), ofFunds: false))).Where(static head => head.Field is Field.Level1 or Field.Level2).ToList();
        return levels.Exists(static head => head.Field == Field.Level2) && !levels.Exists(static head => head.Field == Field.Level1)
            || levels.Exists(head => !grid.Cells.Any(cell => cell.Row == grid.HeaderRows && cell.Column == head.Column && cell.Text.Length > 0));
    }

    private static bool HasBareLabel(Grid grid) =>
        grid.Cells.Where(cell => cell.Row >= grid.HeaderRows && cell.Text.Length > 0).GroupBy(static cell => cell.Row)
            .Any(static row => row.All(static cell => !cell.Text.Any(char.IsAsciiDigit)) && row.Any(static cell => cell.Text[^1] is ':' or '：'));

    private static bool IsSpaced(IReadOnlyList<FlowLine> lines) => lines.Count(static line => line.Runs.Count > 2) >= LeastSpaced;

    private static void Flush(List<Grid> pages, ImmutableArray<Grid>.Builder grids)
    {
        if (pages.Count > 0) grids.Add(pages.Count == 1 && IndicatorPage.HeadsOf(pages[0]) is null ? pages[0] : Stitching.Join(pages));
        pages.Clear();
    }

    /// <summary>The title and the unit line right above a table: the last lines of the running text so far.</summary>
    private static (Printed Title, string Unit) Caption(ImmutableArray<Run>.Builder prose)
    {
        var unit = "";
        for (var i = prose.Count - 1; i >= Math.Max(0, prose.Count - 4); i--)
        {
            var text = Characters.Key(prose[i].Text);
            if (UnitStated(text) is { } stated)
            {
                unit = stated;
                continue;
            }
            if (text.Length > LongestTitle || text.EndsWith('。') || text.EndsWith(':') && !IsBlankField(prose, i)) break;
            if (text.Contains('表', StringComparison.Ordinal)) return (new Printed(Characters.Compact(prose[i].Text), [prose[i].Place]), unit);
        }
        return (Printed.Blank, unit);
    }

    /// <summary>编制部门： with nothing behind it but the unit that stands on its line: a field of the head left blank, not a sentence that leads to the table.</summary>
    private static bool IsBlankField(ImmutableArray<Run>.Builder prose, int at) =>
        at + 1 < prose.Count && prose[at + 1].Box.Top == prose[at].Box.Top && prose[at + 1].Box.Left > prose[at].Box.Right;

    /// <summary>Tables whose columns only white space divides, and the running text about them.</summary>
    private static void AddSpaced(IReadOnlyList<FlowLine> lines, ImmutableArray<Grid>.Builder grids, ImmutableArray<Run>.Builder prose)
    {
        foreach (var (stretch, pages) in SpacedText.Stretches(lines))
        {
            if (pages.Count == 0)
            {
                foreach (var line in stretch) prose.AddRange(line.Runs);
                continue;
            }
            var rebuilt = PositionedReconstruction.Rebuild(pages, [.. pages.Select(static _ => new HashSet<Word>())]);
            grids.AddRange(rebuilt.Grids);
            prose.AddRange(rebuilt.Prose);
        }
    }

    /// <summary>The title and the unit that a table prints in cells of its own over its columns, where no line above it does.</summary>
    private static Grid WithCaption(Grid grid)
    {
        foreach (var row in grid.Cells.Where(cell => cell.Row < MostCaption && !cell.Printed.IsBlank).GroupBy(static cell => cell.Row))
        {
            if (row.Count() > 1 || row.First() is var cell && (cell.Columns * 2 <= grid.ColumnCount || grid.ColumnCount < 2)) break;
            var text = Characters.Key(row.First().Text);
            if (UnitStated(text) is { } unit) grid = grid.Unit.Length > 0 ? grid : grid with { Unit = unit };
            else if (grid.Title.IsBlank && text.Length <= LongestTitle && text.Contains('表', StringComparison.Ordinal) && text[^1] is not ('。' or ':') && !IsNumber(text)) grid = grid with { Title = row.First().Printed };
        }
        return grid;
    }

    /// <summary>公开01表, 附表3: the number of a form, not its title.</summary>
    private static bool IsNumber(string key) => key.All(static c => char.IsAsciiDigit(c) || "公开附件表续()-一二三四五六七八九十".Contains(c, StringComparison.Ordinal));

    /// <summary>The unit of money behind 单位: at the end of a line: empty where what stands there is none, null where nothing does.</summary>
    private static string? UnitStated(string key)
    {
        var at = key.IndexOf("单位:", StringComparison.Ordinal);
        if (at < 0 || key.Length - at > 10) return null;
        var unit = key[(at + 3)..].Trim('(', ')');
        return Unit.Of(unit).Dimension == Dimension.Money ? unit : "";
    }

    /// <summary>The grid with its header told, and the unit that a head states where no line above does.</summary>
    private static Grid WithHeader(GridBuilder built)
    {
        var grid = WithCaption(built.Build());
        grid = grid with { HeaderRows = HeaderRows.Of(grid) };
        if (grid.Unit.Length > 0) return grid;
        var stated = grid.Cells.Any(cell => cell.Row < Math.Max(1, grid.HeaderRows) && (cell.Text.Contains("(万元)", StringComparison.Ordinal) || cell.Text.Contains("（万元）", StringComparison.Ordinal)));
        return stated ? grid with { Unit = "万元" } : grid;
    }
}
