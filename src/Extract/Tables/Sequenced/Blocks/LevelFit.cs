using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// How well a level's name fits a row: by the framework's own words for what each kind of indicator measures (财预〔2020〕10号, 附件: 数量指标 counts,
/// 质量指标 states a standard and its rate, 时效指标 a time, 成本指标 money). Costs as in <see cref="Column"/>.
/// </summary>
internal static class LevelFit
{
    private static readonly (string Level, string[] Names, string[] Targets, double Otherwise)[] Kinds =
    [
        ("质量", ["合格", "达标", "准确", "优良", "差错", "质量", "完好", "通过率", "合规", "真实", "规范", "良好率", "有效率", "一次", "取得", "优秀", "成果", "完整", "查重"], [], 1.2),
        ("时效", ["及时", "按时", "时限", "时间", "按期", "工期", "进度", "完工", "周期", "时长", "提前", "日期", "期限", "限时", "前完成"], ["月", "日", "小时", "分钟", "天", "底前", "年底"], 2.5),
        ("成本", ["成本", "费用", "经费", "支出", "预算", "造价", "单价", "标准", "投资"], ["元"], 3),
        ("数量", ["数量", "数", "次", "人", "个", "家", "里程", "面积", "长度", "规模", "座", "场", "量", "批"], ["个", "座", "公里", "次", "人", "场", "家", "台", "套", "份", "期", "批", "户", "亩", "页", "册"], 0.7),
        ("经济", ["收入", "增收", "产值", "利润", "税", "出租", "经济", "工资", "带动", "投资", "收益", "节约", "增长"], ["元"], 1.3),
        ("社会", ["公众", "群众", "就业", "服务", "覆盖", "安全", "社会", "影响", "知晓", "参与", "环境"], [], 0.8),
        ("生态", ["生态", "环境", "排放", "污染", "绿", "水质", "节能", "断面", "植被", "资源", "节水", "利用系数", "保护", "降尘", "垃圾"], [], 1.3),
        ("环境", ["生态", "环境", "排放", "污染", "绿", "水质", "节能"], [], 1.3),
        ("可持续", ["长效", "机制", "长期", "持续", "制度", "健全", "队伍", "体系", "发展", "管护", "共享"], ["长期", "健全", "建立"], 1.3),
    ];

    /// <summary>How a name fits a row of indicators.</summary>
    public static double OfRow(string level, RowWords words, int row)
    {
        var (name, target, bare) = (words.Name(row), words.Target(row), Levels.WithoutPoints(level));
        if (Levels.IsBare(bare)) return name.Length == 0 || name.Contains("执行率", StringComparison.Ordinal) ? 0 : 6;
        if (name.Length == 0) return 5;
        if (Code(level, name) is { } coded) return coded;
        if (name is "-" or "—" or "/") return 0.5;
        if (bare.Contains("满意", StringComparison.Ordinal)) return name.Contains("满意", StringComparison.Ordinal) ? 0 : target.Contains("满意", StringComparison.Ordinal) ? 0.3 : 4;
        var overlap = -0.25 * Math.Min(4, Rows.Shared(bare.Replace("指标", "", StringComparison.Ordinal), name));
        foreach (var kind in Kinds)
        {
            if (!bare.Contains(kind.Level, StringComparison.Ordinal)) continue;
            var cost = Said(kind, name, target);
            if (name.Contains("满意", StringComparison.Ordinal)) cost += 2.5;
            return cost + overlap;
        }
        return (Members(bare) is { Length: > 0 } members ? Kinds.Where(kind => Array.IndexOf(members, kind.Level) >= 0).Min(kind => Said(kind, name, target)) : 0.9) + overlap;
    }

    /// <summary>The kinds of indicators under a name of the first level, where it stands right beside them.</summary>
    private static string[] Members(string level) =>
        level.StartsWith("产出", StringComparison.Ordinal) || level.Contains("完成", StringComparison.Ordinal) ? ["数量", "质量", "时效", "成本"]
        : level.StartsWith("效益", StringComparison.Ordinal) || level.StartsWith("效果", StringComparison.Ordinal) ? ["经济", "社会", "生态", "可持续"] : [];

    private static double Said((string Level, string[] Names, string[] Targets, double Otherwise) kind, string name, string target)
    {
        var percent = target.Contains('%', StringComparison.Ordinal) || name.Length > 2 && name[^1] == '率';
        var named = Array.Exists(kind.Names, word => name.Contains(word, StringComparison.Ordinal));
        var measured = Array.Exists(kind.Targets, word => target.Contains(word, StringComparison.Ordinal));
        return kind.Level switch
        {
            "数量" => percent && !name.Contains("数量", StringComparison.Ordinal) ? 1.8 : measured || named ? 0 : kind.Otherwise,
            "质量" => named ? 0 : percent ? 0.5 : kind.Otherwise,
            "成本" => named && measured ? 0 : measured || named ? 0.5 : kind.Otherwise,
            "时效" => named ? 0 : measured ? 0.3 : kind.Otherwise,
            _ => named ? 0.2 : measured ? 0.5 : kind.Otherwise,
        };
    }

    /// <summary>How a name of the first level fits one of the second.</summary>
    public static double OfLevel(string level, string? second)
    {
        if (second is null) return 1;
        if (Code(level, second) is { } coded) return coded;
        var (bare, under) = (Levels.WithoutPoints(level), Levels.WithoutPoints(second));
        if (bare == under) return 0;
        if (Levels.IsBare(bare) != Levels.IsBare(under)) return 5;
        var parent = Levels.ParentOf(under);
        if (parent.Length == 0) return 1 - 0.25 * Math.Min(3, Rows.Shared(bare, under));
        var own = bare.Contains(parent, StringComparison.Ordinal) || parent == "产出" && bare.Contains("完成", StringComparison.Ordinal) || parent == "效益" && bare.Contains("效果", StringComparison.Ordinal);
        if (own) return 0;
        return parent == "满意度" ? bare.Contains('效', StringComparison.Ordinal) ? 1.5 : 4 : bare.Contains("满意", StringComparison.Ordinal) ? 4 : 2;
    }

    /// <summary>Names with the codes of a scheme (C, C2, C21, C211) say who is under whom; null where they have none.</summary>
    private static double? Code(string level, string below)
    {
        var (own, under) = (Levels.CodeOf(level), Levels.CodeOf(below));
        if (own.Length == 0 || under.Length == 0) return null;
        return under.StartsWith(own, StringComparison.Ordinal) ? 0 : 6;
    }
}
