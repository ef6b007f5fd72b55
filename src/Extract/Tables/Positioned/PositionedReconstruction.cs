using System.Collections.Immutable;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// A document of positioned pages taken apart: page by page areas become grids, grids of several pages one table, and the rest running text
/// in reading order.
/// </summary>
internal sealed class PositionedReconstruction
{
    private readonly ImmutableArray<Grid>.Builder grids = ImmutableArray.CreateBuilder<Grid>();
    private readonly ImmutableArray<Run>.Builder prose = ImmutableArray.CreateBuilder<Run>();
    private readonly List<TablePart> open = [];

    /// <summary>Lines since the last table, over page breaks: a title may stand at the foot of the page before its table.</summary>
    private readonly List<TextLine> above = [];

    private PositionedReconstruction()
    {
    }

    /// <summary>Rebuilds the tables of the sheets that state positions.</summary>
    public static Reconstructed Rebuild(IReadOnlyList<Sheet> sheets, CancellationToken cancellation = default)
    {
        var pages = new List<Surface>(sheets.Count);
        foreach (var sheet in sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(new Surface(sheet));
        }
        return Rebuild(pages, Furniture.Of(pages), cancellation);
    }

    /// <summary>Rebuilds the tables of surfaces that follow each other; what is furniture on them is neither table nor text.</summary>
    public static Reconstructed Rebuild(IReadOnlyList<Surface> pages, IReadOnlyList<IReadOnlySet<Word>> furniture, CancellationToken cancellation = default)
    {
        var state = new PositionedReconstruction();
        for (var p = 0; p < pages.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            var parts = PageTables.WithAside(pages[p], furniture[p], state.open.Count > 0 ? state.open[^1] : null);
            state.Take(parts[0]);
            foreach (var aside in parts.Skip(1)) state.TakeAside(aside);
        }
        state.Close();
        return new Reconstructed(state.grids.ToImmutable(), state.prose.ToImmutable(), []);
    }

    private void Take(PagePart page)
    {
        var items = ReadingOrder.Of(page.Lines(), [.. page.Tables.Select(static table => table.Area.Box)]);
        var (lines, tables) = (0, 0);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Line is { } line)
            {
                lines++;
                above.Add(line);
                prose.AddRange(page.Surface.RunsOf(line));
                continue;
            }
            var caption = Captions.Read(above);
            var part = new TablePart(page.Tables[items[i].Table], page.Surface.Sheet, caption, tables++ == 0 && lines <= caption.Lines, i == items.Count - 1);
            if (open.Count > 0 && !PageStitching.Continues(open[^1], part)) Close();
            open.Add(part);
            above.Clear();
        }
    }

    /// <summary>What stands on a page in another direction: its tables by themselves, its lines behind the page's.</summary>
    private void TakeAside(PagePart aside)
    {
        var own = new List<TextLine>();
        foreach (var item in ReadingOrder.Of(aside.Lines(), [.. aside.Tables.Select(static table => table.Area.Box)]))
        {
            if (item.Line is { } line)
            {
                own.Add(line);
                prose.AddRange(aside.Surface.RunsOf(line));
                continue;
            }
            grids.Add(Finish([new TablePart(aside.Tables[item.Table], aside.Surface.Sheet, Captions.Read(own), true, true)]));
            own.Clear();
        }
    }

    private void Close()
    {
        if (open.Count > 0) grids.Add(Finish(open));
        open.Clear();
    }

    private static Grid Finish(List<TablePart> parts)
    {
        var grid = PageStitching.Join(parts, parts[0].Grid.Evidence);
        grid.Title = parts[0].Caption.Title;
        grid.Unit = parts.Select(static part => part.Caption.Unit).FirstOrDefault(static unit => unit.Length > 0) ?? "";
        grid.HeaderRows = parts[0].Header;
        grid.Confidence = parts.Min(static part => Confidence.Of(part.Grid));
        return grid.Build();
    }
}
