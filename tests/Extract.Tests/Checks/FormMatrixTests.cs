using Extract.Checks;
using Extract.Checks.Statutory;
using Extract.Documents;
using Xunit.Abstractions;

namespace Extract.Tests.Checks;

/// <summary>Published accounts and budgets: document by form, how many rows, how many identities hold of those that could run.</summary>
public sealed class FormMatrixTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["final_accounts", "budgets"];

    [SharedFact]
    public void Nearly_all_identities_of_published_forms_hold()
    {
        var (held, run) = (0, 0);
        foreach (var path in Folders.SelectMany(static folder => Directory.GetFiles(SharedFiles.PathOf(Path.Combine("real", folder)), "*.pdf")).Order(StringComparer.Ordinal))
        {
            var disclosure = Extraction.Read(Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path)));
            var forms = new FormSet(disclosure);
            if (forms.Tables.IsEmpty) continue;
            output.WriteLine(disclosure.Document.Sha256[..8] + " " + disclosure.About.Title.Text);
            foreach (var table in forms.Tables)
            {
                var verdicts = FormSet.Inside(table).All.Select(static pair => pair.Instance.Judge().Verdict).ToList();
                var (holds, could) = (verdicts.Count(static verdict => verdict is Verdict.Holds or Verdict.HoldsWithinRounding), verdicts.Count(static verdict => verdict != Verdict.CannotRun));
                output.WriteLine($"  {table.Name}: {table.Rows.Length} rows, {holds} of {could} identities hold, {verdicts.Count - could} cannot run");
                (held, run) = (held + holds, run + could);
            }
        }
        output.WriteLine($"{held} of {run}");
        Assert.True(run > 3000);
        Assert.True(held >= run * 0.99, $"{held} of {run}");
    }
}
