using System.Text.Json;
using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Records;

public class AccountTests
{
    private static readonly string[] Fields = ["类", "款", "项", "amount", "unit", "completion_rate", "comparison", "reason"];

    private static Account[] Read(params string[] paragraphs) => [.. Accounts.Read([.. paragraphs.Select(static p => Told.Cell(p, "五、…/（三）…"))], "万元")];

    [Fact]
    public void Class_and_section_not_named_again_are_those_of_the_account_before()
    {
        var accounts = Read(
            "1.一般公共服务（类）知识产权事务（款）行政运行（项）：支出决算为 1667.03 万元，完成预算 95.43%，决算数小于预算数的主要原因是人员变动。",
            "一般行政管理事务（项）：支出决算为 227.60 万元，完成预算 98.18%，决算数小于预算数主要原因是合同金额略小于预算金额。",
            "2.教育支出（类）进修及培训（款）培训支出（项）: 支出决算为 45 万元，完成预算 100%，决算数等于预算数。");
        Assert.Equal(
            ["一般公共服务/知识产权事务/行政运行", "一般公共服务/知识产权事务/一般行政管理事务", "教育支出/进修及培训/培训支出"],
            accounts.Select(static a => $"{a.Class}/{a.Section}/{a.Item}"));
        Assert.Equal(["1667.03", "227.60", "45"], accounts.Select(static a => a.Amount.Text));
        Assert.Equal(["95.43%", "98.18%", "100%"], accounts.Select(static a => a.CompletionRate.Text));
        Assert.Equal(["决算数小于预算数", "决算数小于预算数", "决算数等于预算数"], accounts.Select(static a => a.Comparison));
        Assert.Equal(["人员变动", "合同金额略小于预算金额", ""], accounts.Select(static a => a.Reason));
        Assert.All(accounts, static a => Assert.True(a.Budget.IsBlank));
    }

    [Fact]
    public void A_budget_is_read_where_it_is_printed()
    {
        var account = Read("6、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：行政单位医疗保险支出。年初预算为42.73万元，支出决算为40.35万元，完成年初预算的94.43%。决算数小于预算数的主要原因：医疗保险基数变更，医疗保险单位部分降低，导致支出减少。").Single();
        Assert.Equal(("42.73", "40.35", "94.43%", "万元"), (account.Budget.Text, account.Amount.Text, account.CompletionRate.Text, account.Unit));
        Assert.Equal("医疗保险基数变更，医疗保险单位部分降低，导致支出减少", account.Reason);
    }

    [Fact]
    public void Two_accounts_in_one_paragraph_are_two()
    {
        var accounts = Read("1.住房保障（类）住房改革支出（款）住房公积金（项）：支出决算为130.95万元，决算数小于预算数主要原因是人员变动。购房补贴（项）：支出决算为106.23万元，决算数与预算数持平。");
        Assert.Equal(["住房公积金", "购房补贴"], accounts.Select(static a => a.Item));
        Assert.Equal(["人员变动", ""], accounts.Select(static a => a.Reason));
        Assert.Equal("决算数与预算数持平", accounts[1].Comparison);
        Assert.StartsWith("购房补贴（项）", accounts[1].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glossary_entry_is_no_account()
    {
        Assert.Empty(Read("5.一般公共服务（类）知识产权事务（款）行政运行（项）：指行政单位（包括实行公务员管理的事业单位）的基本支出。"));
    }

    [Fact]
    public void An_amount_knows_where_it_stands()
    {
        Assert.Equal(new TextPlace(1, 1, 23, 28), Read("行政运行（项）：决算为130.95万元。").Single().Amount.Place);
    }

    [SharedFact]
    public void The_accounts_of_the_published_final_accounts_are_those_a_reader_reads()
    {
        var told = Told.File(SharedFiles.TextOf("seeds", "000"));
        var read = Accounts.Read(told.Paragraphs, "万元");
        using var gold = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf("gold/000-part.json")));
        var expected = gold.RootElement.GetProperty("accounts").EnumerateArray().Select(static a =>
            string.Join('|', Fields.Select(k => a.GetProperty(k).GetString())));
        Assert.Equal(expected, read.Select(static a => $"{a.Class}|{a.Section}|{a.Item}|{a.Amount.Text}|{a.Unit}|{a.CompletionRate.Text}|{a.Comparison}|{a.Reason}"));
    }
}
