namespace Extract.Figures;

/// <summary>The classifiers that stand behind counted things in disclosures.</summary>
public static class UnitNames
{
    private static readonly HashSet<string> Counters = new(StringComparer.Ordinal)
    {
        "个", "人", "人次", "次", "场", "场次", "批", "批次", "家", "件", "份", "期", "项", "项目", "辆", "台", "台套", "台(套)", "套",
        "户", "名", "位", "页", "卷", "盒", "张", "块", "只", "株", "棵", "盏", "枚", "幅", "集", "艘", "架次", "箱", "瓶", "袋", "门", "千瓦", "兆瓦", "篇", "本", "册", "部", "组", "对", "条", "处", "座", "间", "所", "层", "幢", "栋", "支", "盆", "桶", "筐", "捆", "头", "匹", "羽", "尾", "床", "扇", "粒", "根", "届", "眼", "笔", "单", "宗", "起", "例", "类", "种",
        "天", "日", "月", "年", "小时", "分钟", "课时", "学时", "周", "季度", "季", "个月", "个工作日", "工作日", "年度",
        "平方米", "平方公里", "公里", "千米", "米", "亩", "公顷", "吨", "公斤", "千克", "立方米", "千瓦时", "度", "克", "升", "立方", "平方", "厘米", "毫米", "毫升", "毫克", "平米", "延米", "标箱",
        "㎡", "m²", "m2", "㎥", "m³", "m3", "㎞", "km", "km²", "km2", "㎏", "kg", "kW", "kw", "MW", "kWh", "kwh", "mm", "cm", "ml", "mg", "℃", "dB",
        "分", "倍", "级", "岁", "亿", "万", "人天", "人日", "人月", "课", "班", "班次", "轮", "趟", "点", "站", "村", "县", "镇", "街道", "社区",
        "个团组", "团组", "车次", "人/次", "元/人", "元/次", "元/天", "元/月", "元/年", "元/件", "万元/年", "万元/个", "个/年", "次/年", "个方面", "方面",
    };

    /// <summary>The longest counter; how far ahead a reader of sentences must look.</summary>
    public const int Longest = 5;

    /// <summary>True for a known classifier, with or without 万 or 亿 before it.</summary>
    public static bool IsCounter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsCounter(name.AsSpan());
    }

    /// <inheritdoc cref="IsCounter(string)"/>
    internal static bool IsCounter(ReadOnlySpan<char> name)
    {
        var counters = Counters.GetAlternateLookup<ReadOnlySpan<char>>();
        return counters.Contains(name) || name.Length > 1 && name[0] is '万' or '亿' or '余' or '多' && counters.Contains(name[1..]);
    }
}
