using System.Collections.Immutable;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A document of positioned pages taken apart: page by page areas become grids, grids of several pages one table, and the rest running text.</summary>
internal static class PositionedReconstruction
{
    /// <summary>Rebuilds the tables of the sheets that state positions.</summary>
    public static Reconstructed Rebuild(IReadOnlyList<Sheet> sheets, CancellationToken cancellation = default)
    {
        var pages = new List<Surface>(sheets.Count);
        foreach (var sheet in sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(new Surface(sheet));
        }
        var furniture = Furniture.Of(pages);
        var grids = ImmutableArray.CreateBuilder<Grid>();
        var prose = ImmutableArray.CreateBuilder<Run>();
        var open = new List<TablePart>();
        // Lines since the last table, over page breaks: a title may stand at the foot of the page before its table.
        var above = new List<TextLine>();
        for (var p = 0; p < pages.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            var tables = PageTables.Of(pages[p], furniture[p], open.Count > 0 ? open[^1] : null);
            var inside = tables.SelectMany(static table => table.Area.Words).ToHashSet();
            var lines = TextLine.Of(pages[p].Words.Where(word => !inside.Contains(word) && !furniture[p].Contains(word)));
            var at = 0;
            for (var t = 0; t < tables.Count; t++)
            {
                var from = at;
                while (at < lines.Count && lines[at].Box.CentreY < tables[t].Area.Box.Top + 0.2) at++;
                Add(prose, lines, from, at, above);
                var caption = Captions.Read(above);
                var opens = t == 0 && at - from <= caption.Lines;
                var closes = t == tables.Count - 1 && lines.Count == at;
                var part = new TablePart(tables[t], pages[p].Sheet, caption, opens, closes);
                if (open.Count > 0 && !PageStitching.Continues(open[^1], part)) Close(open, grids);
                open.Add(part);
                above.Clear();
            }
            Add(prose, lines, at, lines.Count, above);
        }
        Close(open, grids);
        return new Reconstructed(grids.ToImmutable(), prose.ToImmutable(), []);
    }

    private static void Close(List<TablePart> open, ImmutableArray<Grid>.Builder grids)
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
        grid.Confidence = Confidence.Of(parts);
        return grid.Build();
    }

    private static void Add(ImmutableArray<Run>.Builder prose, List<TextLine> lines, int from, int to, List<TextLine> above)
    {
        for (var i = from; i < to; i++)
        {
            above.Add(lines[i]);
            foreach (var phrase in lines[i].Phrases) prose.Add(new Run(phrase.Text, phrase.Box, Places.Union(phrase.Words)));
        }
    }
}
