using Extract.Layout;
using Extract.Records;
using Extract.Records.Sentences;
using Extract.Tests.Layout;
using Extract.Text;

namespace Extract.Tests.Records;

/// <summary>Laws of running text: no digit is lost, none is told twice, and each knows where it was printed.</summary>
public class NumberAccounting
{
    [SharedFact]
    public void Each_digit_of_the_published_texts_is_in_exactly_one_statement_or_one_typed_expression()
    {
        foreach (var folder in (string[])["seeds", "real/text"])
        {
            foreach (var file in Directory.GetFiles(SharedFiles.PathOf(folder))) AssertAccounted(Told.File(file));
        }
    }

    [Fact]
    public void Each_digit_of_generated_sentences_is_in_exactly_one_statement_or_one_typed_expression()
    {
        string[] parts =
        [
            "2023年度", "与2022年度相比，", "本年收入合计", "3925.13 万元", "1,234.50万元", "，占96.30%", "；", "。", "（一）", "1.", "《办法（2023-2025年）》", "〔2021〕87号", "增长-6.11%", "84,82万元", "3，5个", "表1-3",
            "5G/6G", "020-87682542", "万分之三", "两个产业", "（不包括3人）", "“2023天府行”", "4月16至19日", "其中：", "单价50万元以上设备0台（套）", "1/3", "*100%", "比2014决算数减少13.25万元", "（项）：", "12", " ", "20%、28%和35%的权重", "-", "1.2.3", "２０２４年", "3,", "（", "）", "“", "《",
        ];
        var random = new Random(20260101);
        for (var i = 0; i < 4000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            var paragraphs = new[] { Told.Cell(text) };
            AssertAccounted(new Told(paragraphs, Narrative.Read(paragraphs, Told.Context), new DocumentFacts(DisclosureKind.Unknown, Printed.Blank, Printed.Blank, "", null, "")));
        }
    }

    [Fact]
    public void Every_run_of_running_text_is_in_a_paragraph_but_page_numbers()
    {
        var runs = PrintedLines.Runs("第二部分 决算情况说明\n一、总体情况\n2023年度收、支总计均为 3963.37 万元。  与 2022 年\n- 11 -\n\f度相比，**增加** 244.42 万元。\n");
        var kept = Prose.Build([.. runs]).SelectMany(static p => p.Pieces).Select(static p => p.Run).ToHashSet();
        Assert.Equal(["- 11 -"], runs.Where(r => !kept.Contains(r)).Select(static r => r.Text));
    }

    [SharedFact]
    public void Every_character_of_the_published_texts_is_that_of_its_run()
    {
        foreach (var file in Directory.GetFiles(SharedFiles.PathOf("seeds")).Concat(Directory.GetFiles(SharedFiles.PathOf("real/text"))))
            foreach (var paragraph in Told.File(file).Paragraphs) ProseTests.AssertPieces(paragraph);
    }

    private static void AssertAccounted(Told told)
    {
        var seen = told.Paragraphs.Select(static p => new int[p.Text.Length]).ToArray();
        foreach (var other in told.Reading.NonFigures)
            for (var i = 0; i < other.Text.Length; i++) seen[other.Paragraph][other.Start + i]++;
        var stated = told.Reading.Statements.GroupBy(static s => s.Paragraph).ToDictionary(static g => g.Key, static g => g.ToArray());
        for (var p = 0; p < told.Paragraphs.Length; p++)
        {
            var text = told.Paragraphs[p].Text;
            var statements = stated.GetValueOrDefault(p, []);
            foreach (var mark in MarkReader.Read(text))
            {
                if (seen[p][mark.Start] > 0) continue;
                Assert.Single(statements, s => s.Start == mark.Start);
                for (var i = 0; i < mark.Length; i++) seen[p][mark.Start + i]++;
            }
            Assert.Equal(statements.Length, statements.Select(static s => s.Start).Distinct().Count());
            for (var i = 0; i < text.Length; i++)
                Assert.True(seen[p][i] == 1 || seen[p][i] == 0 && !char.IsAsciiDigit(Characters.Fold(text[i])), $"“{text[i]}” at {i} of “{text}” is told {seen[p][i]} times.");
        }
    }
}
