using System.Text;
using Extract.Checks;
using Extract.Documents;

namespace Extract.Corpus.Tests;

/// <summary>Texts in which lines are lost, doubled, swapped, cut, run together or strewn with stray marks: read and checked, never a crash.</summary>
public sealed class DamagedTexts
{
    private const int Copies = 12;

    private static readonly string[] Strays = ["\t", "|", "（", "(", "≥", "—", "\uFEFF", "0.00", "一级指标", "项目名称", "。", "％", "\f", "　", "| | |"];

    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_text_is_read_and_checked(string name)
    {
        var text = Corpus.Text(name).Split('\n');
        var dice = new Random(name.Length * 7919 + text.Length);
        for (var copy = 0; copy < Copies; copy++)
        {
            var damaged = string.Join('\n', Damage([.. text], dice));
            var failure = Record.Exception(() => Checker.Run(Extraction.Read(Readers.Open(name, Encoding.UTF8.GetBytes(damaged)))));
            Assert.True(failure is null, $"copy {copy}: {failure}\n{damaged}");
        }
    }

    private static List<string> Damage(List<string> lines, Random dice)
    {
        for (var times = dice.Next(1, 12); times > 0; times--)
        {
            var (at, other) = (dice.Next(lines.Count), dice.Next(lines.Count));
            switch (dice.Next(8))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines.Insert(at, lines[other]); break;
                case 2: lines[at] = ""; break;
                case 3: (lines[at], lines[other]) = (lines[other], lines[at]); break;
                case 4: lines[at] = lines[at][..dice.Next(lines[at].Length + 1)]; break;
                case 5: lines.Insert(at, Strays[dice.Next(Strays.Length)]); break;
                case 6: lines[at] = lines[at].Replace(" ", "", StringComparison.Ordinal); break;
                default: lines[at] += lines[other]; break;
            }
            if (lines.Count == 0) lines.Add("");
        }
        return lines;
    }
}
