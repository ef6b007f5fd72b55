using System.Collections.Immutable;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks;

/// <summary>A number met in the running text of a form's cell: the words before it in its clause, and what follows.</summary>
/// <param name="lead">The words of the clause before the number.</param>
/// <param name="figure">The number with the unit printed behind it.</param>
/// <param name="trail">The words of the clause behind the number and its unit.</param>
/// <param name="sentence">Which sentence of the text, from 0.</param>
/// <param name="place">Where, as closely as the text's places tell.</param>
internal sealed class Mention(string lead, Figure figure, string trail, int sentence, Place? place)
{
    private const string ClauseEnds = "，。；;！!？?、：:（）()“”,";
    private static readonly string[] Bounds = ["以上", "以下", "以内", "余", "多", "左右"];
    private static readonly string[] Growths = ["同比增长", "增长", "增幅", "比上年增长", "较上年增长", "增长率", "同比增幅"];
    private static readonly string[] Measures = ["同比", "增幅", "增长", "占", "较上年", "比上年", "全省占比", "占比"];
    private static readonly string[] Nearly = ["超过", "超", "约", "近", "不少于", "不低于", "不超过", "突破", "大于", "小于", "高于", "低于", "至少", "达到或超过"];

    private string? _name;
    private string? _key;

    public string Lead { get; } = lead;

    public Figure Figure { get; } = figure;

    public string Trail { get; } = trail;

    public int Sentence { get; } = sentence;

    public Place? Place { get; } = place;

    /// <summary>What the words before it name.</summary>
    public string Name => _name ??= Names.OfLead(Lead);

    /// <summary>The name as key.</summary>
    public string Key => _key ??= Names.Key(Name);

    /// <summary>True where the text gives a bound or an approximation, not the figure itself.</summary>
    public bool IsBound => Bounds.Any(word => Trail.StartsWith(word, StringComparison.Ordinal)) || Nearly.Any(word => Lead.EndsWith(word, StringComparison.Ordinal));

    /// <summary>True for a growth or share named only so: what it is of stands in the clause before.</summary>
    public bool IsMeasure => Measures.Any(word => Lead.StartsWith(word, StringComparison.Ordinal)) || IsGrowth;

    /// <summary>True for 同比增长 x %, 增幅达 x %.</summary>
    public bool IsGrowth => Figure.Unit.Name == "%" && Growths.Contains(Name);

    /// <summary>The clause it stands in.</summary>
    public string Quote => Lead + Figure.Printed + Figure.Unit.Name + Trail;

    /// <summary>The mention as an operand.</summary>
    public Term Term(string label, Role role) => new(label, Figure, role, Quote, Place);

    /// <summary>Every number of a text but dates, in order.</summary>
    public static ImmutableArray<Mention> In(Printed printed)
    {
        var found = ImmutableArray.CreateBuilder<Mention>();
        var text = Characters.Key(printed.Text);
        var clause = 0;
        var sentence = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '。' or '；' or ';' or '！') sentence++;
            if (ClauseEnds.Contains(text[i])) clause = i + 1;
            if (!char.IsAsciiDigit(text[i])) continue;
            var length = FigureReader.Scan(text.AsSpan(i), out var value, out var decimals, out _);
            if (length == 0)
            {
                while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is ',' or '.')) i++;
                continue;
            }
            var unit = UnitAt(text, i + length);
            if (!IsDate(text, i, i + length) && !IsNumbering(text, clause, i, i + length))
            {
                var end = ClauseEnd(text, i + length + unit.Name.Length);
                var figure = new Figure(text.Substring(i, length), value, decimals, unit);
                found.Add(new Mention(LeadOf(text, clause, i), figure, text[(i + length + unit.Name.Length)..end], sentence, PlaceAt(printed, i, text.Length)));
            }
            i += length - 1;
        }
        return found.ToImmutable();
    }

    // A clause that begins with its number belongs to the name before the colon or comma: 得分:79.40.
    private static string LeadOf(string text, int clause, int at)
    {
        if (clause < at || clause == 0 || text[clause - 1] is not (':' or '：')) return text[clause..at];
        var start = clause - 1;
        while (start > 0 && !ClauseEnds.Contains(text[start - 1])) start--;
        return text[start..(clause - 1)];
    }

    private static int ClauseEnd(string text, int from)
    {
        var end = Math.Min(from, text.Length);
        while (end < text.Length && !ClauseEnds.Contains(text[end]) && !char.IsAsciiDigit(text[end])) end++;
        return end;
    }

    private static Unit UnitAt(string text, int at)
    {
        for (var length = Math.Min(UnitNames.Longest, text.Length - at); length > 0; length--)
        {
            var name = text.Substring(at, length);
            var unit = Unit.Of(name);
            if (unit.Dimension is Dimension.Money or Dimension.Ratio || name is "万" or "亿" || UnitNames.IsCounter(name)) return unit;
        }
        return Unit.None;
    }

    private static bool IsDate(string text, int from, int to) =>
        to < text.Length && text[to] is '年' or '月' or '日' or '号' && to - from <= 4 && !text.AsSpan(from, to - from).Contains('.') && !text.AsSpan(to).StartsWith("年期")
        || from > 0 && char.IsAsciiLetter(text[from - 1]);

    private static bool IsNumbering(string text, int clause, int from, int to) =>
        from == clause && to < text.Length && text[to] is '.' or '、' or '．' or ')' or '）';

    private static Place? PlaceAt(Printed printed, int at, int length)
    {
        if (printed.Places.IsDefaultOrEmpty) return null;
        var widths = printed.Places.Select(static place => place is TextPlace text ? Math.Max(1, text.ToColumn - text.FromColumn + 1) : 0).ToArray();
        var total = widths.Sum();
        if (total == 0) return printed.Places[0];
        var target = (long)total * at / Math.Max(1, length);
        for (var i = 0; i < widths.Length; i++)
        {
            if (target < widths[i]) return printed.Places[i];
            target -= widths[i];
        }
        return printed.Places[^1];
    }
}
