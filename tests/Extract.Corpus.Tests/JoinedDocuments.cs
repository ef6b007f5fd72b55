using System.Text;
using Extract.Documents;
using Extract.Records;

namespace Extract.Corpus.Tests;

/// <summary>Texts of several kinds pasted into one file.</summary>
public sealed class JoinedDocuments
{
    public static TheoryData<string, string> Neighbours
    {
        get
        {
            // A file has one encoding: texts that are not Unicode are left out.
            var names = Corpus.Names.Cast<object[]>().Select(static row => (string)row[0]).Where(static name => !Corpus.Text(name).Contains('\uFFFD', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            var pairs = new TheoryData<string, string>();
            for (var i = 0; i < names.Count; i++)
                foreach (var step in (int[])[1, 5, 11]) pairs.Add(names[i], names[(i + step) % names.Count]);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_text_behind_another_keeps_its_forms(string first, string second)
    {
        Disclosure joined = Extraction.Read(Readers.Open("joined.txt", Encoding.UTF8.GetBytes(Corpus.Text(first) + "\n\n" + Corpus.Text(second))));
        var alone = Corpus.Read(first).SelfEvaluations.Length + Corpus.Read(second).SelfEvaluations.Length;
        Assert.Equal(alone, joined.SelfEvaluations.Length);
    }
}
