using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>What a final account's sentences list: a whole and the names of its parts, as the disclosure template words them.</summary>
/// <param name="Id">The check it belongs to.</param>
/// <param name="Kind">Amounts, counts or changes.</param>
/// <param name="Whole">The whole; see <see cref="ListSelectors.Is"/> for the notation.</param>
/// <param name="Parts">The parts; each may be missing where it is zero.</param>
internal sealed record NarrativeSum(string Id, StatementKind Kind, string Whole, params string[] Parts);

/// <summary>Operands of totals and their parts in sentences.</summary>
internal static class ListSelectors
{
    private static readonly string[] ThreePublic = ["因公出国", "公务用车+购置+运行", "公务接待-国内-外事"];

    private static readonly NarrativeSum[] Sums =
    [
        new("N-04", StatementKind.Amount, "=本年收入合计", "一般公共预算+收入|=收入", "政府性基金+收入", "国有资本+收入", "上级补助收入", "=事业收入", "=经营收入", "附属单位上缴收入", "=其他收入"),
        new("N-05", StatementKind.Amount, "=本年支出合计", "=基本支出", "=项目支出", "上缴上级支出", "=经营支出", "附属单位补助支出"),
        new("N-20", StatementKind.Amount, "基本支出", "=人员经费", "公用经费"),
        new("N-22", StatementKind.Amount, "三公", ThreePublic),
        new("N-22", StatementKind.Amount, "公务用车+购置+运行", "公务用车购置-运行", "公务用车运行-购置"),
        new("N-22", StatementKind.Amount, "公务接待-国内-外事", "国内+接待", "外事+接待"),
        new("N-24", StatementKind.Change, "三公", ThreePublic),
        new("N-31", StatementKind.Amount, "采购+总额|=政府采购金额", "采购货物|货物采购", "采购工程|工程采购", "采购服务|服务采购|购买服务"),
    ];

    // 政府收支分类科目, functional classes in the wordings of published accounts.
    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "文化体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "医疗卫生与计划生育支出",
        "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "资源勘探信息等支出", "商业服务业等支出", "金融支出", "援助其他地区支出", "自然资源海洋气象等支出",
        "国土海洋气象等支出", "住房保障支出", "粮油物资储备支出", "灾害防治及应急管理支出", "其他支出", "债务付息支出", "债务还本支出",
    };

    /// <summary>True where the item is one of the three public expenses, or their total.</summary>
    public static bool IsThreePublic(string item) => item.Contains("三公", StringComparison.Ordinal) || ThreePublic.Any(pattern => Is(Names.Key(item), pattern));

    /// <summary>A name pattern: "=x" is x exactly; "a+b-c" holds a and b and not c; "|" stands between alternatives.</summary>
    internal static bool Is(string key, string pattern)
    {
        if (pattern.IndexOf('|', StringComparison.Ordinal) is var bar and > 0) return Is(key, pattern[..bar]) || Is(key, pattern[(bar + 1)..]);
        if (pattern[0] == '=') return key.AsSpan().SequenceEqual(pattern.AsSpan(1));
        var wanted = true;
        var start = 0;
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] is not ('+' or '-')) continue;
            if (key.AsSpan().Contains(pattern.AsSpan(start, i - start), StringComparison.Ordinal) != wanted) return false;
            wanted = i < pattern.Length && pattern[i] == '+';
            start = i + 1;
        }
        return true;
    }

    /// <summary>True for a whole that the template's own sums check.</summary>
    internal static bool IsTemplateWhole(string key) => Sums.Any(sum => Is(key, sum.Whole));

    /// <summary>What the document is there to state: what happened, and in a budget what is planned.</summary>
    private static bool IsStated(Dossier dossier, Statement statement) =>
        statement.Measure == Measure.Actual || dossier.Disclosure.About.Kind == DisclosureKind.Budget && statement.Measure is Measure.Budget or Measure.OpeningBudget;

    /// <summary>The template's sums of one id.</summary>
    public static IEnumerable<Instance> Template(Dossier dossier, string id)
    {
        foreach (var sum in Sums)
        {
            if (sum.Id != id) continue;
            foreach (var part in dossier.Said.All.GroupBy(static statement => Said.Part(statement), StringComparer.Ordinal))
            {
                var mine = part.Where(statement => statement.Kind == sum.Kind && IsStated(dossier, statement) && !dossier.IsMisnamed(statement)).ToList();
                var at = mine.FindIndex(statement => Is(dossier.Said.Key(statement), sum.Whole) && statement.Figure.Unit.Dimension is Dimension.Money or Dimension.None);
                if (at >= 0 && Make(dossier, sum, mine, at) is { } instance) yield return instance;
            }
        }
    }

    private static Sum? Make(Dossier dossier, NarrativeSum sum, List<Statement> mine, int at)
    {
        var whole = mine[at];
        var after = mine.GetRange(at + 1, mine.Count - at - 1).FindAll(statement => statement.Year == whole.Year);
        // N-20 and the like stand in the sections of several totals: the parts follow their whole before the next total.
        var next = after.FindIndex(statement => Is(dossier.Said.Key(statement), sum.Whole) && statement.Figure.Value != whole.Figure.Value);
        if (next >= 0) after.RemoveRange(next, after.Count - next);
        var parts = ImmutableArray.CreateBuilder<Term>();
        var blanks = ImmutableArray.CreateBuilder<Operand>();
        foreach (var pattern in sum.Parts)
        {
            if (after.Find(statement => Is(dossier.Said.Key(statement), pattern)) is { } found) parts.Add(dossier.Said.Term(found, Role.Part));
            else blanks.Add(new Operand(pattern.TrimStart('='), "", Role.Part, "", null));
        }
        return parts.Count == 0 ? null : new Sum(whole.Item, dossier.Said.Term(whole, Role.Stated), parts.ToImmutable()) { Blanks = blanks.ToImmutable() };
    }

    /// <summary>N-07: the classes of expenditure that a sentence lists add to the expenditure it opens with.</summary>
    public static IEnumerable<Instance> ClassLists(Dossier dossier)
    {
        foreach (var paragraph in dossier.Said.Paragraphs)
        {
            var classes = paragraph.Where(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && Classes.Contains(AsClass(dossier.Said, statement))).DistinctBy(statement => AsClass(dossier.Said, statement)).ToList();
            if (classes.Count < 2) continue;
            var whole = paragraph.LastOrDefault(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && dossier.Said.Distance(statement, classes[0]) > 0 && statement.Item.Contains("支出", StringComparison.Ordinal) && !dossier.IsMisnamed(statement));
            if (whole is null) continue;
            yield return new Sum(whole.Item, dossier.Said.Term(whole, Role.Stated), [.. classes.Select(statement => dossier.Said.Term(statement, Role.Part))]);
        }
    }

    private static string AsClass(Said said, Statement statement)
    {
        var key = said.Key(statement);
        return key.EndsWith("支出", StringComparison.Ordinal) ? key : key + "支出";
    }

    /// <summary>N-35: vehicles in total and by category: the first count of a sentence and the counts after it.</summary>
    public static IEnumerable<Instance> Vehicles(Dossier dossier)
    {
        foreach (var sentence in dossier.Said.Sentences)
        {
            var counts = sentence.Where(static statement => statement is { Kind: StatementKind.Count, Measure: Measure.Actual, Figure.Unit.Name: "辆" }).ToList();
            if (counts.Count < 3 || !Is(counts[0].Item, "车") || counts[0].Item.Contains("购置", StringComparison.Ordinal)) continue;
            yield return new Sum(counts[0].Item, dossier.Said.Term(counts[0], Role.Stated), [.. counts.Skip(1).Select(statement => dossier.Said.Term(statement, Role.Part))]);
        }
    }

    /// <summary>N-26 and N-27: money is nothing exactly where what it paid for is nothing.</summary>
    public static IEnumerable<Instance> ZeroTogether(Dossier dossier, string money, string[] counts)
    {
        foreach (var part in dossier.Said.All.GroupBy(static statement => Said.Part(statement), StringComparer.Ordinal))
        {
            var mine = part.Where(Said.IsActual).ToList();
            var at = mine.FindLastIndex(statement => statement.Kind == StatementKind.Amount && Is(dossier.Said.Key(statement), money));
            if (at < 0) continue;
            foreach (var count in mine.Where(statement => statement.Kind == StatementKind.Count && counts.Any(pattern => Is(dossier.Said.Key(statement), pattern))).Take(1))
            {
                var agree = mine[at].Figure.Value == 0 == (count.Figure.Value == 0);
                yield return new Present(mine[at].Item, agree, $"{mine[at].Figure.Printed}{mine[at].Figure.Unit.Name}, {count.Figure.Printed}{count.Figure.Unit.Name}",
                    [dossier.Said.Term(mine[at], Role.Stated).Operand, dossier.Said.Term(count, Role.Other).Operand])
                { Stated = mine[at].Figure.Printed };
            }
        }
    }

    /// <summary>N-29: operating expenses of the body are at most the public funds of its basic expenditure.</summary>
    public static IEnumerable<Instance> Operating(Dossier dossier)
    {
        var said = dossier.Said;
        var expense = said.All.FirstOrDefault(static statement => statement is { Kind: StatementKind.Amount, Measure: Measure.Actual } && statement.Item.Contains("机关运行经费", StringComparison.Ordinal));
        var funds = said.All.FirstOrDefault(static statement => statement is { Kind: StatementKind.Amount, Measure: Measure.Actual } && statement.Item.Contains("公用经费", StringComparison.Ordinal));
        if (expense is not null && funds is not null && expense.Year == funds.Year)
            yield return new AtMost(expense.Item, said.Term(expense, Role.Part), said.Term(funds, Role.Whole)) { FailSeverity = Severity.Warning };
    }

    /// <summary>N-32: contracts of small and medium firms within all procurement, of small and micro firms within those.</summary>
    public static IEnumerable<Instance> Procurement(Dossier dossier)
    {
        var said = dossier.Said;
        Statement? First(string pattern) => said.All.FirstOrDefault(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && Is(said.Key(statement), pattern));
        var total = First("采购+总额|=政府采购金额");
        var medium = First("中小企业-预留-供应商");
        var small = First("小微企业-预留-供应商");
        if (total is not null && medium is not null) yield return new AtMost(medium.Item, said.Term(medium, Role.Part), said.Term(total, Role.Whole));
        if (medium is not null && small is not null) yield return new AtMost(small.Item, said.Term(small, Role.Part), said.Term(medium, Role.Whole));
        // Awarded inside the reserve and outside it: two parts of one total, which they need not exhaust.
        var inside = First("面向中小企业预留+中小企业供应商");
        var outside = First("其他政府采购项目+中小企业供应商");
        if (total is not null && inside is not null && outside is not null)
            yield return new Sum("中小企业供应商中标或成交的采购金额", said.Term(total, Role.Stated), [said.Term(inside, Role.Part), said.Term(outside, Role.Part)]) { Open = true };
    }
}
