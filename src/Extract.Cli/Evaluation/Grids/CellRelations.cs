using System.Globalization;
using System.Text;

namespace Extract.Cli.Evaluation.Grids;

/// <summary>A cell as a scorer sees it: its extent, both ends included, and its normalised content.</summary>
internal sealed record ScoredCell(int FirstRow, int LastRow, int FirstColumn, int LastColumn, string Content);

/// <summary>
/// Adjacency relations of a grid (Göbel et al., A methodology for evaluating algorithms for table understanding in PDF documents, DocEng
/// 2012; used by the ICDAR 2013 competition): each cell that prints something with its nearest such neighbour to the right and below.
/// </summary>
internal static class CellRelations
{
    /// <summary>The relations, each as often as it occurs.</summary>
    public static Dictionary<(string From, string To, bool Down), int> Of(IReadOnlyList<ScoredCell> cells)
    {
        var relations = new Dictionary<(string From, string To, bool Down), int>();
        var filled = cells.Where(static cell => cell.Content.Length > 0).ToList();
        if (filled.Count == 0) return relations;
        var (rows, columns) = (filled.Max(static cell => cell.LastRow) + 1, filled.Max(static cell => cell.LastColumn) + 1);
        var at = new ScoredCell?[rows, columns];
        foreach (var cell in filled)
            for (var r = cell.FirstRow; r <= cell.LastRow; r++)
                for (var c = cell.FirstColumn; c <= cell.LastColumn; c++) at[r, c] ??= cell;
        foreach (var cell in filled)
        {
            var right = Enumerable.Range(cell.FirstRow, cell.LastRow - cell.FirstRow + 1).Select(r => Next(at, r, cell.LastColumn, 0, 1));
            var below = Enumerable.Range(cell.FirstColumn, cell.LastColumn - cell.FirstColumn + 1).Select(c => Next(at, cell.LastRow, c, 1, 0));
            foreach (var (neighbours, down) in ((IEnumerable<ScoredCell?>, bool)[])[(right, false), (below, true)])
                foreach (var neighbour in neighbours.Where(n => n is not null && n != cell).Distinct())
                {
                    var key = (cell.Content, neighbour!.Content, down);
                    relations[key] = relations.GetValueOrDefault(key) + 1;
                }
        }
        return relations;
    }

    /// <summary>How many relations two grids share.</summary>
    public static int Shared(Dictionary<(string From, string To, bool Down), int> a, Dictionary<(string From, string To, bool Down), int> b) =>
        a.Sum(pair => Math.Min(pair.Value, b.GetValueOrDefault(pair.Key)));

    /// <summary>
    /// Content as it is compared: letters and digits without ligatures, case, marks, white space and punctuation; where nothing else is
    /// printed, the punctuation, all dashes alike.
    /// </summary>
    public static string Normalise(string text)
    {
        var kept = new StringBuilder();
        var marks = new StringBuilder();
        foreach (var rune in Text.Characters.Fold(string.Concat(text.Select(Parts))).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) kept.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.MathSymbol) marks.Append('-');
            else if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) marks.Append(rune);
        }
        return kept.Length > 0 ? kept.ToString() : marks.ToString();
    }

    /// <summary>Ligatures and the ellipsis as the characters they stand for; normalization forms are not to be had without cultures.</summary>
    private static string Parts(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        '…' => "...",
        _ => c.ToString(),
    };

    private static ScoredCell? Next(ScoredCell?[,] at, int row, int column, int down, int right)
    {
        var own = at[row, column];
        for (int r = row + down, c = column + right; r < at.GetLength(0) && c < at.GetLength(1); r += down, c += right)
            if (at[r, c] is { } found && found != own) return found;
        return null;
    }
}
