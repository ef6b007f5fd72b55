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
        var outcomes = new List<(Finding Finding, int Rank)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int held = 0, rounded = 0, failed = 0, unable = 0;
        for (var rank = 0; rank < Catalogue.Entries.Length; rank++)
        {
            foreach (var instance in Catalogue.Entries[rank].Select(dossier))
            {
                var entry = Catalogue.Entries[rank];
                var operands = instance.Operands;
                var address = AddressOf(entry.Id, instance.Subject, operands);
                if (!seen.Add(address)) continue;
                var judgement = instance.Judge();
                if (!entry.IsOfReading && operands.Any(dossier.IsDoubtful)) judgement = judgement with { Verdict = Verdict.CannotRun, Severity = null, Cause = Cause.None };
                switch (judgement.Verdict)
                {
                    case Verdict.Holds: held++; continue;
                    case Verdict.HoldsWithinRounding: rounded++; break;
                    case Verdict.Fails: failed++; break;
                    default: unable++; break;
                }
                outcomes.Add((Report(Fingerprint(disclosure.Document.Sha256, address), entry, instance, judgement, operands), rank));
            }
        }
        var ordered = outcomes.OrderBy(static outcome => Group(outcome.Finding)).ThenBy(static outcome => outcome.Rank).Select(static outcome => outcome.Finding);
        return new Report([.. ordered], new Coverage(held + rounded + failed + unable, held, rounded, failed, unable));
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
