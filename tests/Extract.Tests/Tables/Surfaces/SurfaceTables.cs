using Extract.Tests.Tables.Printed;

namespace Extract.Tests.Tables.Surfaces;

/// <summary>Tables as they are meant, of several kinds, to be shown on several surfaces.</summary>
internal static class SurfaceTables
{
    /// <summary>Each kind by its name.</summary>
    public static IReadOnlyDictionary<string, PlannedTable> All { get; } = new Dictionary<string, PlannedTable>
    {
        ["plain"] = Of(1, ["科目名称", "合计", "基本支出", "项目支出"], ["教育支出", "1,205.60", "905.60", "300.00"], ["卫生健康支出", "236.63", "236.63", "0.00"], ["城乡社区支出", "3,845.25", "1,585.59", "2,259.66"], ["住房保障支出", "461.08", "461.08", "0.00"]),
        ["spanning head"] = Of(
            2, ["科目名称", "本年支出合计", "一般公共预算财政拨款>2", "", "其他资金>2", ""], ["", "", "基本支出", "项目支出", "上级补助", "经营收入"], ["教育支出", "1,705.60", "905.60", "300.00", "400.00", "100.00"],
            ["卫生健康支出", "236.63", "236.63", "0.00", "0.00", "0.00"], ["农林水支出", "12.40", "12.40", "0.00", "0.00", "0.00"], ["住房保障支出", "461.08", "461.08", "0.00", "0.00", "0.00"]),
        ["wrapped cell"] = Of(
            1, ["科目名称", "决算数", "占比"], ["机关事业单位基本养|老保险缴费支出", "446.11", "12.05%"], ["行政单位医疗", "40.35", "1.09%"], ["机关事业单位职业年|金缴费支出", "225.12", "6.08%"], ["住房公积金", "289.59", "7.82%"], ["购房补贴", "171.49", "4.63%"]),
        ["empty cells"] = Of(
            1, ["科目名称", "合计", "基本支出", "项目支出", "经营支出"], ["教育支出", "1,205.60", "905.60", "300.00", ""], ["卫生健康支出", "236.63", "236.63", "", ""], ["城乡社区支出", "3,845.25", "1,585.59", "2,259.66", ""],
            ["节能环保支出", "", "", "", ""], ["住房保障支出", "461.08", "461.08", "", "12.00"], ["其他支出", "80.00", "", "80.00", ""]),
        ["two lanes"] = Of(
            2, ["收入>2", "", "支出>2", ""], ["项目", "决算数", "项目", "决算数"], ["一、财政拨款收入", "9,746.50", "一、教育支出", "1,205.60"], ["二、上级补助收入", "", "二、卫生健康支出", "236.63"], ["三、事业收入", "108.00", "三、城乡社区支出", "7,845.25"],
            ["四、其他收入", "", "四、农林水支出", ""], ["", "", "五、住房保障支出", "461.08"], ["本年收入合计", "9,854.50", "本年支出合计", "9,748.56"], ["年初结转和结余", "12.88", "年末结转和结余", "118.82"], ["总计", "9,867.38", "总计", "9,867.38"]),
        ["three lanes"] = Of(
            1, ["科目", "决算数", "科目", "决算数", "科目", "决算数"], ["基本工资", "537.64", "办公费", "84.62", "房屋购建", "0.00"], ["津贴补贴", "987.86", "印刷费", "0.00", "设备购置", "39.76"], ["奖金", "0.00", "手续费", "0.08", "软件购置", "0.00"],
            ["绩效工资", "1,594.02", "水费", "0.92", "", ""], ["", "", "电费", "18.86", "", ""], ["人员合计", "3,119.52", "公用合计", "104.48", "资本合计", "39.76"]),
    };

    /// <summary>Rows of cells: a bar breaks a line, > and a number make a cell wide, an empty place beside it belongs to it; heads with nothing below reach down.</summary>
    private static PlannedTable Of(int headerRows, params string[][] rows)
    {
        var cells = new List<PlannedCell>();
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
            {
                var parts = rows[r][c].Split('>');
                if (parts[0].Length == 0) continue;
                var columns = parts.Length > 1 ? parts[1][0] - '0' : 1;
                var reach = columns == 1 && r == 0 && headerRows == 2 && rows[1][c].Length == 0 ? 2 : 1;
                var label = r >= headerRows && !parts[0].Any(char.IsAsciiDigit);
                cells.Add(new PlannedCell(r, c, reach, columns, parts[0].Split('|'), r < headerRows ? Setting.Centre : label ? Setting.Left : Setting.Right));
            }
        return new PlannedTable(7, TableKind.Ruled, true, headerRows, rows.Length, rows[0].Length, cells, Hardships.None);
    }
}
