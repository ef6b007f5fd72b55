using System.Collections.Immutable;
using Extract.Checks.Readings;
using Extract.Checks.Selectors;
using Extract.Checks.Statutory;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>
/// A disclosure prepared for checking: its self-evaluations with their cells read as figures, its statements in reading order, and
/// what one check found out that others must know (a figure proven to be printed under another's name).
/// </summary>
internal sealed class Dossier
{
    /// <summary>A reconstruction less sure than this is not trusted: sound ones measure 0.7 and more, broken ones 0.35 and less.</summary>
    private const double LeastConfidence = 0.5;

    private readonly HashSet<Place> _formPlaces;
    private readonly HashSet<Place> _doubtfulPlaces;
    private readonly HashSet<string> _sharedItems;
    private readonly HashSet<Statement> _misnamed = new(ReferenceEqualityComparer.Instance);
    private PrintedInk? _ink;

    public Dossier(Disclosure disclosure)
    {
        Disclosure = disclosure;
        Forms = [.. disclosure.SelfEvaluations.Select(evaluation => new ScoredForm(evaluation, disclosure))];
        Grids = PlainGrids.Read(disclosure.Tables, Forms, disclosure.Facts);
        _formPlaces = [.. Forms.SelectMany(LinesOf)];
        _doubtfulPlaces = disclosure.Tables.IsDefault ? [] : [.. disclosure.Tables.Where(static grid => grid.Confidence < LeastConfidence)
            .SelectMany(static grid => grid.Cells).SelectMany(static cell => cell.Printed.Places).Select(LineOf)];
        Said = new Said(disclosure);
        _sharedItems = disclosure.Accounts.IsDefault ? [] : [.. disclosure.Accounts.GroupBy(static account => account.Item, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key)];
        Statutory = new FormSet(disclosure);
        Swaps = CompletionSelectors.Swaps(Said);
        foreach (var swap in Swaps) _misnamed.Add(swap.Printed);
    }

    public Disclosure Disclosure { get; }

    /// <summary>The self-evaluations.</summary>
    public ImmutableArray<ScoredForm> Forms { get; }

    /// <summary>The ordinary money tables.</summary>
    public ImmutableArray<PlainGrid> Grids { get; }

    /// <summary>The statutory forms, and every check inside and across them.</summary>
    public FormSet Statutory { get; }

    /// <summary>What the document's surfaces print, by place.</summary>
    public PrintedInk Ink => _ink ??= new PrintedInk(Disclosure.Document);

    /// <summary>Budgets printed as final amounts.</summary>
    public ImmutableArray<Swap> Swaps { get; }

    /// <summary>The statements, by sentence, paragraph and item.</summary>
    public Said Said { get; }

    /// <summary>True for a statement of an item whose name several classes have (一般行政管理事务).</summary>
    public bool IsSharedItem(Statement statement) => _sharedItems.Contains(statement.Item);

    /// <summary>True for a statement made in a cell of a self-evaluation.</summary>
    public bool IsInForm(Statement statement) => !statement.Places.IsDefaultOrEmpty && _formPlaces.Contains(LineOf(statement.Places[0]));

    /// <summary>True for an operand out of a table whose reconstruction is not trusted: no check may pass or fail on it.</summary>
    public bool IsDoubtful(Operand operand) => operand.Place is { } place && (_doubtfulPlaces.Count > 0 && _doubtfulPlaces.Contains(LineOf(place)) || Statutory.IsSuspect(place));

    /// <summary>True where a row's reason, or that it has none, is not what was printed beside it: the reason was given to it for the points it lost, or one of the form's texts found no row.</summary>
    public bool IsReasonUncertain(ScoredForm form, Printed reason) =>
        reason.IsBlank ? Troubles(DiagnosticKinds.Unplaced).Any(place => LinesOf(form).Contains(place)) : Troubles(DiagnosticKinds.Reconciled).Any(reason.Places.Select(LineOf).Contains);

    private IEnumerable<Place> Troubles(DiagnosticKind kind) => Disclosure.Diagnostics.Where(diagnostic => diagnostic.Kind == kind).Select(static diagnostic => diagnostic.Place).OfType<Place>().Select(LineOf);

    private IEnumerable<Place> LinesOf(ScoredForm form) => form.Evaluation.Grids.Where(index => index >= 0 && index < Disclosure.Tables.Length)
        .SelectMany(index => Disclosure.Tables[index].Cells).SelectMany(static cell => cell.Printed.Places).Select(LineOf);

    /// <summary>A place without its columns: a form takes its lines whole.</summary>
    private static Place LineOf(Place place) => place is TextPlace text ? text with { FromColumn = 0, ToColumn = 0 } : place;

    /// <summary>True for a statement proven to carry another quantity's figure: no other check may take it at its word.</summary>
    public bool IsMisnamed(Statement statement) => _misnamed.Contains(statement);
}
