using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>U-08: one quantity stated more than once in a document.</summary>
internal static partial class RepeatSelectors
{
    // A shorter name (人员, 报告) is the name of many things.
    private const int LeastName = 4;

    /// <summary>
    /// Statements of one item, year and measure, wherever the document states it. Amounts that differ by more than a slip of the pen are
    /// taken for different things of one name, unless the name itself says of which budget and scope it is.
    /// </summary>
    public static IEnumerable<Instance> Statements(Dossier dossier)
    {
        var said = dossier.Said;
        var groups = said.All.Where(statement => IsPlain(dossier, statement)).GroupBy(statement => KeyOf(dossier, statement), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var all = group.ToList();
            for (var i = 1; i < all.Count; i++)
            {
                // What one sentence lists under one name are different things; the first of them bears the name.
                if (all[i].Sentence == all[i - 1].Sentence) continue;
                var same = new Same(all[0].Item, said.Term(all[i], Role.Stated), said.Term(all[0], Role.Whole));
                if (same.Stated.Value == same.Other.Value || IsScoped(all[i]) && IsScoped(all[0]) || !Diagnosis.Of(same).IsNone) yield return same;
            }
        }
    }

    private static bool IsPlain(Dossier dossier, Statement statement) =>
        statement.Qualifier.Length == 0 && IsNamed(statement) && !IsAccount(statement) && !dossier.IsSharedItem(statement) && !IsVehicleKind(statement) && !dossier.IsMisnamed(statement) && !dossier.IsInForm(statement) && dossier.Said.Key(statement).Length >= LeastName
        && statement.Kind switch
        {
            StatementKind.Amount => true,
            StatementKind.Count => statement.Measure == Measure.Actual && dossier.Said.Key(statement).Length > LeastName + 1,
            StatementKind.CompletionRate => statement.Measure == Measure.Actual && !dossier.Said.Key(statement).EndsWith('率'),
            _ => false,
        };

    /// <summary>The words of the quote name the item; one that is only understood (30万元用于…) may be a part of it.</summary>
    private static bool IsNamed(Statement statement) => Characters.Key(statement.Quote).Contains(Characters.Key(statement.Item), StringComparison.Ordinal);

    /// <summary>An item named by its 类, 款 and 项: other classes have items of the same name.</summary>
    internal static bool IsAccount(Statement statement) =>
        statement.Quote.Contains("（项）", StringComparison.Ordinal) || statement.Quote.Contains("(项)", StringComparison.Ordinal) || statement.Quote.Contains("（款）", StringComparison.Ordinal) || statement.Quote.Contains("(款)", StringComparison.Ordinal);

    /// <summary>A category of vehicles, listed once for those kept and once for those bought.</summary>
    private static bool IsVehicleKind(Statement statement) => statement.Figure.Unit.Name == "辆" && statement.Item.EndsWith("用车", StringComparison.Ordinal);

    /// <summary>
    /// Names of parts: of which whole depends on where they stand (收入合计 of one fund and of another, 基本支出 of one item and of another).
    /// </summary>
    [GeneratedRegex("^(加上)?(本年|上年|年末|年初|总)?(基本支出|项目支出|人员经费|日常公用经费|公用经费|工资福利支出|商品和?服务支出|对个人.*|资本性支出|.*合计|.*总计|.*小计|收入|支出|总收入|总支出|.*转移性.*|.*结转.*|.*结余.*|.*拨款(收入|支出)?|.*货物.*|.*工程.*|.*服务.*|政府集中采购.*|分散采购.*|其他.*)$")]
    private static partial Regex PartName();

    /// <summary>A name means what its section makes it mean, unless it carries its scope itself; the name of a part also means what its whole makes it mean.</summary>
    private static string KeyOf(Dossier dossier, Statement statement)
    {
        var key = dossier.Said.Key(statement);
        var scope = IsScoped(statement) ? "" : PartName().IsMatch(key) ? statement.Section + "/" + Names.Key(statement.Within) : IsAccounts(dossier) ? Said.Part(statement) : "";
        var unit = statement.Figure.Unit.Dimension == Dimension.Count ? statement.Figure.Unit.Name : statement.Figure.Unit.Dimension.ToString();
        var granted = statement.Item.Contains("财政拨款", StringComparison.Ordinal) && key.Contains('计', StringComparison.Ordinal) ? "财政拨款" : "";
        return string.Join('|', scope, granted, key, statement.Year, statement.Kind, statement.Measure, unit, statement.Of);
    }

    /// <summary>Names that a department has one amount of.</summary>
    private static bool IsScoped(Statement statement)
    {
        if (statement.Item.StartsWith("一般公共预算财政拨款", StringComparison.Ordinal)) return true;
        foreach (var name in (ReadOnlySpan<string>)["三公", "机关运行经费", "采购支出总额"])
            if (statement.Item.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsAccounts(Dossier dossier) => dossier.Disclosure.About.Kind is DisclosureKind.FinalAccounts or DisclosureKind.Budget;

    /// <summary>An amount that a completion rate proves to be a sum, against the amount stated under the same name.</summary>
    public static IEnumerable<Instance> ProvenSums(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var (target, parts) in CompletionSelectors.ProvenSums(said))
        {
            var stem = Names.Stem(target.Item);
            if (stem.Length < LeastName) continue;
            var terms = parts.Select(part => said.Term(part, Role.Part)).ToImmutableArray();
            foreach (var other in said.All)
            {
                if (!Said.IsActual(other) || other.Kind != StatementKind.Amount || parts.Contains(other) || other.Qualifier.Length > 0 || other.Year != target.Year) continue;
                var name = Names.Stem(other.Item);
                if (!name.EndsWith(stem, StringComparison.Ordinal) && !stem.EndsWith(name, StringComparison.Ordinal) || name.Length < LeastName) continue;
                yield return new Sum(other.Item, said.Term(other, Role.Stated), terms);
            }
        }
    }

    /// <summary>
    /// Numbers in a form's texts that stand under nearly the same name and differ in one digit: the same quantity, misprinted once.
    /// Different quantities of like names rarely agree in all digits but one.
    /// </summary>
    public static IEnumerable<Instance> NearMisses(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var mentions = AllTexts(form).SelectMany(text => form.Mentions(text)).Where(static mention => !mention.IsBound && mention.Figure.Decimals > 0 && mention.Name.Length >= LeastName && !mention.IsMeasure).ToList();
            var told = new HashSet<(decimal, decimal)>();
            for (var i = 0; i < mentions.Count; i++)
            {
                for (var j = i + 1; j < mentions.Count; j++)
                {
                    var (a, b) = (mentions[i], mentions[j]);
                    if (a.Figure.Unit != b.Figure.Unit || a.Figure.Decimals != b.Figure.Decimals || Names.Likeness(a.Name, b.Name) < 0.8) continue;
                    if (a.Figure.Value == b.Figure.Value || !Diagnosis.OneDigitApart(a.Figure, b.Figure.BaseValue) || !told.Add((a.Figure.Value, b.Figure.Value))) continue;
                    var again = mentions.Skip(j + 1).Where(mention => mention.Figure == b.Figure && Names.Likeness(mention.Name, b.Name) >= 0.8).Select(mention => mention.Term(mention.Name, Role.Stated));
                    yield return new Same(form.Subject(a.Name), b.Term(b.Name, Role.Stated), a.Term(a.Name, Role.Whole)) { Again = [.. again], FailSeverity = Severity.Warning };
                }
            }
        }
    }

    /// <summary>The same for a document's sentences outside its forms, of one year and unit.</summary>
    public static IEnumerable<Instance> NearMissesInProse(Dossier dossier)
    {
        var told = dossier.Said.All.Where(statement => statement is { Kind: StatementKind.Amount or StatementKind.Count, Measure: Measure.Actual, Figure.Decimals: > 0, Qualifier.Length: 0 }
            && !dossier.IsInForm(statement) && !dossier.IsMisnamed(statement))
            .DistinctBy(statement => (dossier.Said.Key(statement), statement.Figure.Value, statement.Figure.Unit, statement.Figure.Decimals, statement.Year)).ToList();
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                var (a, b) = (told[i], told[j]);
                if (a.Figure.Unit != b.Figure.Unit || a.Figure.Decimals != b.Figure.Decimals || a.Year != b.Year || a.Sentence == b.Sentence || a.Figure.Value == b.Figure.Value) continue;
                if (!Diagnosis.OneDigitApart(a.Figure, b.Figure.BaseValue)) continue;
                var (first, second) = (dossier.Said.Key(a), dossier.Said.Key(b));
                if (first == second || Math.Min(first.Length, second.Length) < LeastName || Names.Likeness(first, second) < 0.8) continue;
                yield return new Same(a.Item, dossier.Said.Term(b, Role.Stated), dossier.Said.Term(a, Role.Whole)) { FailSeverity = Severity.Warning };
            }
        }
    }

    /// <summary>Numbers that stand under the same name in two texts of a form: results against results, aims against aims.</summary>
    public static IEnumerable<Instance> Texts(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var evaluation = form.Evaluation;
            Printed[] results = [evaluation.GoalCompletion, evaluation.Overview, evaluation.Conclusion, .. form.Indicators.Select(static row => row.Indicator.Actual)];
            Printed[] aims = [evaluation.YearGoal, .. form.Indicators.Select(static row => row.Indicator.Target)];
            foreach (var instance in Across(form, results)) yield return instance;
            foreach (var instance in Across(form, aims)) yield return instance;
        }
    }

    private static IEnumerable<Instance> Across(ScoredForm form, Printed[] texts)
    {
        var first = new Dictionary<(string, string), Mention>();
        foreach (var text in texts)
        {
            if (text.Text.Length <= 8) continue;
            var here = new HashSet<(string, string)>();
            foreach (var mention in form.Mentions(text))
            {
                var key = (mention.Name, mention.Figure.Unit.Name);
                if (mention.IsBound || mention.IsMeasure || mention.Name.Length < LeastName || mention.Figure.Unit.Dimension == Dimension.None || !here.Add(key)) continue;
                if (!first.TryAdd(key, mention))
                    yield return new Same(form.Subject(mention.Name), first[key].Term(mention.Name, Role.Stated), mention.Term(mention.Name, Role.Whole)) { FailSeverity = Severity.Warning };
            }
        }
    }

    private static IEnumerable<Printed> AllTexts(ScoredForm form)
    {
        foreach (var text in GoalTextSelectors.Texts(form)) yield return text;
        foreach (var row in form.Indicators)
        {
            foreach (var cell in (Printed[])[row.Indicator.Level3, row.Indicator.Target, row.Indicator.Actual])
                if (cell.Text.Length > 12) yield return cell;
        }
    }
}
