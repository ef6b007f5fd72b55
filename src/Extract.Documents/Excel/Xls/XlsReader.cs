using System.Text;
using Extract.Diagnostics;
using Extract.Documents.Containers;
using Extract.Documents.Excel.Formats;
using Extract.Text;

namespace Extract.Documents.Excel.Xls;

/// <summary>
/// Excel 5.0 to 2003 (MS-XLS; BIFF5 and BIFF8). The records are read forward and only those that say what a sheet shows, so that a sheet
/// takes what its cells take and a damaged drawing costs nothing.
/// </summary>
internal sealed class XlsReader
{
    private readonly BiffRecords records;
    private readonly Workbook workbook;
    private readonly Dictionary<int, string> codes = [];
    private readonly List<(int Format, bool IsBordered)> formats = [];
    private readonly Dictionary<int, CellStyle> styles = [];
    private readonly List<string> strings = [];
    private readonly List<(uint Position, string Name, bool IsHidden, bool IsSheet)> sheets = [];
    private Encoding encoding = Encoding.Latin1;
    private bool from1904;
    private bool isEight;

    private XlsReader(byte[] stream, Workbook workbook) => (records, this.workbook) = (new BiffRecords(stream), workbook);

    /// <summary>Reads the workbook of a compound file.</summary>
    public static Document Read(string name, string digest, Compound compound, CancellationToken cancellation)
    {
        var workbook = new Workbook(cancellation);
        if ((compound.Stream("Workbook") ?? compound.Stream("Book") ?? compound.Stream("WORKBOOK") ?? compound.Stream("BOOK")) is not { } stream)
            return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged xls / 损坏的 xls"], null));
        try
        {
            if (new XlsReader(stream, workbook).Globals() is { } refusal) return Readers.Unreadable(name, digest, refusal);
        }
        catch (SizeLimitException limit)
        {
            workbook.News.Add(DiagnosticKinds.LimitReached, limit.What, News.Number(limit.Most));
        }
        return workbook.Finish(name, digest, DocumentFormat.Xls);
    }

    /// <summary>What is not read, by the first record of a file: the versions before 5.0 have no container.</summary>
    public static string? Early(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 8 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 && bytes[2] is 4 or 6 && bytes[3] == 0 && bytes[6] is 0x10 or 0x20 or 0x40 or 0 && bytes[7] <= 1 ? "Excel 2.x–4.0 (xls)" : null;

    private Diagnostic? Globals()
    {
        if (!records.Read(out var first) || first.Kind != 0x809) return new(DiagnosticKinds.NotReadable, ["a damaged xls / 损坏的 xls"], null);
        isEight = first.Word(0) >= 0x600;
        while (records.Read(out var record) && record.Kind != 0x0A)
        {
            switch (record.Kind)
            {
                case 0x2F: return new(DiagnosticKinds.PasswordNeeded, ["xls"], null);
                case 0x42: encoding = CodePages.Of(record.Word(0)); break;
                case 0x22: from1904 = record.Word(0) == 1; break;
                case 0x41E: codes[record.Word(0)] = Name(record, 2, isEight ? 2 : 1); break;
                case 0xE0: formats.Add((record.Word(2), IsBordered(record))); break;
                case 0x85: sheets.Add((record.Long(0), Name(record, 6, 1), (record.Byte(4) & 3) != 0, record.Byte(5) == 0)); break;
                case 0xFC: Strings(record); break;
            }
        }
        Sheets();
        return null;
    }

    private bool IsBordered(BiffRecord record)
    {
        var lines = isEight ? record.Long(10) : record.Long(12);
        return isEight
            ? CellStyle.IsBox((lines & 0xF) != 0, (lines & 0xF0) != 0, (lines & 0xF00) != 0, (lines & 0xF000) != 0)
            : CellStyle.IsBox((lines & 0x38) != 0, (lines & 0x1C0) != 0, (lines & 7) != 0, (record.Long(8) & 0x01C0_0000) != 0);
    }

    /// <summary>A short text whose length is one or two bytes.</summary>
    private string Name(BiffRecord record, int at, int lengthBytes)
    {
        var length = lengthBytes == 2 ? record.Word(at) : record.Byte(at);
        at += lengthBytes;
        if (!isEight) return at < record.Data.Length ? encoding.GetString(record.Data.Slice(at, Math.Min(length, record.Data.Length - at))) : "";
        var text = new BiffText([record.Data.ToArray()]);
        text.Skip(at);
        var options = text.Byte();
        return text.Characters(length, (options & 1) != 0);
    }

    private void Strings(BiffRecord record)
    {
        var text = new BiffText(records.WithContinuations(record));
        text.Skip(4);
        var count = text.Long();
        while (strings.Count < count && !text.AtEnd)
        {
            strings.Add(text.Rich().ReplaceLineEndings("\n"));
            workbook.Count(strings[^1].Length);
        }
    }

    private void Sheets()
    {
        while (records.Read(out var record))
        {
            if (record.Kind != 0x809) continue;
            var start = (uint)record.Start;
            var found = sheets.FindIndex(sheet => sheet.Position == start);
            var sheet = found < 0 ? default : sheets[found];
            var draft = new SheetDraft(found < 0 ? "" : sheet.Name);
            var isRead = record.Word(2) == 0x10 && found >= 0 && sheet is { IsSheet: true, IsHidden: false };
            if (found >= 0 && sheet is { IsSheet: true, IsHidden: true }) workbook.Hide(sheet.Name);
            try
            {
                new XlsSheet(draft, workbook, this).Read(records, isRead);
            }
            finally
            {
                if (isRead) workbook.Add(draft);
            }
        }
    }

    /// <summary>The shared text of an index.</summary>
    internal string String(long index) => index >= 0 && index < strings.Count ? strings[(int)index] : "";

    /// <summary>True where dates count from 1904.</summary>
    internal bool From1904 => from1904;

    /// <summary>The style of an index.</summary>
    internal CellStyle Style(int index)
    {
        if (styles.TryGetValue(index, out var style)) return style;
        var (format, bordered) = index < formats.Count ? formats[index] : (0, false);
        return styles[index] = new CellStyle(NumberFormat.Of(codes.TryGetValue(format, out var code) ? code : BuiltIn.Code(format)), bordered);
    }

    /// <summary>The text of a record that holds one with a length of two bytes, and those that continue it.</summary>
    internal string Text(BiffRecord record, int at)
    {
        if (!isEight) return Name(record, at, 2).ReplaceLineEndings("\n");
        var text = new BiffText(records.WithContinuations(record));
        text.Skip(at);
        return text.Rich().ReplaceLineEndings("\n");
    }
}
