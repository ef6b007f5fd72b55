using System.Collections.Immutable;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>A row of one lane of a statutory form.</summary>
internal sealed record FormRow(string Name, string Code, int Level, RowRole Role, bool IsOfWhich, string Group, int Line, int Lane, ImmutableArray<Fact> Cells)
{
    /// <summary>Its name compared with other forms' rows.</summary>
    public string Key { get; } = RowNames.Key(Name);

    /// <summary>A line of its lane's sum, not part of a balance.</summary>
    public bool IsLine => Role == RowRole.Line && !IsOfWhich && Group.Length == 0;

    public Fact? At(string column) => Cells.FirstOrDefault(fact => fact.Column == column && !fact.IsOfWhich);

    /// <summary>The cell of the row's only column, or of its total column.</summary>
    public Fact? Main => At(ColumnNames.Total) ?? At(ColumnNames.Final) ?? (Cells.Length == 1 ? Cells[0] : Cells.FirstOrDefault(static fact => !fact.IsOfWhich));
}

/// <summary>A statutory form of a document: its rows, and what its blanks were proven to mean.</summary>
internal sealed class FormTable
{
    public FormTable(IGrouping<int, Fact> facts)
    {
        Index = facts.Key;
        var first = facts.First();
        (Kind, Name, IsBudget) = (first.Kind, first.Form, first.IsBudget);
        Facts = [.. facts];
        Rows =
        [
            .. facts.GroupBy(static fact => (fact.Line, fact.Lane)).Select(static group =>
            {
                var head = group.First();
                var name = head.Kind == FormKind.ThreePublic ? head.Group : head.Row;
                return new FormRow(name, head.Code, head.Level, head.Code.Length > 0 ? RowRole.Line : RowNames.RoleOf(name), group.All(static fact => fact.IsOfWhich), head.Group, head.Line, head.Lane, [.. group]);
            }),
        ];
    }

    private Dictionary<string, FormRow>? _coded;

    private static Dictionary<string, FormRow> First(IEnumerable<FormRow> rows, Func<FormRow, string> keyOf)
    {
        var found = new Dictionary<string, FormRow>(StringComparer.Ordinal);
        foreach (var row in rows) found.TryAdd(keyOf(row), row);
        return found;
    }

    /// <summary>The table among the document's tables.</summary>
    public int Index { get; }

    public FormKind Kind { get; }

    public string Name { get; }

    public bool IsBudget { get; }

    public ImmutableArray<Fact> Facts { get; }

    public ImmutableArray<FormRow> Rows { get; }

    /// <summary>True where sums with blank cells hold: in this table a blank is none. Decided by the table's identities and said in every formula that rests on it.</summary>
    public bool BlanksAreNone { get; set; }

    /// <summary>True where no cell holds a number.</summary>
    public bool IsEmpty => !Facts.Any(static fact => fact.Entry.Figure is not null);

    public int Lanes => Rows.IsEmpty ? 0 : Rows.Max(static row => row.Lane) + 1;

    public IEnumerable<FormRow> Lane(int lane) => Rows.Where(row => row.Lane == lane);

    public FormRow? Row(RowRole role, int lane = 0) => Rows.FirstOrDefault(row => row.Lane == lane && row.Role == role && row.Code.Length == 0);

    public FormRow? Coded(string code) => (_coded ??= First(Rows.Where(static row => row.Code.Length > 0), static row => row.Code)).GetValueOrDefault(code);

    /// <summary>The row of all: 合计, 总计.</summary>
    public FormRow? Total => Rows.FirstOrDefault(static row => row.Role == RowRole.Total);

    /// <summary>The line or class of a name, in the lane.</summary>
    public FormRow? Named(string key, int lane) => Rows.FirstOrDefault(row => row.Lane == lane && row.IsLine && row.Key == key);

    public string Subject(FormRow row, string column) =>
        string.Join(' ', new[] { Name, row.Code, row.Name, column }.Where(static part => part.Length > 0));

    /// <summary>The cell as an operand; null where it holds no number.</summary>
    public Term? Term(Fact? fact, Role role) =>
        fact?.Entry.Figure is { } figure ? new Term(Label(fact), figure, role, "", fact.Printed.Place) : null;

    /// <summary>The cell as an operand, a blank as nothing where the table's identities prove that it is.</summary>
    public Term? TermOrNone(Fact? fact, Role role)
    {
        if (Term(fact, role) is { } term) return term;
        if (fact is null || fact.Entry.Kind == Figures.EntryKind.Words || fact.Entry.Kind == Figures.EntryKind.Blank && !BlanksAreNone) return null;
        var unit = Facts.FirstOrDefault(static other => other.Entry.Figure is not null)?.Entry.Figure?.Unit ?? Figures.Unit.None;
        return new Term(Label(fact), new Figures.Figure(fact.Printed.IsBlank ? "∅" : fact.Printed.Text, 0, 2, unit), role, "", fact.Printed.Place);
    }

    public Operand Blank(Fact fact) => new(Label(fact), fact.Printed.Text, Role.Part, "", fact.Printed.Place);

    private string Label(Fact fact) => string.Join(' ', new[] { Name, fact.Code, fact.Row, fact.Column }.Where(static part => part.Length > 0));
}
