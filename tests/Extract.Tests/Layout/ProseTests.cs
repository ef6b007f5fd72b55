using Extract.Layout;
using Extract.Text;

namespace Extract.Tests.Layout;

public class ProseTests
{
    private const string DoubleSpaced = """
        第二部分 2023 年度单位决算情况说明

        一、收入支出决算总体情况说明

        2023 年度收、支总计均为 3963.37 万元。与 2022 年度

        相比，收、支总计各增加 244.42 万元，增长 6.57%。主要变

        动原因是人员及项目经费追加。
        """ + "\n\f 五、一般公共预算财政拨款支出决算情况说明\n" + """
        （三）一般公共预算财政拨款支出决算具体情况

        1.一般公共服务（类）政府办公厅(室)及相关机构事务

        （款）其他政府办公厅(室)及相关机构事务支出（项）: 支

        出决算为 150.19 万元，完成预算 98.33%，决算数小于预算
        """ + "\n\f数的主要原因是合同金额略小于预算金额。\n";

    [Fact]
    public void Wrapped_lines_become_paragraphs_also_over_a_page_break()
    {
        var text = PrintedLines.Read(DoubleSpaced).Where(static p => !p.IsHeading).Select(static p => p.Text);
        Assert.Equal(
            [
                "2023年度收、支总计均为3963.37万元。与2022年度相比，收、支总计各增加244.42万元，增长6.57%。主要变动原因是人员及项目经费追加。",
                "1.一般公共服务（类）政府办公厅(室)及相关机构事务（款）其他政府办公厅(室)及相关机构事务支出（项）:支出决算为150.19万元，完成预算98.33%，决算数小于预算数的主要原因是合同金额略小于预算金额。",
            ],
            text);
    }

    [Fact]
    public void A_paragraph_stands_under_its_headings_and_its_part_is_kept_beside_them()
    {
        var paragraphs = PrintedLines.Read(DoubleSpaced);
        Assert.Equal("一、收入支出决算总体情况说明", paragraphs[2].Section);
        Assert.Equal("第二部分2023年度单位决算情况说明", paragraphs[2].Part);
        Assert.Equal("五、一般公共预算财政拨款支出决算情况说明/（三）一般公共预算财政拨款支出决算具体情况", paragraphs[^1].Section);
    }

    [Fact]
    public void A_numbered_item_that_states_an_amount_is_no_heading()
    {
        var paragraphs = PrintedLines.Read("""
            七、财政拨款“三公”经费支出决算情况说明
            1.因公出国（境）经费支出 0 万元，完成预算 0%。
            3.公务接待费支出 3.01 万元
            1、社会保障和就业支出（类）行政事业单位养老支出（款）
            2. 数量指标：
            （1）参会人数：目标 100 人以上，实际 120 人
            """);
        Assert.Equal([true, false, false, false, true, false], paragraphs.Select(static p => p.IsHeading));
    }

    [Fact]
    public void A_long_line_cut_in_mid_sentence_by_a_page_break_goes_on_after_it()
    {
        var paragraphs = PrintedLines.Read("""
            （二）项目决策

            本单位根据上级关于服务便利化工作的部署和要求，基于本单位本年的工作计划安排，经领导班子会议审核同意后，将项目

            计划上报审批。项目支出用途包括 12 个方面，具体见表 1-1。

            资金到位率是实际到位资金占应到位资金的比例，该项目完成

            率 178.60%。
            """);
        Assert.Equal(3, paragraphs.Length);
        Assert.EndsWith("将项目计划上报审批。项目支出用途包括12个方面，具体见表1-1。", paragraphs[1].Text, StringComparison.Ordinal);
        Assert.EndsWith("完成率178.60%。", paragraphs[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_a_head_stay_apart()
    {
        var paragraphs = PrintedLines.Read("""
            项目绩效自评报告

            预算单位：某某省档案数据服务中心某某地区办事处

            填报人姓名：张三

            联系电话：020-12345678
            """);
        Assert.Equal(4, paragraphs.Length);
    }

    [Fact]
    public void A_notice_on_one_line_is_divided_at_its_outline()
    {
        var line = "现将我单位2015年度部门决算说明如下：一、乡政府部门主要职责：1、促进经济发展，增加农民收入。2、强化公共服务，着力改善民生。"
            + "四、2015年决算收支总体情况（一）我乡2015年部门决算总收入764.24万元，其中本年收入722.99万元。具体情况如下：1.财政拨款收入722.99万元。2.事业收入0万元。"
            + "五、公共财政拨款支出决算情况2015年公共财政拨款支出562.74万元，比2014决算数减少13.25万元。";
        var paragraphs = PrintedLines.Read(line);
        Assert.Equal(["一、乡政府部门主要职责：", "四、2015年决算收支总体情况", "五、公共财政拨款支出决算情况"], paragraphs.Where(static p => p.IsHeading).Select(static p => p.Text));
        Assert.Equal("四、2015年决算收支总体情况", paragraphs.Single(static p => p.Text.Contains("764.24", StringComparison.Ordinal)).Section);
        Assert.Equal("2.事业收入0万元。", paragraphs.Single(static p => p.Text.Contains("事业收入", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void Marks_of_Markdown_are_no_text()
    {
        var paragraphs = PrintedLines.Read("# 基本情况\n一是统计数据。**二是**依托机构。\n");
        Assert.Equal("基本情况", paragraphs[0].Text);
        Assert.True(paragraphs[0].IsHeading);
        Assert.Equal("一是统计数据。二是依托机构。", paragraphs[1].Text);
        Assert.Equal("基本情况", paragraphs[1].Section);
    }

    [Fact]
    public void A_number_broken_by_a_line_end_is_one_number()
    {
        var lines = string.Concat(Enumerable.Repeat("某某单位本年度一般公共预算财政拨款支出的各项资金安排使\n", 6)) + "用情况良好，本年收入合计为人民币一万元整，其中收入1234\n56.78万元，占比较高。\n";
        Assert.Contains("其中收入123456.78万元", PrintedLines.Read(lines).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_number_interrupts_no_sentence()
    {
        var lines = string.Concat(Enumerable.Repeat("某某单位本年度一般公共预算财政拨款支出的各项资金安排使\n", 6)) + "- 11 -\n\f用情况良好。\n";
        Assert.EndsWith("资金安排使用情况良好。", PrintedLines.Read(lines).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_character_of_a_paragraph_is_that_of_its_run()
    {
        foreach (var paragraph in PrintedLines.Read(DoubleSpaced)) AssertPieces(paragraph);
    }

    [Fact]
    public void A_cell_with_several_places_gives_each_character_its_own()
    {
        var printed = new Printed("三是加强统计工作，出具简报12期", [new TextPlace(1, 4, 1, 16), new TextPlace(1, 5, 1, 14)]);
        var paragraph = Prose.Of(printed, "目标");
        Assert.Equal(new TextPlace(1, 5, 11, 12), paragraph.PlaceOf(paragraph.Text.IndexOf("12", StringComparison.Ordinal), 2).Single());
    }

    internal static void AssertPieces(Paragraph paragraph)
    {
        var at = 0;
        foreach (var piece in paragraph.Pieces)
        {
            Assert.True(paragraph.Text.AsSpan(piece.Start, piece.Length).SequenceEqual(piece.Run.Text.AsSpan(piece.RunStart, piece.Length)));
            Assert.True(piece.Start == at || piece.Start == at + 1 && paragraph.Text[at] == ' ', "Between two pieces stands a space or nothing.");
            at = piece.Start + piece.Length;
        }
        Assert.Equal(paragraph.Text.Length, at);
    }
}
