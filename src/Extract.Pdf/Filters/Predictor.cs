using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>TIFF and PNG predictors (ISO 32000-2, 7.4.4.4; PNG specification, clause 9).</summary>
internal sealed class Predictor
{
    private const int MostRowBytes = 1 << 26;

    private readonly bool png;
    private readonly int colours;
    private readonly int bits;
    private readonly int rowBytes;
    private readonly int pixelBytes;

    private Predictor(bool png, int colours, int bits, int columns)
    {
        this.png = png;
        (this.colours, this.bits) = (colours, bits);
        pixelBytes = Math.Max(1, colours * bits / 8);
        rowBytes = (int)Math.Min(MostRowBytes, ((long)colours * bits * columns + 7) / 8);
    }

    /// <summary>The predictor the parameters ask for; null for none.</summary>
    public static Predictor? Of(PdfDictionary? parameters)
    {
        var kind = parameters?["Predictor"].Integer(1) ?? 1;
        if (kind < 2 || parameters is null) return null;
        return new Predictor(kind >= 10, Math.Clamp(parameters["Colors"].Integer(1), 1, 64), Math.Clamp(parameters["BitsPerComponent"].Integer(8), 1, 16),
            Math.Clamp(parameters["Columns"].Integer(1), 1, 1 << 24));
    }

    /// <summary>Appends the rows as they were before prediction; a last row that is cut is kept as far as it goes.</summary>
    public void Undo(ReadOnlySpan<byte> coded, ByteSink output)
    {
        if (png) UndoPng(coded, output);
        else UndoTiff(coded, output);
    }

    private void UndoPng(ReadOnlySpan<byte> coded, ByteSink output)
    {
        if (coded.IsEmpty) return;
        var (above, row) = (new byte[rowBytes], new byte[rowBytes]);
        for (var at = 0; at < coded.Length; at += rowBytes + 1)
        {
            var kind = coded[at];
            var line = coded.Slice(at + 1, Math.Min(rowBytes, coded.Length - at - 1));
            line.CopyTo(row);
            if (line.Length < rowBytes) row.AsSpan(line.Length).Clear();
            Row(kind, row, above);
            if (!output.Add(row.AsSpan(0, line.Length))) return;
            (above, row) = (row, above);
        }
    }

    private void Row(byte kind, byte[] row, byte[] above)
    {
        unchecked
        {
            switch (kind)
            {
                case 1:
                    for (var i = pixelBytes; i < row.Length; i++) row[i] += row[i - pixelBytes];
                    break;
                case 2:
                    for (var i = 0; i < row.Length; i++) row[i] += above[i];
                    break;
                case 3:
                    for (var i = 0; i < row.Length; i++) row[i] += (byte)(((i < pixelBytes ? 0 : row[i - pixelBytes]) + above[i]) / 2);
                    break;
                case 4:
                    for (var i = 0; i < row.Length; i++)
                        row[i] += i < pixelBytes ? above[i] : Paeth(row[i - pixelBytes], above[i], above[i - pixelBytes]);
                    break;
            }
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (dl, da, dc) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return (byte)(dl <= da && dl <= dc ? left : da <= dc ? above : corner);
    }

    private void UndoTiff(ReadOnlySpan<byte> coded, ByteSink output)
    {
        var row = new byte[rowBytes];
        for (var at = 0; at < coded.Length; at += rowBytes)
        {
            var line = coded.Slice(at, Math.Min(rowBytes, coded.Length - at));
            line.CopyTo(row);
            unchecked
            {
                if (bits == 8)
                {
                    for (var i = colours; i < line.Length; i++) row[i] += row[i - colours];
                }
                else if (bits == 16)
                {
                    for (var i = 2 * colours; i + 1 < line.Length; i += 2)
                    {
                        var sum = (row[i] << 8 | row[i + 1]) + (row[i - 2 * colours] << 8 | row[i - 2 * colours + 1]);
                        (row[i], row[i + 1]) = ((byte)(sum >> 8), (byte)sum);
                    }
                }
            }
            if (!output.Add(row.AsSpan(0, line.Length))) return;
        }
    }
}
