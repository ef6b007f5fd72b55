using System.Globalization;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>
/// Forms as a workbook: titles merged above, amounts and rates as numbers with the format that shows them. Either each form has a sheet, or
/// all stand on one.
/// </summary>
internal sealed class ExcelRendition
{
    private readonly IWorkbook workbook;
    private readonly Dictionary<string, ICellStyle> styles = new(StringComparer.Ordinal);

    private ExcelRendition(bool old) => workbook = old ? new HSSFWorkbook() : new XSSFWorkbook();

    public static byte[] Make(IReadOnlyList<PrintedForm> forms, bool old, bool onOneSheet)
    {
        var rendition = new ExcelRendition(old);
        ISheet? sheet = null;
        var top = 0;
        for (var i = 0; i < forms.Count; i++)
        {
            if (sheet is null || !onOneSheet) (sheet, top) = (rendition.workbook.CreateSheet($"自评表{i + 1}"), 0);
            top = rendition.Draw(sheet, forms[i], top);
        }
        using var stream = new MemoryStream();
        rendition.workbook.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Draws a form and answers where the next may start.</summary>
    private int Draw(ISheet sheet, PrintedForm form, int top)
    {
        foreach (var line in form.Before)
        {
            // A unit stands at the right edge; other lines are merged over the form.
            var unit = line.StartsWith("单位：", StringComparison.Ordinal);
            sheet.CreateRow(top).CreateCell(unit ? form.Columns - 1 : 0).SetCellValue(line);
            if (!unit) sheet.AddMergedRegion(new CellRangeAddress(top, top, 0, form.Columns - 1));
            top++;
        }
        for (var r = 0; r < form.Rows; r++)
        {
            var row = sheet.CreateRow(top + r);
            for (var c = 0; c < form.Columns; c++) row.CreateCell(c).CellStyle = Style("General");
        }
        foreach (var cell in form.Cells)
        {
            Write(sheet.GetRow(top + cell.Row).GetCell(cell.Column), cell.Text);
            if (cell.Rows > 1 || cell.Columns > 1)
                sheet.AddMergedRegion(new CellRangeAddress(top + cell.Row, top - 1 + cell.Row + cell.Rows, cell.Column, cell.Column + cell.Columns - 1));
        }
        top += form.Rows;
        foreach (var line in form.After) sheet.CreateRow(top++).CreateCell(0).SetCellValue(line);
        return top + 2;
    }

    private void Write(ICell cell, string text)
    {
        var digits = text.TrimEnd('%');
        if (digits.Length is 0 or > 12 || digits[0] is '0' && digits.Length > 1 && digits[1] != '.' || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            cell.SetCellValue(text);
            return;
        }
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var format = point < 0 ? "0" : "0." + new string('0', digits.Length - point - 1);
        var share = text.EndsWith('%');
        cell.SetCellValue((double)(share ? number / 100 : number));
        cell.CellStyle = Style(share ? format + "%" : format);
    }

    private ICellStyle Style(string format)
    {
        if (styles.TryGetValue(format, out var style)) return style;
        style = workbook.CreateCellStyle();
        (style.BorderTop, style.BorderBottom, style.BorderLeft, style.BorderRight) = (BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin);
        style.DataFormat = workbook.CreateDataFormat().GetFormat(format);
        return styles[format] = style;
    }
}
