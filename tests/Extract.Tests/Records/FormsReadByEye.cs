using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extract.Documents;
using Extract.Records;

namespace Extract.Tests.Records;

/// <summary>Forms that were compared with pictures of their sheets, cell by cell, stay as they were found right.</summary>
public class FormsReadByEye
{
    [SharedTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Every_form_of_a_workbook_reads_as_it_was_seen(int workbook)
    {
        var path = SharedFiles.PathOf($"real/excel/二级项目支出绩效目标申报表 ({workbook}).xlsx");
        var seen = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "forms.eye")).Where(line => line.StartsWith($"{workbook} ", StringComparison.Ordinal));
        Assert.Equal(seen, Extraction.Read(Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path))).SelfEvaluations.Select(form => Line(workbook, form)));
    }

    private static string Line(int workbook, SelfEvaluation form)
    {
        string[] all =
        [
            form.ProjectCode.Text, form.ProjectName.Text, form.Department.Text, form.ImplementingUnit.Text, form.YearGoal.Text,
            .. form.Funds.Select(static fund => $"{fund.Source.Text}|{fund.Budget.Text}|{fund.Unit}"),
            .. form.Indicators.Select(static i => $"{i.Level1.Text}|{i.Level2.Text}|{i.Level3.Text}|{i.Operator}|{i.Target.Text}|{i.Unit}|{i.Explanation.Text}"),
        ];
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
        return string.Create(CultureInfo.InvariantCulture, $"{workbook} {form.Index} {form.Indicators.Length} {digest[..12]}");
    }
}
