using Extract.Forms;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>
/// Level names as they are merged over rows: a name holds for the rows below it until the next; rows above the first one printed belong to
/// it too (the name of a cell that a page cut is printed on the later page). Where names carry the codes of a scheme (C, C2, C22, C221),
/// the code decides who is under whom, and a name without a code between coded ones is a group that the record does not keep.
/// </summary>
internal sealed class LevelNames
{
    private readonly Printed[] current = [Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank];
    private readonly Dictionary<string, Printed> coded = new(StringComparer.Ordinal);

    /// <summary>Takes the level cells of a row.</summary>
    public void Read(Printed level1, Printed level2, Printed level3, Printed level4, bool four)
    {
        Printed[] cells = [level1, level2, level3, level4];
        var merged = four ? 3 : 2;
        var scheme = coded.Count > 0;
        for (var l = 0; l < 4; l++)
        {
            if (l >= merged)
            {
                current[l] = cells[l];
                continue;
            }
            if (cells[l].IsBlank) continue;
            var code = Levels.CodeOf(Characters.Key(cells[l].Text));
            if (code.Length > 0) coded[code] = cells[l];
            else if (scheme && l > 0) continue;
            current[l] = cells[l];
            for (var below = l + 1; below < merged; below++) current[below] = cells[below].IsBlank ? Printed.Blank : current[below];
        }
        var own = Levels.CodeOf(Characters.Key(current[merged].Text));
        for (var l = 0; own.Length > 0 && l < merged; l++)
            if (own.Length > l + 1 && coded.TryGetValue(own[..(l + 1)], out var parent)) current[l] = parent;
    }

    /// <summary>The indicator with the level names that hold for its row.</summary>
    public Indicator Apply(Indicator indicator) =>
        indicator with { Level1 = current[0], Level2 = current[1], Level3 = current[2], Level4 = current[3] };

    /// <summary>Gives the rows above the first name printed that name.</summary>
    public static void FillUp(List<Indicator> indicators)
    {
        var first = indicators.FindIndex(static i => !i.Level1.IsBlank);
        for (var i = 0; i < first; i++) indicators[i] = indicators[i] with { Level1 = indicators[first].Level1 };
    }
}
