using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>Applies the catalogue to what a disclosure says.</summary>
public static class Checker
{
    /// <summary>
    /// Every check of the catalogue applied wherever it applies. The same disclosure gives the same report on every machine. What
    /// simply holds is counted and not listed; what could not run is listed last and never counted as held.
    /// </summary>
    public static Report Run(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var dossier = new Dossier(disclosure);
        var outcomes = new Outcomes();
        var unapplied = ImmutableArray.CreateBuilder<string>();
        for (var rank = 0; rank < Catalogue.Entries.Length; rank++)
        {
            var entry = Catalogue.Entries[rank];
            var before = outcomes.Run;
            foreach (var instance in entry.Select(dossier))
                outcomes.Add(entry, rank, instance, disclosure.Document.Sha256, !entry.IsOfReading && instance.Operands.Any(dossier.IsDoubtful));
            if (outcomes.Run == before) unapplied.Add(entry.Id);
        }
        return outcomes.Report() with { Unapplied = unapplied.ToImmutable() };
    }

    /// <summary>The checks between documents applied to several at once; one document alone gives an empty report.</summary>
    /// <param name="volumes">What each document gives, in the order of the documents.</param>
    public static Report Between(IReadOnlyList<Volume> volumes)
    {
        ArgumentNullException.ThrowIfNull(volumes);
        var outcomes = new Outcomes();
        for (var rank = 0; rank < Catalogue.Entries.Length; rank++)
            foreach (var (of, instance) in Catalogue.Entries[rank].SelectBetween(volumes)) outcomes.Add(Catalogue.Entries[rank], rank, instance, of.Sha256, doubtful: false);
        return outcomes.Report();
    }

    /// <summary>What came of the applications so far, each address once.</summary>
    private sealed class Outcomes
    {
        private readonly List<(Finding Finding, int Rank)> _findings = [];
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _held;
        private int _rounded;
        private int _failed;
        private int _unable;

        public int Run => _held + _rounded + _failed + _unable;

        public void Add(CatalogueEntry entry, int rank, Instance instance, string document, bool doubtful)
        {
            var operands = instance.Operands;
            var address = AddressOf(entry.Id, instance.Subject, operands);
            if (!_seen.Add(address)) return;
            var judgement = instance.Judge();
            if (doubtful) judgement = judgement with { Verdict = Verdict.CannotRun, Severity = null, Cause = Cause.None };
            switch (judgement.Verdict)
            {
                case Verdict.Holds: _held++; return;
                case Verdict.HoldsWithinRounding: _rounded++; break;
                case Verdict.Fails: _failed++; break;
                default: _unable++; break;
            }
            _findings.Add((Checker.Report(Fingerprint(document, address), entry, instance, judgement, operands), rank));
        }

        public Report Report() => new(
            [.. _findings.OrderBy(static outcome => Group(outcome.Finding)).ThenBy(static outcome => outcome.Rank).Select(static outcome => outcome.Finding)],
            new Coverage(Run, _held, _rounded, _failed, _unable));
    }

    private static int Group(Finding finding) => finding.Verdict switch
    {
        Verdict.Fails => 2 - (int)finding.Severity,
        Verdict.HoldsWithinRounding => 3,
        _ => 4,
    };

    private static Finding Report(string id, CatalogueEntry entry, Instance instance, Judgement judgement, ImmutableArray<Operand> operands)
    {
        var severity = judgement.Severity ?? (judgement.Verdict == Verdict.Fails ? instance.FailSeverity ?? entry.Severity : Severity.Note);
        return new Finding(
            id, entry.Id, judgement.Verdict, severity, instance.Subject, judgement.Formula,
            judgement.Stated, judgement.Computed, judgement.Gap, judgement.Slack, judgement.Unit, judgement.Cause.Key, judgement.Cause.Arguments, operands);
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over document, check and the addresses of the operands.</summary>
    private static string Fingerprint(string document, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document + "\n" + address)))[..16];

    /// <summary>Check and operands, each by its place (by its name where it has none) and what it prints.</summary>
    private static string AddressOf(string check, string subject, ImmutableArray<Operand> operands)
    {
        var text = new StringBuilder(check);
        foreach (var operand in operands)
            text.Append('\n').Append(operand.Place is { } place ? Address(place) : subject + "|" + operand.Label).Append('|').Append(operand.Printed);
        if (operands.IsEmpty) text.Append('\n').Append(subject);
        return text.ToString();
    }

    private static string Address(Place place) => place switch
    {
        TextPlace text => string.Create(CultureInfo.InvariantCulture, $"{text.Line}:{text.FromColumn}-{text.ToColumn}"),
        PagePlace page => string.Create(CultureInfo.InvariantCulture, $"{page.Page}:{page.Left:F1},{page.Top:F1},{page.Right:F1},{page.Bottom:F1}"),
        CellPlace cell => cell.Sheet + "!" + cell.Cell,
        PathPlace path => path.Path,
        _ => throw new InvalidOperationException("a place of a kind that has no address"),
    };
}
