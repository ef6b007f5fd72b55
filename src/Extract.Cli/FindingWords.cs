using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Store;

namespace Extract.Cli;

/// <summary>Findings and checks put into words from the catalogue's data.</summary>
internal static class FindingWords
{
    public static FindingSentences Say(Finding finding)
    {
        var title = Catalogue.Find(finding.Check)?.Title ?? new Sentence(finding.Check, finding.Check);
        var subject = finding.Subject.Length == 0 ? ("", "") : (finding.Subject + "：", finding.Subject + ": ");
        var (chinese, english) = finding.Verdict switch
        {
            Verdict.Fails => ($"不符合“{title.Chinese}”", $"does not hold: {title.English}"),
            Verdict.CannotRun => ($"无法核对“{title.Chinese}”", $"could not be checked: {title.English}"),
            Verdict.HoldsWithinRounding => ($"舍入内符合“{title.Chinese}”", $"holds within rounding: {title.English}"),
            _ => ($"符合“{title.Chinese}”", $"holds: {title.English}"),
        };
        return new FindingSentences(
            subject.Item1 + chinese, subject.Item2 + english,
            Causes.Say(finding.Cause, finding.CauseArguments, english: false), Causes.Say(finding.Cause, finding.CauseArguments, english: true));
    }

    public static CatalogueLine Line(CatalogueEntry entry) => new(
        entry.Id, Names.Of(entry.Shape), entry.Severity, entry.Title.Chinese, entry.Title.English, entry.Formula.Chinese, entry.Formula.English,
        entry.Where.Chinese, entry.Where.English);
}
