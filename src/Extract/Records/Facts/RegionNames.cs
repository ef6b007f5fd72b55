using Extract.Layout;

namespace Extract.Records.Facts;

/// <summary>The province, city or county a filer belongs to, as its name or the text prints it.</summary>
internal static class RegionNames
{
    private static readonly string[] Provinces =
    [
        "北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省",
        "甘肃省", "青海省", "台湾省", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
    ];

    /// <summary>Words that end like a region and are none.</summary>
    private static readonly string[] NoRegions = ["园区", "社区", "小区", "学区", "校区", "景区", "片区", "灾区", "超市", "城区", "厂区", "矿区", "库区", "灌区", "保护区"];

    /// <summary>The region in the filer's name; else the province the text names most; else empty.</summary>
    public static string Of(string filer, IReadOnlyList<Paragraph> paragraphs)
    {
        var named = InName(filer);
        return named.Length > 0 ? named : InText(paragraphs);
    }

    private static string InName(string filer)
    {
        var start = 0;
        while (start < filer.Length && filer[start] < '\u4E00') start++;
        if (filer.AsSpan(start).StartsWith("中共", StringComparison.Ordinal)) start += 2;
        var end = start;
        foreach (var province in Provinces)
            if (string.CompareOrdinal(filer, start, province, 0, province.Length) == 0) end = start + province.Length;
        if (end == start && filer.AsSpan(start).IndexOf('省') is var length and (2 or 3)) end = start + length + 1;
        for (var level = 0; level < 2 && Next(filer, end) is { } next; level++) end = next;
        return filer[start..end];
    }

    /// <summary>Behind the city, county or district that starts at <paramref name="from"/>.</summary>
    private static int? Next(string filer, int from)
    {
        for (var i = from + 1; i < Math.Min(filer.Length, from + 7); i++)
        {
            if (filer[i] is not ('市' or '州' or '盟' or '县' or '区' or '旗' or '乡' or '镇')) continue;
            if (i - from < 2 && !(i - from == 1 && filer[i] is '县')) continue;
            foreach (var word in NoRegions)
                if (filer.AsSpan(0, i + 1).EndsWith(word, StringComparison.Ordinal)) return null;
            return i + 1;
        }
        return null;
    }

    private static string InText(IReadOnlyList<Paragraph> paragraphs)
    {
        var (best, most) = ("", 0);
        foreach (var province in Provinces)
        {
            var count = 0;
            foreach (var paragraph in paragraphs)
                for (var at = paragraph.Text.IndexOf(province, StringComparison.Ordinal); at >= 0; at = paragraph.Text.IndexOf(province, at + 1, StringComparison.Ordinal)) count++;
            if (count > most) (best, most) = (province, count);
        }
        return best;
    }
}
