using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>Instances of checks by id, in the order they were met.</summary>
internal sealed class Instances
{
    private readonly Dictionary<string, List<Instance>> _byId = new(StringComparer.Ordinal);

    public IEnumerable<Instance> Of(string id) => _byId.TryGetValue(id, out var list) ? list : [];

    public IEnumerable<(string Id, Instance Instance)> All => _byId.SelectMany(static pair => pair.Value.Select(instance => (pair.Key, instance)));

    public void Add(string id, Instance? instance)
    {
        if (instance is null) return;
        if (!_byId.TryGetValue(id, out var list)) _byId[id] = list = [];
        list.Add(instance);
    }

    public void AddAll(Instances others)
    {
        foreach (var (id, instance) in others.All) Add(id, instance);
    }

    /// <summary>Every sum with blanks, told that the table's blanks are none.</summary>
    public void ProveBlanks()
    {
        foreach (var list in _byId.Values)
            for (var i = 0; i < list.Count; i++)
                if (list[i] is Sum { Blanks.Length: > 0 } sum) list[i] = sum with { BlanksAreNone = true };
    }

    /// <summary>True where a sum with blanks and with something in it holds.</summary>
    public bool HasBlanksProven => _byId.Values.SelectMany(static list => list).OfType<Sum>().Any(static sum =>
        sum.Blanks.Length > 0 && sum.Parts.Any(static part => part.Value != 0) && sum.Judge().Verdict is Verdict.Holds or Verdict.HoldsWithinRounding);

    /// <summary>A total and its parts out of one table; null where nothing is stated.</summary>
    public static Instance? Sum(FormTable table, string subject, Fact? stated, IEnumerable<Fact?> parts, IEnumerable<Fact?>? minus = null, bool open = false, IEnumerable<Fact?>? others = null)
    {
        if (stated is null) return null;
        var added = parts.OfType<Fact>().ToList();
        var taken = minus?.OfType<Fact>().ToList() ?? [];
        var terms = added.Concat(taken).Select(fact => table.Term(fact, Role.Part)).OfType<Term>().ToImmutableArray();
        var blanks = added.Concat(taken).Where(static fact => fact.Entry.Kind == EntryKind.Blank).Select(table.Blank).ToImmutableArray();
        if (added.Count == 0) return null;
        if (table.Term(stated, Role.Stated) is not { } whole)
        {
            if (stated.Entry.Kind == EntryKind.Dash || terms.All(static term => term.Value == 0)) return null;
            return new Unable(subject, string.Join(" + ", terms.Select(static term => term.Shown)) + " = ?", [table.Blank(stated) with { Role = Role.Stated }, .. terms.Select(static term => term.Operand)]);
        }
        if (terms.IsEmpty && whole.Value == 0) return null;
        // 其中 need not exhaust its whole: it can only be too much.
        if (open) return terms.IsEmpty ? null : new AtMost(subject, terms.Length == 1 ? terms[0] : Added(terms, subject, Role.Part), whole);
        var rest = others?.OfType<Fact>().Select(fact => table.Term(fact, Role.Other)).OfType<Term>().ToImmutableArray() ?? [];
        return new Sum(subject, whole, terms) { Minus = taken.Count(static fact => fact.Entry.Figure is not null), Blanks = blanks, Others = rest };
    }

    /// <summary>Several operands as one: their sum, its printed form their addition, its precision theirs.</summary>
    internal static Term Added(IReadOnlyList<Term> terms, string label, Role role)
    {
        var first = terms[0].Figure;
        var value = terms.Sum(static term => term.Value) / first.Unit.Factor;
        var figure = new Figure(string.Join(" + ", terms.Select(static term => term.Figure.Printed)), value, terms.Max(static term => term.Figure.Decimals), first.Unit);
        return new Term(label, figure, role, "", terms[0].Place) { Added = [.. terms] };
    }

    /// <summary>One quantity in two forms; blank in both, or none in one and zero in the other, is nothing to compare.</summary>
    public static Instance? Same(string subject, (FormTable Table, Fact? Fact) stated, (FormTable Table, Fact? Fact) other)
    {
        if (stated.Fact is null || other.Fact is null) return null;
        var left = stated.Table.Term(stated.Fact, Role.Stated);
        var right = other.Table.Term(other.Fact, Role.Whole);
        if (left is not null && right is not null) return new Same(subject, left, right);
        if (left is null && right is null || (left ?? right)!.Value == 0) return null;
        var none = left is null ? stated.Table.TermOrNone(stated.Fact, Role.Stated) : other.Table.TermOrNone(other.Fact, Role.Whole);
        if (none is not null) return new Same(subject, left ?? none, right ?? none);
        return new Unable(subject, $"{left?.Shown ?? "?"} = {right?.Shown ?? "?"}", [(left ?? right)!.Operand]);
    }

    /// <summary>One amount not above another.</summary>
    public static Instance? AtMost(string subject, (FormTable Table, Fact? Fact) left, (FormTable Table, Fact? Fact) right)
    {
        if (left.Fact is null || right.Fact is null || left.Table.Term(left.Fact, Role.Part) is not { } less) return null;
        if (right.Table.TermOrNone(right.Fact, Role.Whole) is { } more) return new AtMost(subject, less, more);
        return less.Value <= 0 ? null : new Unable(subject, $"{less.Shown} ≤ ?", [less.Operand]);
    }
}
