using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Operands of shares in sentences: 占 x %.</summary>
internal static class ShareSelectors
{
    /// <summary>N-11, N-23, N-33, N-34: a share is its part over its whole; the sentence's subject decides the id.</summary>
    public static IEnumerable<Instance> Shares(Dossier dossier, string id)
    {
        var said = dossier.Said;
        foreach (var share in said.All.Where(static statement => statement.Kind == StatementKind.Share && statement.Measure == Measure.Actual))
        {
            if (share.Qualifier.Length > 0 || Part(said, share) is not { } part || IdOf(share, part) != id) continue;
            var stated = said.Term(share, Role.Stated);
            var numerator = said.Term(part, Role.Part);
            var wholes = Wholes(dossier, share, part);
            var candidates = wholes.Select(whole => Quotient.Of(numerator, said.Term(whole, Role.Whole))).OfType<Quotient>().ToImmutableArray();
            if (candidates.IsEmpty)
            {
                if (numerator.Value == 0 && stated.Value == 0) continue;
                yield return new Unable(part.Item + " 占比", $"{numerator.Figure.Printed} ÷ ? = {stated.Figure.Printed}%", [stated.Operand, numerator.Operand]);
                continue;
            }
            var fits = candidates.Any(candidate => stated.Interval.Meets(candidate.Range));
            yield return new Ratio(part.Item + " 占比", stated, candidates) { Plugs = fits ? 0 : Plugged(said, share), Hypotheses = () => Others(dossier, share, numerator, wholes) };
        }
    }

    /// <summary>N-12: the shares of a closed list add to 100.</summary>
    public static IEnumerable<Instance> Lists(Dossier dossier)
    {
        foreach (var list in dossier.Said.Sentences)
        {
            if (Closed(dossier.Said, list) is not { } shares) continue;
            // 0 % of nothing is no rounding: it must not lend its half-step to the others.
            var parts = shares.Select(share => dossier.Said.Term(share, Role.Part)).Select(static term => term with { IsPoint = term.Value == 0 }).ToImmutableArray();
            var hundred = new Term("100%", new Figure("100", 100, 0, Unit.Percent), Role.Stated, "", null) { IsPoint = true };
            yield return new Sum(shares[0].Section + " 占比合计", hundred, parts);
        }
    }

    /// <summary>The shares of a sentence whose amounts make up the amount they are of; null where the list is open.</summary>
    private static List<Statement>? Closed(Said said, IEnumerable<Statement> sentence)
    {
        var all = sentence.ToList();
        var shares = all.FindAll(static statement => statement is { Kind: StatementKind.Share, Measure: Measure.Actual, Qualifier.Length: 0 });
        if (shares.Count < 2) return null;
        var parts = shares.ConvertAll(share => Part(said, share));
        if (parts.Contains(null) || parts.Distinct().Count() != parts.Count) return null;
        var whole = all.Find(statement => Said.IsActual(statement) && said.Distance(statement, parts[0]!) > 0);
        if (whole is null) return null;
        var terms = parts.Select(part => said.Term(part!, Role.Part)).ToImmutableArray();
        var sum = new Sum("", said.Term(whole, Role.Stated), terms);
        return Math.Abs(sum.Stated.Value - sum.Total) <= sum.Hard ? shares : null;
    }

    /// <summary>How many shares the closed list has, where they print a sum of exactly 100.</summary>
    private static int Plugged(Said said, Statement share) =>
        (Closed(said, said.Sentence(share)) ?? Closed(said, said.All.Where(statement => statement.Section == share.Section))) is { } shares && shares.Contains(share) && shares.Sum(static other => other.Figure.Value) == 100 ? shares.Count : 0;

    private static string IdOf(Statement share, Statement part)
    {
        var name = part.Item + share.Of + share.Item;
        var awarded = name.Contains("合同", StringComparison.Ordinal) || name.Contains("采购", StringComparison.Ordinal);
        if (awarded && (name.Contains("中小企业", StringComparison.Ordinal) || name.Contains("小微企业", StringComparison.Ordinal)))
            return name.Contains("货物", StringComparison.Ordinal) || name.Contains("工程", StringComparison.Ordinal) || name.Contains("服务", StringComparison.Ordinal) ? "N-34" : "N-33";
        return ListSelectors.IsThreePublic(part.Item) ? "N-23" : "N-11";
    }

    /// <summary>The amount a share is of: named like it in its sentence, else the nearest before it; for a rate (合格率) the amount of its stem (合格量).</summary>
    private static Statement? Part(Said said, Statement share)
    {
        var before = said.Sentence(share).Where(statement => Said.IsActual(statement) && said.Distance(statement, share) > 0).ToList();
        var key = said.Key(share);
        if (before.FindLast(statement => said.Key(statement) == key) is { } named) return named;
        if (key.EndsWith('率'))
        {
            var stem = key.Length > 2 ? key[^3..^1] : "";
            return stem.Length == 2 ? before.FindLast(statement => statement.Item.Contains(stem, StringComparison.Ordinal)) : null;
        }
        // 占 directly behind an amount is that amount's share.
        return share.Item.Length == 0 && before.LastOrDefault() is { } last && said.Distance(last, share) == 1 && share.Quote.Contains('占', StringComparison.Ordinal) ? last : null;
    }

    /// <summary>The wholes a share may be of: the one it names, else the first amount of its sentence.</summary>
    private static List<Statement> Wholes(Dossier dossier, Statement share, Statement part)
    {
        var said = dossier.Said;
        var of = share.Of[(share.Of.LastIndexOf('/') + 1)..].Trim();
        var named = of.Length == 0 ? [] : said.Of(Names.Key(of)).Where(statement => Fit(dossier, statement, part)).ToList();
        if (named.Count == 0 && of.EndsWith("预算", StringComparison.Ordinal)) named = Planned(dossier, of, part);
        // The nearest of the section it stands in is meant first; the same name may have another scope in another section.
        var near = named.FindAll(statement => Said.Part(statement) == Said.Part(share));
        if (near.Count > 0) named = near;
        // A share of what the document does not state (of the whole province) is of nothing here.
        if (named.Count == 0 && (of.Length == 0 || part.Kind == StatementKind.Amount))
        {
            var first = said.Sentence(share).FirstOrDefault(statement => Fit(dossier, statement, part) && said.Distance(statement, part) > 0 && (part.Kind == StatementKind.Count || statement.Figure.BaseValue >= part.Figure.BaseValue))
                ?? (part.Kind == StatementKind.Count ? null : said.Paragraph(share).LastOrDefault(statement => of.Length > 0 && Fit(dossier, statement, part) && said.Distance(statement, part) > 0 && statement.Figure.Value >= part.Figure.Value));
            // A share of the three public expenses is of their total, not of the amount that happens to stand before it.
            if (first is not null && of.Contains("三公", StringComparison.Ordinal) && !first.Item.Contains("三公", StringComparison.Ordinal)) first = null;
            // A whole that is named is an amount of nearly that name, or what the list is of.
            if (first is not null && of.Length > 0 && !IsNamedLike(said, first, of) && first.Item != share.Within) first = null;
            if (first is not null) named.Add(first);
        }
        return [.. named.DistinctBy(statement => said.Term(statement, Role.Whole).Value)];
    }

    private static bool IsNamedLike(Said said, Statement whole, string of)
    {
        var (name, key) = (said.Key(whole), Names.Key(of));
        return name.Contains(key, StringComparison.Ordinal) || key.Contains(name, StringComparison.Ordinal) || Names.Likeness(name, key) >= 0.5;
    }

    /// <summary>占政府采购预算的: the planned amount of that name; the words name a plan, so the part is one too.</summary>
    private static List<Statement> Planned(Dossier dossier, string of, Statement part)
    {
        var said = dossier.Said;
        return [.. said.Of(Names.Key(of)).Concat(said.Of(Names.Key(of[..^2]))).Where(whole => Said.IsBudget(whole) && whole.Year == part.Year && whole.Figure.Unit.Dimension == part.Figure.Unit.Dimension && Said.Part(whole) == Said.Part(part))];
    }

    private static bool Fit(Dossier dossier, Statement whole, Statement part) =>
        !ReferenceEquals(whole, part) && Said.IsActual(whole) && whole.Kind == part.Kind && whole.Year == part.Year && !dossier.IsMisnamed(whole)
        && (whole.Kind == StatementKind.Count ? whole.Figure.Unit == part.Figure.Unit : whole.Figure.Unit.Dimension == part.Figure.Unit.Dimension);

    private static IEnumerable<(string, Quotient)> Others(Dossier dossier, Statement share, Term part, List<Statement> tried)
    {
        var seen = new HashSet<decimal>(tried.Select(whole => dossier.Said.Term(whole, Role.Whole).Value));
        foreach (var other in dossier.Said.All)
        {
            if (Said.Part(other) != Said.Part(share) || !Said.IsActual(other) || other.Kind != StatementKind.Amount) continue;
            var whole = dossier.Said.Term(other, Role.Whole);
            if (whole.Value <= part.Value || !seen.Add(whole.Value)) continue;
            if (Quotient.Of(part, whole) is { } quotient) yield return ("wrong_denominator", quotient with { Operands = [whole] });
        }
    }
}
