namespace Extract.Tests.Tables.Printed;

/// <summary>Tables whose columns, or rows, no rule draws: what their words say by where they stand.</summary>
public sealed class OpenTables
{
    private static readonly string[] Labels = ["水费", "电费", "差旅费", "培训费", "会议费"];

    [Fact]
    public void Heads_below_the_middle_of_their_header_are_a_row_under_the_head_above_them()
    {
        var page = new InkPage().About(8, 10.7, "项目").About(18, 10.7, "年初预算数").About(34, 10, "本年支出").About(26, 11.4, "人员经费").About(34, 11.4, "公用经费").About(42, 11.4, "项目支出");
        var grid = Assert.Single(InkPage.Tables(Body(page, 13, 20, 28, 36, 44)));
        Assert.Equal(["0,0 2x1 项目", "0,1 2x1 年初预算数", "0,2 1x3 本年支出", "1,2 人员经费", "1,3 公用经费", "1,4 项目支出"], InkPage.Cells(grid).Take(6));
    }

    [Fact]
    public void Two_heads_above_a_row_share_it_by_their_middles()
    {
        var page = new InkPage().About(8, 10.7, "项目").About(22, 10, "上年数").About(38, 10, "本年数").About(18, 11.4, "人员经费").About(26, 11.4, "公用经费").About(34, 11.4, "人员经费").About(42, 11.4, "公用经费");
        var grid = Assert.Single(InkPage.Tables(Body(page, 13, 20, 28, 36, 44)));
        Assert.Equal(["0,0 2x1 项目", "0,1 1x2 上年数", "0,3 1x2 本年数"], InkPage.Cells(grid).Take(3));
    }

    [Fact]
    public void Heads_set_to_the_top_of_their_cells_show_the_row_below_them()
    {
        var page = new InkPage().About(8, 10, "项目").About(18, 10, "年初预算数").About(34, 10, "支出").About(26, 11.4, "人员经费").About(34, 11.4, "公用经费").About(42, 11.4, "项目支出");
        var grid = Assert.Single(InkPage.Tables(Body(page, 13, 20, 28, 36, 44)));
        Assert.Equal(["0,0 2x1 项目", "0,1 2x1 年初预算数", "0,2 1x3 支出"], InkPage.Cells(grid).Take(3));
    }

    [Fact]
    public void A_head_that_wraps_about_the_middle_of_its_header_is_one()
    {
        var page = new InkPage().About(8, 10.7, "项目").About(18, 10.7, "合计").About(26, 10, "年末结转").About(26, 11.3, "和结余").About(34, 10.7, "小计").About(42, 10.7, "其他");
        var grid = Assert.Single(InkPage.Tables(Body(page, 13, 20, 28, 36, 44)));
        Assert.Equal(["0,0 项目", "0,1 合计", "0,2 年末结转和结余", "0,3 小计", "0,4 其他"], InkPage.Cells(grid).Take(5));
    }

    [Fact]
    public void A_word_of_two_ideographs_set_wide_is_one_head()
    {
        var page = new InkPage().At(6, 10, "项").At(9, 10, "目").About(18, 10, "合计").About(26, 10, "人员经费").About(34, 10, "公用经费").About(42, 10, "其他");
        var grid = Assert.Single(InkPage.Tables(Body(page, 12, 20, 28, 36, 44)));
        Assert.Equal(5, grid.ColumnCount);
        Assert.Equal("项目", grid.Cells[0].Text);
    }

    [Fact]
    public void A_label_whose_lines_stand_above_and_below_its_figures_is_whole_in_the_last_row_too()
    {
        var page = Body(new InkPage().About(8, 10, "项目").About(18, 10, "合计").About(26, 10, "人员").About(34, 10, "公用"), 12, 20, 28, 36);
        page.At(5, 20.5, "机关事业单位基").At(5, 21.7, "本养老保险").To(20, 21.1, "12.50").To(28, 21.1, "2.50").To(36, 21.1, "10.00");
        var grid = Assert.Single(InkPage.Tables(page));
        Assert.Equal(["6,0 机关事业单位基本养老保险", "6,1 12.50", "6,2 2.50", "6,3 10.00"], InkPage.Cells(grid).TakeLast(4));
    }

    [Fact]
    public void A_label_above_its_figures_is_one_where_rows_are_set_to_their_foot()
    {
        var page = new InkPage().About(8, 10, "项目").About(18, 10, "合计").About(26, 10, "人员").About(34, 10, "公用");
        string[][] labels = [["水费"], ["社会保障和就", "业支出"], ["电费"], ["职工基本医疗", "保险缴费"], ["差旅费"], ["公务用车运行", "维护费"]];
        var top = 12.0;
        for (var r = 0; r < labels.Length; r++)
        {
            foreach (var line in labels[r])
            {
                page.At(5, top, line);
                top += 1.5;
            }
            page.To(20, top - 1.5, $"{12 + r}.50").To(28, top - 1.5, $"{2 + r}.50").To(36, top - 1.5, "10.00");
        }
        var grid = Assert.Single(InkPage.Tables(page));
        Assert.Equal(["项目", "水费", "社会保障和就业支出", "电费", "职工基本医疗保险缴费", "差旅费", "公务用车运行维护费"], grid.ToRows().Select(static row => row[0].Text));
    }

    [Fact]
    public void Two_amounts_are_never_one_phrase_however_close_they_stand()
    {
        var page = new InkPage().About(8, 10, "项目").About(17, 10, "合计").About(22, 10, "人员").About(27, 10, "公用");
        for (var i = 0; i < Labels.Length; i++) page.At(5, 12 + 1.6 * i, Labels[i]).To(19, 12 + 1.6 * i, "20,642.67").To(24, 12 + 1.6 * i, "45,952.32").To(29, 12 + 1.6 * i, "17,916.70");
        Assert.Equal(4, Assert.Single(InkPage.Tables(page)).ColumnCount);
    }

    [Fact]
    public void A_label_that_reaches_up_to_its_figure_does_not_end_the_table()
    {
        var page = Body(new InkPage().About(8, 10, "项目").About(23, 10, "合计"), 12, 26);
        page.At(5, 20, "机关事业单位基本养老保险缴费支出").To(26, 20, "53,963.42").At(5, 21.6, "住房公积金").To(26, 21.6, "1,200.00");
        Assert.Equal(8, Assert.Single(InkPage.Tables(page)).RowCount);
    }

    [Fact]
    public void A_form_that_divides_its_columns_further_behind_a_page_is_one_table()
    {
        var first = new InkPage(1).Ruled([5, 25, 45], [70, 72, 74]).At(6, 70.5, "项目名称").At(26, 70.5, "校舍维修").At(6, 72.5, "主管部门").At(26, 72.5, "某市教育局");
        var second = new InkPage(2).Ruled([5, 15, 25, 45], [5, 7, 9]).At(6, 5.5, "产出").At(16, 5.5, "数量").At(26, 5.5, "12份").At(6, 7.5, "效益").At(16, 7.5, "满意度").At(26, 7.5, "90%");
        var grid = Assert.Single(InkPage.Tables(first, second));
        Assert.Equal((4, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal("0,0 1x2 项目名称", InkPage.Cells(grid).First());
    }

    [Fact]
    public void A_bracket_that_a_merged_cell_opened_before_a_page_is_closed_behind_it()
    {
        var first = new InkPage(1).Ruled([5, 12, 25, 45], [68, 70, 72, 74]).At(5.5, 68.5, "一级").At(12.5, 68.5, "二级").At(25.5, 68.5, "指标值")
            .At(5.5, 70.5, "产出").At(12.5, 70.5, "数量").At(25.5, 70.5, "12份").At(5.5, 72.5, "效益（30").At(12.5, 72.5, "社会效益").At(25.5, 72.5, "90%");
        var second = new InkPage(2).Ruled([5, 12, 25, 45], [5, 7, 9]).At(5.5, 5.5, "分）").At(12.5, 5.5, "可持续影响").At(25.5, 5.5, "长期有效").At(5.5, 7.5, "满意度").At(12.5, 7.5, "服务对象").At(25.5, 7.5, "95%");
        Assert.Contains("2,0 2x1 效益（30分）", InkPage.Cells(Assert.Single(InkPage.Tables(first, second))));
    }

    [Fact]
    public void The_unit_of_a_number_may_stand_behind_a_page_s_end()
    {
        var first = new InkPage(1).Ruled([5, 12, 16, 25], [68, 70, 72, 74]).At(5.5, 68.5, "三级指标").About(14, 68.5, "目标值").About(20, 68.5, "说明")
            .At(5.5, 70.5, "产品数量").About(14, 70.5, "12份").About(20, 70.5, "考察产品。").At(5.5, 72.5, "灾害天气预警").About(14, 72.5, "≥30").At(16.5, 72.5, "考察预警时效作用");
        var second = new InkPage(2).Ruled([5, 12, 16, 25], [5, 7, 9]).At(5.5, 5.5, "提前量").About(14, 5.5, "分钟").At(16.5, 5.5, "的发挥。").At(5.5, 7.5, "满意度").About(14, 7.5, "90%").About(20, 7.5, "考察公众。");
        Assert.Contains("2,1 ≥30分钟", InkPage.Cells(Assert.Single(InkPage.Tables(first, second))));
    }

    [Fact]
    public void Figures_among_the_words_of_a_sentence_make_no_rows()
    {
        var page = new InkPage().Ruled([5, 15, 25], [20, 22, 29]).At(6, 20.5, "群众查档").About(20, 20.5, "97.30%").At(6, 24.5, "便民服务效益")
            .At(15.5, 22.3, "全年接待群众查").At(15.5, 23.6, "档 18640 人次，").At(15.5, 24.9, "其中跨馆办理").At(15.5, 26.2, "5210 人次，群众").At(15.5, 27.5, "跑动减少。");
        Assert.Equal(2, Assert.Single(InkPage.Tables(page)).RowCount);
    }

    /// <summary>Rows of labels at 5 and amounts that end at these edges.</summary>
    private static InkPage Body(InkPage page, double top, params double[] edges)
    {
        for (var r = 0; r < Labels.Length; r++)
        {
            page.At(5, top + 1.7 * r, Labels[r]);
            for (var c = 0; c < edges.Length; c++) page.To(edges[c], top + 1.7 * r, $"{120 + 7 * r + c}.{r}{c}");
        }
        return page;
    }
}
