using System.Collections.Immutable;
using System.Globalization;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>A defect planted in a disclosure: what kind, the places it touched, and the disclosure with it.</summary>
internal sealed record Planted(string Kind, HashSet<Place> Places, Disclosure Disclosure);

/// <summary>Plants one defect at a time into what a clean document says, at seeded places; never into its reading.</summary>
internal sealed class PlantedDefects(Disclosure clean, int seed)
{
    public static readonly ImmutableArray<string> Kinds = ["changed digit", "shifted row", "swapped lanes", "unit slip", "copied sentence", "wrong share"];

    private readonly Random _random = new(seed);
    private readonly Report _base = Checker.Run(clean);

    /// <summary>Every finding the document gives without a defect.</summary>
    public Report Clean => _base;

    private HashSet<Place> Known => _known ??= [.. _base.Findings.SelectMany(static finding => finding.Operands).Select(static operand => operand.Place).OfType<Place>()];

    private HashSet<Place>? _known;

    /// <summary>A defect of a kind; null where the document has no place for one.</summary>
    public Planted? Plant(string kind) => kind switch
    {
        "changed digit" => Cell(static (figure, random) => Digit(figure, random)),
        "unit slip" => Cell(static (figure, _) => Write(figure, figure.Value * 10_000)),
        "shifted row" => Shift(),
        "swapped lanes" => Swap(),
        "copied sentence" => Sentence(),
        _ => Share(),
    };

    /// <summary>One cell off by one in its last place: what rounding does.</summary>
    public Planted? Round() => Cell(static (figure, random) => Write(figure, figure.Value + (random.Next(2) == 0 ? 1 : -1) * figure.Step), rounded: true);

    /// <summary>True where a check that fails names a place that was touched; checks of the reading do not count, since the surface was left as it is.</summary>
    public bool IsFound(Planted planted) =>
        Checker.Run(planted.Disclosure).Findings.Any(finding => finding.Verdict == Verdict.Fails && !finding.Check.StartsWith("E-0", StringComparison.Ordinal) && !_base.Findings.Any(other => other.Id == finding.Id && other.Verdict == Verdict.Fails) && finding.Operands.Any(operand => operand.Place is { } place && planted.Places.Contains(place)));

    /// <summary>Errors that the document without the defect does not give.</summary>
    public IEnumerable<Finding> NewErrors(Disclosure changed) =>
        Checker.Run(changed).Findings.Where(finding => finding is { Verdict: Verdict.Fails, Severity: Severity.Error } && !_base.Findings.Any(other => other.Check == finding.Check && other.Subject == finding.Subject && other.Verdict == Verdict.Fails));

    private Planted? Cell(Func<Figure, Random, Figure> change, bool rounded = false)
    {
        var cells = clean.Facts.Where(fact => fact.Entry.Figure is { } figure && figure.Value != 0 && fact.Printed.Place is { } place && !Known.Contains(place) && IsChecked(fact) && (!rounded || !figure.IsExact)).ToList();
        if (cells.Count == 0) return null;
        var fact = cells[_random.Next(cells.Count)];
        return With("", [(fact, change(fact.Entry.Figure!, _random))]);
    }

    /// <summary>Project lists of one level and forms of the operating expenses' own detail have identities too; procurement items have no other print.</summary>
    private static bool IsChecked(Fact fact) => fact.Kind is not FormKind.Procurement;

    private Planted? Shift()
    {
        var columns = clean.Facts.GroupBy(static fact => (fact.Grid, fact.Lane, fact.At)).Select(static group => group.OrderBy(static fact => fact.Line).ToList())
            .Where(column => column.Count >= 6 && column.Count(static fact => fact.Entry.Figure is not null) >= 5 && IsChecked(column[0])).ToList();
        if (columns.Count == 0) return null;
        var chosen = columns[_random.Next(columns.Count)];
        var step = _random.Next(2) == 0 ? 1 : chosen.Count - 1;
        return Replace([.. chosen.Select((fact, i) => (fact, chosen[(i + step) % chosen.Count]))]);
    }

    private Planted? Swap()
    {
        var pairs = clean.Facts.Where(static fact => fact.Entry.Figure is not null).GroupBy(static fact => (fact.Grid, fact.Line)).SelectMany(static row => row.SelectMany((left, i) => row.Skip(i + 1).Select(right => (left, right))))
            .Where(pair => pair.left.At != pair.right.At && pair.left.Entry.Figure!.Value != pair.right.Entry.Figure!.Value && IsChecked(pair.left) && Math.Abs(pair.left.Entry.Figure.BaseValue - pair.right.Entry.Figure.BaseValue) > 20 * pair.left.Entry.Figure.Step * pair.left.Entry.Figure.Unit.Factor).ToList();
        if (pairs.Count == 0) return null;
        var (one, other) = pairs[_random.Next(pairs.Count)];
        return Replace([(one, other), (other, one)]);
    }

    private Planted? Sentence()
    {
        var amounts = clean.Statements.Where(statement => IsRestated(statement)).ToList();
        if (amounts.Count < 2) return null;
        var target = amounts[_random.Next(amounts.Count)];
        var others = amounts.FindAll(other => other.Figure.Value != target.Figure.Value && Math.Abs(other.Figure.Value - target.Figure.Value) > 20 * target.Figure.Step);
        return others.Count == 0 ? null : Say(target, others[_random.Next(others.Count)].Figure);
    }

    /// <summary>Amounts that sentences take from the forms.</summary>
    private bool IsRestated(Statement statement) =>
        statement is { Kind: StatementKind.Amount, Measure: Measure.Actual } && statement.Figure.Value != 0 && statement.Figure.Unit.Dimension == Dimension.Money && !statement.Places.IsDefaultOrEmpty && !Known.Contains(statement.Places[0])
        && Extract.Checks.Statutory.RestatedForms.KindOf(statement.Section) is FormKind.IncomeAndExpenditure or FormKind.Income or FormKind.Expenditure or FormKind.Grants or FormKind.GeneralBudget or FormKind.BasicExpenditure or FormKind.ThreePublic;

    private Planted? Share()
    {
        var shares = clean.Statements.Where(statement => statement.Kind == StatementKind.Share && statement.Figure.Value != 0 && !statement.Places.IsDefaultOrEmpty && !Known.Contains(statement.Places[0])).ToList();
        if (shares.Count == 0) return null;
        var target = shares[_random.Next(shares.Count)];
        return Say(target, Digit(target.Figure, _random));
    }

    private Planted Say(Statement target, Figure figure) =>
        new("", [.. target.Places], clean with
        {
            Statements = [.. clean.Statements.Select(statement => ReferenceEquals(statement, target) ? statement with { Figure = figure } : statement)],
            Accounts = [.. clean.Accounts.Select(account => account.Amount.Place is { } place && target.Places.Contains(place) ? account with { Amount = account.Amount with { Text = figure.Printed } } : account)],
        });

    private Planted With(string kind, (Fact Fact, Figure Figure)[] changes) => new(kind, [.. changes.SelectMany(static change => change.Fact.Printed.Places)], clean with
    {
        Facts = [.. clean.Facts.Select(fact => changes.FirstOrDefault(change => ReferenceEquals(change.Fact, fact)).Figure is { } figure
            ? fact with { Printed = fact.Printed with { Text = figure.Printed }, Entry = new Entry(EntryKind.Number, figure) } : fact)],
    });

    private Planted Replace(List<(Fact Fact, Fact Other)> changes) => new("", [.. changes.SelectMany(static change => change.Fact.Printed.Places)], clean with
    {
        Facts = [.. clean.Facts.Select(fact => changes.Find(change => ReferenceEquals(change.Fact, fact)).Other is { } other ? fact with { Printed = new Printed(other.Printed.Text, fact.Printed.Places), Entry = other.Entry } : fact)],
    });

    /// <summary>Another digit in any printed place but the last, where a change of one would be rounding.</summary>
    private static Figure Digit(Figure figure, Random random)
    {
        var text = Math.Abs(figure.Value).ToString("F" + figure.Decimals, CultureInfo.InvariantCulture).ToCharArray();
        var places = Enumerable.Range(0, Math.Max(1, text.Length - 1)).Where(i => char.IsAsciiDigit(text[i])).ToList();
        var at = places[random.Next(places.Count)];
        text[at] = (char)('0' + (text[at] - '0' + 1 + random.Next(9)) % 10);
        return Write(figure, Math.Sign(figure.Value) * decimal.Parse(text, CultureInfo.InvariantCulture));
    }

    private static Figure Write(Figure figure, decimal value) => figure with { Value = value, Printed = value.ToString("F" + figure.Decimals, CultureInfo.InvariantCulture) };
}
