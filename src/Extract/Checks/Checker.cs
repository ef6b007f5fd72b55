using System.Collections.Immutable;
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
                var finding = Report(disclosure.Document.Sha256, Catalogue.Entries[rank], instance);
                if (!seen.Add(finding.Id)) continue;
                switch (finding.Verdict)
                {
                    case Verdict.Holds: held++; continue;
                    case Verdict.HoldsWithinRounding: rounded++; break;
                    case Verdict.Fails: failed++; break;
                    default: unable++; break;
                }
                outcomes.Add((finding, rank));
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

    private static Finding Report(string document, CatalogueEntry entry, Instance instance)
    {
        var judgement = instance.Judge();
        var operands = instance.Operands;
        var severity = judgement.Severity ?? (judgement.Verdict == Verdict.Fails ? instance.FailSeverity ?? entry.Severity : Severity.Note);
        return new Finding(
            Fingerprint(document, entry.Id, instance.Subject, operands), entry.Id, judgement.Verdict, severity, instance.Subject, judgement.Formula,
            judgement.Stated, judgement.Computed, judgement.Gap, judgement.Slack, judgement.Unit, judgement.Cause.Key, judgement.Cause.Arguments, operands);
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over document, check and the addresses of the operands.</summary>
    private static string Fingerprint(string document, string check, string subject, ImmutableArray<Operand> operands)
    {
        var text = new StringBuilder(document).Append('\n').Append(check);
        foreach (var operand in operands)
            text.Append('\n').Append(operand.Place is { } place ? Address(place) : subject + "|" + operand.Label).Append('|').Append(operand.Printed);
        if (operands.IsEmpty) text.Append('\n').Append(subject);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Address(Place place) => FormattableString.Invariant($"{place}");
}
