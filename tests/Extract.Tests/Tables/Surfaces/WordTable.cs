using System.Text;
using Extract.Tests.Documents;
using Extract.Tests.Tables.Printed;

namespace Extract.Tests.Tables.Surfaces;

/// <summary>A planned table as a Word document: gridSpan and vMerge, a paragraph a cell.</summary>
internal static class WordTable
{
    public static byte[] Of(PlannedTable table)
    {
        var body = new StringBuilder(Paragraph(table.Title)).Append(Paragraph("单位：万元")).Append("<w:tbl><w:tblGrid>");
        for (var c = 0; c < table.Columns; c++) body.Append("<w:gridCol w:w='1600'/>");
        body.Append("</w:tblGrid>");
        for (var r = 0; r < table.Rows; r++) body.Append(Row(table, r));
        return OfficeFile.Docx(body.Append("</w:tbl>").Append(Paragraph("注：本表反映部门本年度支出情况，数据可能因四舍五入存在尾差。")).ToString());
    }

    private static string Row(PlannedTable table, int row)
    {
        var cells = new StringBuilder("<w:tr>");
        for (var c = 0; c < table.Columns; c++)
        {
            var cell = table.Cells.FirstOrDefault(cell => cell.Row <= row && row < cell.Row + cell.Rows && cell.Column == c);
            var merge = cell is { Rows: > 1 } ? cell.Row == row ? "<w:vMerge w:val='restart'/>" : "<w:vMerge/>" : "";
            var span = cell is { Columns: > 1 } ? $"<w:gridSpan w:val='{cell.Columns}'/>" : "";
            cells.Append($"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{Paragraph(cell?.Row == row ? cell.Text : "")}</w:tc>");
            c += (cell?.Columns ?? 1) - 1;
        }
        return cells.Append("</w:tr>").ToString();
    }

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
}
