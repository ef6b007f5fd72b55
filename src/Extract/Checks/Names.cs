using System.Text;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>Names of quantities made comparable: what the field puts around a name without changing what it names.</summary>
internal static class Names
{
    /// <summary>Words that make two names of one.</summary>
    private static readonly (string One, string Other)[] Opposites =
    [
        ("年初", "年末"), ("年初", "年底"), ("上年", "下年"), ("收入", "支出"), ("货物", "工程"), ("货物", "服务"), ("工程", "服务"), ("国内", "国外"), ("境内", "境外"), ("小微", "中小"),
        ("基本", "项目"), ("人员", "公用"), ("购置", "运行"), ("事业", "行政"), ("机关", "事业"), ("职业年金", "养老保险"), ("新增", "减少"), ("申请", "授权"),
    ];

    private static readonly string[] Dropped =
        ["财政拨款", "决算数", "决算", "预算数", "年初预算", "合计数", "本年度", "全年度", "本单位", "本部门", "我单位", "我部门"];

    private static readonly string[] Measures = ["占比", "增长率", "增加额", "减少额", "完成预算"];

    private static readonly string[] Generic = ["总金额", "总数量", "总额", "金额", "数额", "总量", "数量", "总数", "合计", "共计", "数", "额", "量"];

    private static readonly string[] Before =
        ["其中", "截至", "截止", "全市", "全省", "全县", "全区", "全年", "我市", "我省", "我县", "我区", "本年", "今年", "当年", "年度", "实现", "累计", "共计", "共", "新增", "实际", "完成"];

    private static readonly string[] After =
        ["分别达到", "达到了", "提高到", "增长到", "增长为", "增至", "达到", "达", "突破", "超过", "合计", "共计", "约为", "分别为", "均为", "总计", "为", "是", "共", "约", "超", "近", "共有", ":", ","];

    /// <summary>A name as key: no years, no brackets, no quotes, none of the words that do not change what is named.</summary>
    public static string Key(string name)
    {
        var text = WithoutBrackets(Characters.Key(name));
        foreach (var word in Dropped)
            if (text.Contains(word, StringComparison.Ordinal)) text = text.Replace(word, "", StringComparison.Ordinal);
        return text;
    }

    /// <summary>The key of what a statement is of, without the measure it takes of it (占比, 增长率).</summary>
    public static string Key(Statement statement)
    {
        var key = Key(statement.Item);
        if (statement.Kind is StatementKind.Amount or StatementKind.Count) return key;
        foreach (var word in Measures)
            if (key.Length > word.Length && key.EndsWith(word, StringComparison.Ordinal)) return key[..^word.Length];
        return key;
    }

    /// <summary>A key without the generic noun at its end: 质押融资总额 and 质押融资金额 are both 质押融资.</summary>
    public static string Stem(string name)
    {
        var key = Key(name);
        foreach (var word in Generic)
            if (key.Length > word.Length + 1 && key.EndsWith(word, StringComparison.Ordinal)) return key[..^word.Length];
        return key;
    }

    /// <summary>What the words before a number name: 全市万人有效发明专利拥有达 is 万人有效发明专利拥有.</summary>
    public static string OfLead(string lead)
    {
        var text = OfVerb(lead);
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in Before)
            {
                if (text.Length <= word.Length || !text.StartsWith(word, StringComparison.Ordinal)) continue;
                text = text[word.Length..];
                again = true;
            }
        }
        return text;
    }

    /// <summary>The words before a number without the verb that leads to it: 完成预算的 is 完成预算, 执行数为 is 执行数.</summary>
    public static string OfVerb(string lead)
    {
        var text = WithoutBrackets(lead);
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in After)
            {
                if (text.Length <= word.Length || !text.EndsWith(word, StringComparison.Ordinal)) continue;
                text = text[..^word.Length];
                again = true;
            }
        }
        return text;
    }

    /// <summary>How alike two names are, in [0,1]: twice their longest common subsequence over their lengths (Dice).</summary>
    public static double Likeness(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0 || a.Length > 60 || b.Length > 60) return 0;
        Span<int> row = stackalloc int[b.Length + 1];
        row.Clear();
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = c == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[b.Length] / (a.Length + b.Length);
    }

    /// <summary>True where two names differ in one word and that word says the opposite: 年初结转和结余 and 年末结转和结余.</summary>
    public static bool AreOpposed(string a, string b)
    {
        foreach (var (one, other) in Opposites)
            if (a.Contains(one, StringComparison.Ordinal) && a.Replace(one, other, StringComparison.Ordinal) == b || b.Contains(one, StringComparison.Ordinal) && b.Replace(one, other, StringComparison.Ordinal) == a) return true;
        return false;
    }

    private static string WithoutBrackets(string text)
    {
        var result = new StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '（') depth++;
            else if (c is ')' or '）') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && IsYear(text, i)) i += text.AsSpan(i + 4).StartsWith("年度") ? 5 : 4;
            else if (depth == 0 && c is not ('“' or '”' or '"' or '《' or '》' or ' ' or '、' or '的' or '-' or '－')) result.Append(c);
        }
        return result.ToString();
    }

    private static bool IsYear(string text, int at) =>
        at + 4 < text.Length && text[at] is '1' or '2' && text[at + 4] == '年' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at == 0 || !char.IsAsciiDigit(text[at - 1]));
}
