using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// The order in which names of levels stand in their column, which a page that was taken apart does not always keep: that of their codes, or
/// that of the framework (财预〔2020〕10号, 附件: output, benefit, satisfaction; of output number, quality, time, cost).
/// </summary>
internal static class LevelOrder
{
    private static readonly string[][] Kinds =
    [
        ["决策"], ["投入"], ["过程"], ["数量"], ["质量"], ["时效"], ["成本"], ["产出", "完成"], ["经济效益"], ["社会效益"], ["生态效益"], ["可持续"], ["效益", "效果"], ["满意"],
    ];

    /// <summary>The cells of a level's column in that order; as they are where nothing tells it.</summary>
    public static List<BlockCell> Of(List<BlockCell> cells, bool coded)
    {
        if (coded) return cells.TrueForAll(static cell => Levels.IsCoded(cell.Key)) ? [.. cells.OrderBy(static cell => Levels.CodeOf(cell.Key), StringComparer.Ordinal)] : cells;
        // As a first level 成本 stands above the output in some forms and below the benefit in others: the printed order is kept.
        if (cells.Exists(static cell => cell.Key.StartsWith("成本", StringComparison.Ordinal)) && cells.Exists(static cell => cell.Key.StartsWith("产出", StringComparison.Ordinal))) return cells;
        var ranks = cells.ConvertAll(static cell => Rank(cell.Key));
        return ranks.Contains(-1) || ranks.Distinct().Count() < ranks.Count ? cells : [.. cells.OrderBy(static cell => Rank(cell.Key))];
    }

    private static int Rank(string name) => Levels.IsName(Levels.WithoutPoints(name)) ? Array.FindIndex(Kinds, words => Array.Exists(words, word => name.StartsWith(word, StringComparison.Ordinal) || word is "完成" or "满意" && name.Contains(word, StringComparison.Ordinal))) : -1;
}
