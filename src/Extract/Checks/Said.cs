using System.Collections.Immutable;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks;

/// <summary>The statements of a disclosure in reading order, with the questions checks ask of them.</summary>
internal sealed class Said
{
    private readonly Dictionary<Statement, int> _order = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Statement, string> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly Grouped<int> _bySentence;
    private readonly Grouped<int> _byParagraph;
    private readonly Grouped<string> _byItem;
    private readonly Grouped<string> _bySection;
    private readonly Dictionary<string, List<Statement>?> _closed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NearbyAmounts> _amounts = new(StringComparer.Ordinal);
    private readonly Unit _documentUnit;
    private readonly Dictionary<(string Part, Unit Unit), int> _decimals = [];
    private readonly Dictionary<(Statement, Role), Term> _terms = new(ByReference.Instance);

    public Said(Disclosure disclosure)
    {
        All = disclosure.Statements.IsDefault ? [] : disclosure.About.Kind == DisclosureKind.Budget ? [.. disclosure.Statements.Select(Planned)] : disclosure.Statements;
        for (var i = 0; i < All.Length; i++) _order[All[i]] = i;
        foreach (var statement in All) _keys[statement] = Names.Key(statement);
        _bySentence = new(this, static statement => statement.Sentence);
        _byParagraph = new(this, static statement => statement.Paragraph);
        _byItem = new(this, Key);
        _bySection = new(this, static statement => statement.Section);
        var unit = Unit.Of(disclosure.About.Unit);
        _documentUnit = unit.Dimension == Dimension.Money ? unit : Unit.None;
        if (disclosure.About.Kind is not (DisclosureKind.FinalAccounts or DisclosureKind.Budget)) return;
        foreach (var statement in All.Where(IsTabular))
        {
            var key = (Part(statement), MoneyOf(statement));
            _decimals[key] = Math.Max(_decimals.GetValueOrDefault(key), Math.Min(2, statement.Figure.Decimals));
        }
    }

    public ImmutableArray<Statement> All { get; }

    /// <summary>In a budget the plan is what is spoken of: checks ask of it what they ask of an account's outcome.</summary>
    private static Statement Planned(Statement statement) =>
        statement is { Kind: StatementKind.Amount, Measure: Measure.Budget } ? statement with { Measure = Measure.Actual } : statement;

    private sealed class ByReference : IEqualityComparer<(Statement Statement, Role Role)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((Statement Statement, Role Role) x, (Statement Statement, Role Role) y) => ReferenceEquals(x.Statement, y.Statement) && x.Role == y.Role;

        public int GetHashCode((Statement Statement, Role Role) obj) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Statement), obj.Role);
    }

    /// <summary>What a statement is of, as <see cref="Names.Key(Statement)"/>, worked out once.</summary>
    public string Key(Statement statement) => _keys[statement];

    /// <summary>The statements of one sentence, in order; of a very long one those around it.</summary>
    public IEnumerable<Statement> Sentence(Statement of) => _bySentence.Around(of.Sentence, of);

    /// <summary>The statements of one paragraph, in order; of a very long one those around it.</summary>
    public IEnumerable<Statement> Paragraph(Statement of) => _byParagraph.Around(of.Paragraph, of);

    /// <summary>The paragraphs that state something.</summary>
    public IEnumerable<IGrouping<int, Statement>> Paragraphs => _byParagraph.Groups;

    /// <summary>The sentences that state something.</summary>
    public IEnumerable<IGrouping<int, Statement>> Sentences => _bySentence.Groups;

    /// <summary>Every statement of an item, by its key.</summary>
    public IEnumerable<Statement> Of(string key) => _byItem.All(key);

    /// <summary>The statements of an item, by its key, in order; of very many those around a statement.</summary>
    public IEnumerable<Statement> Of(string key, Statement near) => _byItem.Around(key, near);

    /// <summary>The final amounts of a statement's part of the document that lie in an interval of base units, each value once, in order.</summary>
    public IEnumerable<Statement> AmountsIn(Statement partOf, Interval interval)
    {
        var part = Part(partOf);
        if (!_amounts.TryGetValue(part, out var amounts))
            _amounts[part] = amounts = new NearbyAmounts(this, All.Where(statement => statement.Kind == StatementKind.Amount && IsActual(statement) && Part(statement) == part));
        return amounts.In(interval);
    }

    /// <summary>The closed list of shares of a statement's section, worked out once; null where there is none.</summary>
    public List<Statement>? ClosedShares(Statement of, Func<Said, IEnumerable<Statement>, List<Statement>?> find)
    {
        if (!_closed.TryGetValue(of.Section, out var shares)) _closed[of.Section] = shares = find(this, _bySection.All(of.Section));
        return shares;
    }

    /// <summary>Where a statement stands among all.</summary>
    public int Order(Statement statement) => _order[statement];

    /// <summary>How far <paramref name="later"/> stands behind <paramref name="earlier"/> in the document.</summary>
    public int Distance(Statement earlier, Statement later) => _order[later] - _order[earlier];

    /// <summary>The heading of the first level a statement stands under.</summary>
    public static string Part(Statement statement)
    {
        var end = statement.Section.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? statement.Section : statement.Section[..end];
    }

    /// <summary>True for an amount or a count that was reached, not aimed at.</summary>
    public static bool IsActual(Statement statement) =>
        statement.Kind is StatementKind.Amount or StatementKind.Count && statement.Measure == Measure.Actual;

    /// <summary>True for an amount that is a plan.</summary>
    public static bool IsBudget(Statement statement) =>
        statement.Kind == StatementKind.Amount && statement.Measure is Measure.OpeningBudget or Measure.AdjustedBudget or Measure.Budget;

    /// <summary>
    /// The figure of a statement as an operand. An amount without a unit is in the document's; in the text of accounts, which restates
    /// tables, an amount has the precision its section shows for its unit (45 among 3022.37 is 45.00).
    /// </summary>
    public Term Term(Statement statement, Role role)
    {
        if (_terms.TryGetValue((statement, role), out var known)) return known;
        return _terms[(statement, role)] = Make(statement, role);
    }

    private static bool IsTabular(Statement statement) => statement.Kind is StatementKind.Amount or StatementKind.Change && statement.Qualifier.Length == 0;

    private Unit MoneyOf(Statement statement) =>
        statement.Figure.Unit is { Dimension: Dimension.None, Factor: 1 } ? _documentUnit : statement.Figure.Unit;

    private Term Make(Statement statement, Role role)
    {
        var figure = statement.Figure;
        if (statement.Kind is StatementKind.Amount or StatementKind.Change) figure = figure.In(MoneyOf(statement));
        if (IsTabular(statement) && _decimals.TryGetValue((Part(statement), figure.Unit), out var decimals) && decimals > figure.Decimals) figure = figure with { Decimals = decimals };
        if (statement.Kind is StatementKind.Share or StatementKind.Growth or StatementKind.CompletionRate && figure.Unit.Dimension == Dimension.None) figure = figure.In(Unit.Percent);
        // Nothing is nothing: a 0 printed for money or things is no rounding of something smaller.
        return new Term(statement.Item, figure, role, statement.Quote, statement.Places.IsDefaultOrEmpty ? null : statement.Places[0]) { IsPoint = figure.Value == 0 && figure.Unit.Dimension != Dimension.Ratio };
    }
}
