using System.Globalization;

namespace Extract.Documents.Excel.Xls;

/// <summary>The records of one sheet (MS-XLS 2.1.7.20.5), up to the end of it; charts inside it are passed over.</summary>
internal sealed class XlsSheet(SheetDraft draft, Workbook workbook, XlsReader book)
{
    private const int NoteObject = 0x19;

    private (int Row, int Column, CellStyle Style)? pending;
    private readonly List<string> boxes = [];
    private int shape;

    /// <summary>Reads the records behind the sheet's first; where <paramref name="isRead"/> is false, passes them over.</summary>
    public void Read(BiffRecords records, bool isRead)
    {
        var depth = 0;
        while (records.Read(out var record))
        {
            if (record.Kind == 0x809) depth++;
            else if (record.Kind == 0x0A && depth-- == 0) break;
            else if (isRead && depth == 0) Take(records, record);
        }
        Boxes();
    }

    private void Take(BiffRecords records, BiffRecord record)
    {
        switch (record.Kind)
        {
            case 0xFD: Text(record, book.String(record.Long(6))); break;
            case 0x204 or 0xD6: Text(record, book.Text(record, 6)); break;
            case 0x203: Number(record.Word(0), record.Word(2), record.Word(4), record.Double(6)); break;
            case 0x27E: Number(record.Word(0), record.Word(2), record.Word(4), Packed(record.Long(6))); break;
            case 0xBD:
                for (var at = 4; at + 6 <= record.Data.Length - 2; at += 6)
                    Number(record.Word(0), record.Word(2) + (at - 4) / 6, record.Word(at), Packed(record.Long(at + 2)));
                break;
            case 0x201: Add(record.Word(0), record.Word(2), "", double.NaN, book.Style(record.Word(4))); break;
            case 0xBE:
                for (var at = 4; at + 2 <= record.Data.Length - 2; at += 2)
                    Add(record.Word(0), record.Word(2) + (at - 4) / 2, "", double.NaN, book.Style(record.Word(at)));
                break;
            case 0x205: Text(record, record.Byte(7) != 0 ? Error(record.Byte(6)) : record.Byte(6) != 0 ? "TRUE" : "FALSE"); break;
            case 0x06 or 0x206 or 0x406: Formula(record); break;
            case 0x207 when pending is { } cell:
                Add(cell.Row, cell.Column, cell.Style.Format.Show(book.Text(record, 0)), double.NaN, cell.Style);
                pending = null;
                break;
            case 0xE5:
                for (var i = 0; i < record.Word(0) && 2 + i * 8 + 8 <= record.Data.Length; i++) Merge(record, 2 + i * 8);
                break;
            case 0x208 when (record.Long(12) & 0x20) != 0: draft.HideRow(record.Word(0)); break;
            case 0x7D when (record.Word(8) & 1) != 0: draft.HiddenColumns.Add((record.Word(0), Math.Min(record.Word(2), 255))); break;
            case 0x5D: shape = record.Word(0) == 0x15 ? record.Word(4) : 0; break;
            case 0x1B6: Box(records, record); break;
        }
    }

    private void Text(BiffRecord record, string text)
    {
        var style = book.Style(record.Word(4));
        Add(record.Word(0), record.Word(2), style.Format.Show(text), double.NaN, style);
    }

    private void Number(int row, int column, int styleIndex, double value)
    {
        var style = book.Style(styleIndex);
        var shown = CellText.Number(value, style, book.From1904);
        Add(row, column, shown, CellText.Stored(value, shown), style);
    }

    private void Add(int row, int column, string text, double stored, CellStyle style)
    {
        if (column >= CellAddress.MostColumns || text.Length == 0 && !style.IsBordered) return;
        workbook.Count(text.Length);
        draft.Add(row, column, workbook.Share(text), stored, style.IsBordered);
    }

    /// <summary>A formula's cell holds its result: a number, or, marked by two bytes of ones, something else.</summary>
    private void Formula(BiffRecord record)
    {
        pending = null;
        if (record.Word(12) != 0xFFFF)
        {
            Number(record.Word(0), record.Word(2), record.Word(4), record.Double(6));
            return;
        }
        var style = book.Style(record.Word(4));
        switch (record.Byte(6))
        {
            case 0: pending = (record.Word(0), record.Word(2), style); break;
            case 1: Text(record, record.Byte(8) != 0 ? "TRUE" : "FALSE"); break;
            case 2: Text(record, Error(record.Byte(8))); break;
            default: Add(record.Word(0), record.Word(2), "", double.NaN, style); break;
        }
    }

    private void Merge(BiffRecord record, int at)
    {
        var (top, bottom, left, right) = (record.Word(at), record.Word(at + 2), record.Word(at + 4), record.Word(at + 6));
        if (bottom < top || right < left || right >= CellAddress.MostColumns) return;
        workbook.Count(0);
        draft.Merge(new CellRange(top, left, bottom, right));
    }

    /// <summary>Thirty bits of an integer or of a floating-point number, perhaps of a hundred times the value (MS-XLS 2.5.217).</summary>
    private static double Packed(uint bits)
    {
        var value = (bits & 2) != 0 ? unchecked((int)bits) >> 2 : BitConverter.Int64BitsToDouble((long)(bits & 0xFFFF_FFFC) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    private static string Error(int code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#" + code.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A text box's text stands in the record that continues it; notes are not part of what the sheet shows.</summary>
    private void Box(BiffRecords records, BiffRecord record)
    {
        var length = record.Word(10);
        var parts = records.WithContinuations(record);
        if (shape == NoteObject || length == 0 || parts.Count < 2) return;
        var text = new BiffText(parts[1..]);
        var options = text.Byte();
        boxes.Add(text.Characters(length, (options & 1) != 0).ReplaceLineEndings("\n").Trim());
    }

    /// <summary>Text boxes float over the cells: their text stands below them.</summary>
    private void Boxes()
    {
        var row = draft.Cells.Select(static cell => cell.Row).Concat(draft.Borders.Select(static border => border.Row)).DefaultIfEmpty(-2).Max() + 2;
        foreach (var box in boxes)
        {
            if (box.Length == 0 || row >= CellAddress.MostRows) continue;
            workbook.Count(box.Length);
            draft.Add(row++, 0, box, double.NaN, false);
        }
    }
}
