using Extract.Diagnostics;
using Extract.Documents.Excel.Formats;
using Extract.Text;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Extract.Tests.Documents;

public sealed class ExcelTests
{
    /// <summary>Styles of which the second draws lines around its cell.</summary>
    private const string LinedCells = "<borders><border/><border><left style='thin'/><right style='thin'/><top style='thin'/><bottom style='thin'/></border></borders><cellXfs><xf/><xf borderId='1'/></cellXfs>";

    [Theory]
    [InlineData("General", 1234.5, "1234.5")]
    [InlineData("General", 0.1 + 0.2, "0.3")]
    [InlineData("General", 123456789012, "1.23457E+11")]
    [InlineData("0.00", 260, "260.00")]
    [InlineData("0.00", 2.345, "2.35")]
    [InlineData("#,##0.00", 1234567.891, "1,234,567.89")]
    [InlineData("#,##0.00_);[Red]\\(#,##0.00\\)", -12.5, "(12.50)")]
    [InlineData("0.00%", 0.9531, "95.31%")]
    [InlineData("0\\.0,", 123456, "12.3")]
    [InlineData("0!.0000", 26000, "2.6000")]
    [InlineData("0.00\"万元\"", 12.3, "12.30万元")]
    [InlineData("#,##0,", 1234567, "1,235")]
    [InlineData("[>=10000]0.0,\"千\";0", 12345, "12.3千")]
    [InlineData("[>=10000]0.0,\"千\";0", 99, "99")]
    [InlineData("#,##0.00;-#,##0.00;\"-\"", 0, "-")]
    [InlineData("0.00E+00", 12345, "1.23E+04")]
    [InlineData("# ?/?", 2.5, "2 1/2")]
    [InlineData("000000", 123, "000123")]
    [InlineData("[$¥-804]#,##0.00", 5, "¥5.00")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 45291, "2023年12月31日")]
    [InlineData("yyyy/m/d h:mm", 45291.75, "2023/12/31 18:00")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("yyyy-mm-dd", 60, "1900-02-29")]
    [InlineData("0!.0,", 123456, "12.3")]
    [InlineData("0!.0,\"万元\"", 1234567, "123.5万元")]
    [InlineData("#!.0000", 26000, "2.6000")]
    [InlineData("0.00,,", 1234567, "1.23")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 1234.5, "1,234.50")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 0, "-  ")]
    [InlineData("[Red]-0.00;0.00", -3.14159, "3.14")]
    [InlineData("0.00;[红色]-0.00", -3.14159, "-3.14")]
    [InlineData("0.0%;(0.0%)", -0.0312, "(3.1%)")]
    [InlineData("0;;", 0, "")]
    [InlineData("@", 12.5, "12.5")]
    [InlineData("\"约\"0\"个\"", 12, "约12个")]
    [InlineData("[DBNum1]General", 1234, "一千二百三十四")]
    [InlineData("[DBNum1][$-804]G/通用格式", 105, "一百○五")]
    [InlineData("[DBNum2][$-804]General", 100020003.5, "壹亿零贰万零叁.伍")]
    [InlineData("[DBNum1]0", 205, "二○五")]
    [InlineData("[DBNum2][$-804]0.00\"元\"", 12.5, "壹贰.伍零元")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45291, "二○二三年十二月三十一日")]
    [InlineData("[$-804]yyyy\"年\"m\"月\";@", 45291, "2023年12月")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\" aaaa", 45291, "2023年12月31日 星期日")]
    public void A_number_is_shown_as_its_format_says(string code, double value, string shown) => Assert.Equal(shown, NumberFormat.Of(code).Show(value, false));

    [Theory]
    [InlineData("0.00", "待定", "待定")]
    [InlineData("0.00;-0.00;0;@\"（预计）\"", "12", "12（预计）")]
    [InlineData("\"第\"@\"项\"", "三", "第三项")]
    public void A_text_is_shown_as_its_format_says(string code, string value, string shown) => Assert.Equal(shown, NumberFormat.Of(code).Show(value));

    [Fact]
    public void Old_and_new_workbooks_of_one_content_read_alike()
    {
        var (old, current) = (OfficeFile.Open(Workbook(new HSSFWorkbook())), OfficeFile.Open(Workbook(new XSSFWorkbook())));
        Assert.Equal((DocumentFormat.Xls, DocumentFormat.Xlsx), (old.Format, current.Format));
        Assert.Equal(current.Sheets.SelectMany(static s => s.Runs), old.Sheets.SelectMany(static s => s.Runs));
        Assert.Equal(current.Sheets.SelectMany(static s => s.Rules), old.Sheets.SelectMany(static s => s.Rules));
    }

    [Fact]
    public void Tables_on_one_sheet_stand_apart_with_their_titles_and_units()
    {
        var tables = Extraction.Read(OfficeFile.Open(Workbook(new XSSFWorkbook()))).Tables;
        Assert.Equal(2, tables.Length);
        Assert.Equal(("收入支出决算总表", "万元"), (tables[0].Title.Text, tables[0].Unit));
        Assert.Equal("支出决算表", tables[1].Title.Text);
        Assert.Equal((2, 1), tables[0].Cells.Where(static c => c.Text == "收入").Select(static c => (c.Rows, c.Columns)).Single());
    }

    [Theory]
    [InlineData("编制部门：")]
    [InlineData("编制部门：某局")]
    public void The_line_of_the_filer_and_the_unit_between_empty_rows_is_no_table(string filer)
    {
        static string Cells(int r, int style, params string[] texts) => $"<row r='{r}'>" + string.Concat(texts.Select((text, c) => text.Length == 0 ? "" : $"<c r='{(char)('A' + c)}{r}' s='{style}' t='str'><v>{text}</v></c>")) + "</row>";
        var rows = Cells(1, 0, "收入预算总表") + Cells(3, 0, filer, "", "单位：元") + Cells(5, 1, "项目", "合计", "拨款") + Cells(6, 1, "教育支出", "30.00", "30.00");
        var file = OfficeFile.Xlsx([("一", $"<sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>")], LinedCells);
        var table = Assert.Single(Extraction.Read(OfficeFile.Open(file)).Tables);
        Assert.Equal(("收入预算总表", "元", 2), (table.Title.Text, table.Unit, table.RowCount));
    }

    [Fact]
    public void Tables_side_by_side_are_two()
    {
        static string Row(int r, params string[] cells) => $"<row r='{r}'>" + string.Concat(cells.Select((text, c) => text == "~" ? "" : $"<c r='{(char)('A' + c)}{r}' s='1' t='str'><v>{text}</v></c>")) + "</row>";
        var file = OfficeFile.Xlsx([("一", "<sheetData>" + Row(1, "收入", "金额", "~", "支出", "金额") + Row(2, "拨款", "10", "~", "基本", "8") + Row(3, "其他", "1", "~", "项目", "3") + "</sheetData><mergeCells><mergeCell ref='D2:D3'/></mergeCells>")],
            LinedCells);
        var tables = Extraction.Read(OfficeFile.Open(file)).Tables;
        Assert.Equal([3, 3], tables.Select(static table => table.RowCount));
        Assert.Equal(["收入", "支出"], tables.Select(static table => table.Cells[0].Text));
        Assert.Equal(2, tables[1].Cells.Single(static cell => cell.Text == "基本").Rows);
    }

    [Fact]
    public void The_number_behind_a_shown_text_rides_along_where_the_text_says_less()
    {
        var runs = OfficeFile.Open(Workbook(new XSSFWorkbook())).Sheets[0].Runs;
        Assert.Equal(0.953149, ((CellPlace)runs.Single(static r => r.Text == "95.31%").Place).Stored);
        Assert.Null(((CellPlace)runs.Single(static r => r.Text == "260.00").Place).Stored);
    }

    [Fact]
    public void Hidden_sheets_are_named_and_hidden_rows_marked()
    {
        var document = OfficeFile.Open(OfficeFile.Xlsx([("公开", "<sheetData><row r='1'><c r='A1' t='str'><v>甲</v></c></row><row r='2' hidden='1'><c r='A2' t='str'><v>乙</v></c></row></sheetData>"), ("字典~", "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>")]));
        Assert.Equal(["甲", "乙"], OfficeFile.Texts(document));
        var hidden = document.Diagnostics.Where(static d => d.Kind == DiagnosticKinds.HiddenCells).Select(static d => d.Arguments[1]);
        Assert.Equal(["2", "字典"], hidden.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rich_shared_and_escaped_texts_are_whole()
    {
        var file = OfficeFile.Xlsx([("一", "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><r><t>内</t></r><r><t>联</t></r></is></c></row></sheetData>")],
            strings: "<si><r><t>绩</t></r><r><t>效</t></r><rPh><t>ji</t></rPh><t>_x0028_一_x0029_</t></si>");
        Assert.Equal(["绩效(一)", "内联"], OfficeFile.Texts(OfficeFile.Open(file)));
    }

    [Fact]
    public void Formulas_show_their_stored_results_and_those_without_are_counted()
    {
        var document = OfficeFile.Open(OfficeFile.Xlsx([("一", "<sheetData><row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>\"a\"</f><v>合计</v></c><c r='C1'><f>NOW()</f></c></row></sheetData>")]));
        Assert.Equal(["2", "合计"], OfficeFile.Texts(document));
        Assert.Equal(["1"], document.Diagnostics.Single(static d => d.Kind == DiagnosticKinds.NoResult).Arguments);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_results_of_formulas_are_shown_whatever_they_are(bool isOld)
    {
        IWorkbook workbook = isOld ? new HSSFWorkbook() : new XSSFWorkbook();
        var row = workbook.CreateSheet("一").CreateRow(0);
        foreach (var formula in (string[])["1+2", "\"合\"&\"计\"", "1=1", "1/0", "10/4"]) row.CreateCell(row.PhysicalNumberOfCells).SetCellFormula(formula);
        var percent = workbook.CreateCellStyle();
        percent.DataFormat = workbook.CreateDataFormat().GetFormat("0.0%");
        row.GetCell(4).CellStyle = percent;
        workbook.GetCreationHelper().CreateFormulaEvaluator().EvaluateAll();
        using var stream = new MemoryStream();
        workbook.Write(stream);
        Assert.Equal(["3", "合计", "TRUE", "#DIV/0!", "250.0%"], OfficeFile.Texts(OfficeFile.Open(stream.ToArray())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hidden_rows_columns_and_sheets_are_marked_in_old_workbooks_and_new(bool isOld)
    {
        IWorkbook workbook = isOld ? new HSSFWorkbook() : new XSSFWorkbook();
        foreach (var name in (string[])["公开", "底稿"])
        {
            var sheet = workbook.CreateSheet(name);
            for (var r = 0; r < 3; r++)
                for (var c = 0; c < 3; c++) (sheet.GetRow(r) ?? sheet.CreateRow(r)).CreateCell(c).SetCellValue($"{name}{r}{c}");
        }
        workbook.GetSheetAt(0).GetRow(1).ZeroHeight = true;
        workbook.GetSheetAt(0).SetColumnHidden(2, true);
        workbook.SetSheetHidden(1, SheetState.Hidden);
        using var stream = new MemoryStream();
        workbook.Write(stream);
        var document = OfficeFile.Open(stream.ToArray());
        Assert.Equal(9, OfficeFile.Texts(document).Length);
        Assert.Equal(["2", "C", "底稿"], document.Diagnostics.Where(static d => d.Kind == DiagnosticKinds.HiddenCells).Select(static d => d.Arguments[1]).Order(StringComparer.Ordinal));
    }

    private static byte[] Workbook(IWorkbook workbook)
    {
        var sheet = workbook.CreateSheet("决算");
        var lined = workbook.CreateCellStyle();
        (lined.BorderTop, lined.BorderBottom, lined.BorderLeft, lined.BorderRight) = (BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin);
        ICellStyle Shown(string format)
        {
            var style = workbook.CreateCellStyle();
            style.CloneStyleFrom(lined);
            style.DataFormat = workbook.CreateDataFormat().GetFormat(format);
            return style;
        }
        void Put(int row, int column, object value, ICellStyle? style)
        {
            var cell = (sheet.GetRow(row) ?? sheet.CreateRow(row)).CreateCell(column);
            if (style is not null) cell.CellStyle = style;
            if (value is string text) cell.SetCellValue(text);
            else cell.SetCellValue((double)value);
        }
        Put(0, 0, "收入支出决算总表", null);
        sheet.AddMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        Put(1, 2, "单位：万元", null);
        foreach (var (row, texts) in new[] { (2, new[] { "项目", "预算数", "完成率" }), (6, ["科目", "金额", "占比"]) })
            for (var c = 0; c < 3; c++) Put(row, c, texts[c], lined);
        Put(3, 0, "收入", lined);
        Put(4, 0, "", lined);
        sheet.AddMergedRegion(new CellRangeAddress(3, 4, 0, 0));
        Put(3, 1, 260.0, Shown("0.00"));
        Put(3, 2, 0.953149, Shown("0.00%"));
        Put(4, 1, 1234.5, Shown("#,##0.00"));
        Put(4, 2, 1.0, Shown("0%"));
        Put(5, 0, "支出决算表", null);
        Put(7, 0, "行政运行", lined);
        Put(7, 1, 88.0, lined);
        Put(7, 2, "—", lined);
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }
}
