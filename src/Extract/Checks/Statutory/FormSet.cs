using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks.Statutory;

/// <summary>
/// The statutory forms of a disclosure with every check inside and across them. A table most of whose identities fail is a suspect
/// reading: it gives one finding (E-04), and no other check passes or fails on its cells.
/// </summary>
internal sealed class FormSet
{
    /// <summary>Fewer failures than this say nothing of the reading.</summary>
    private const int FewestFailures = 4;

    private readonly Instances _found = new();
    private readonly HashSet<Place> _suspect = [];

    public FormSet(Disclosure disclosure)
    {
        Tables = disclosure.Facts.IsDefault ? [] : [.. disclosure.Facts.GroupBy(static fact => fact.Grid).Select(static group => new FormTable(group))];
        foreach (var table in Tables) Read(table);
        CrossForms.Read(this, _found);
    }

    /// <summary>The forms in the document's order.</summary>
    public ImmutableArray<FormTable> Tables { get; }

    /// <summary>Every instance of a check.</summary>
    public IEnumerable<Instance> Of(string id) => _found.Of(id);

    /// <summary>True for a cell of a table whose reading is not trusted.</summary>
    public bool IsSuspect(Place place) => _suspect.Contains(place);

    /// <summary>The cells that a sum of at least two amounts confirms.</summary>
    public HashSet<Place> Confirmed => _confirmed ??= [.. _found.All.Select(static pair => pair.Instance).OfType<Sum>()
        .Where(static sum => sum.Parts.Count(static part => part.Value != 0) > 1 && sum.Judge().Verdict is Verdict.Holds or Verdict.HoldsWithinRounding)
        .SelectMany(static sum => sum.Operands).Select(static operand => operand.Place).OfType<Place>()];

    private HashSet<Place>? _confirmed;

    /// <summary>The form of a kind that states something, else the first of the kind; null where there is none.</summary>
    public FormTable? Table(FormKind kind) => Tables.FirstOrDefault(table => table.Kind == kind && !table.IsEmpty) ?? Tables.FirstOrDefault(table => table.Kind == kind);

    private void Read(FormTable table)
    {
        var own = Inside(table);
        // Words and codes say nothing of whether the amounts stand in their cells.
        var judged = own.All.Where(static pair => pair.Instance is not Present).Select(static pair => pair.Instance.Judge().Verdict).ToList();
        var failed = judged.Count(static verdict => verdict == Verdict.Fails);
        var run = judged.Count(static verdict => verdict != Verdict.CannotRun);
        _found.AddAll(own);
        if (run == 0) return;
        var moved = failed >= 3 ? Moves.Find(table, failed) : null;
        _found.Add("TT-01", moved ?? new Present(table.Name, true, table.Name, []));
        var suspect = failed >= FewestFailures && failed * 2 > run;
        _found.Add("E-04", new Present(table.Name, !suspect, $"{run - failed} / {run}", suspect ? [new Operand(table.Name, table.Name, Role.Stated, "", FirstPlace(table))] : []));
        if (!suspect) return;
        foreach (var fact in table.Facts) _suspect.UnionWith(fact.Printed.Places);
    }

    private static Place? FirstPlace(FormTable table) => table.Facts.Select(static fact => fact.Printed.Place).FirstOrDefault(static place => place is not null);

    /// <summary>Every check inside one table, its blanks read as its own identities prove them.</summary>
    internal static Instances Inside(FormTable table)
    {
        var own = new Instances();
        CodedForms.Read(table, own);
        TwoLaneForms.Read(table, own);
        ThreePublicForm.Read(table, own);
        if (!own.HasBlanksProven) return own;
        table.BlanksAreNone = true;
        own.ProveBlanks();
        return own;
    }
}
