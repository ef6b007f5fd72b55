using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>The advances of a CIDFont (ISO 32000-2, 9.7.4.3): W and DW across, W2 and DW2 down. In thousandths of an em.</summary>
internal sealed class CidMetrics
{
    /// <summary>CIDs are numbers of two bytes; ranges beyond are cut.</summary>
    private const int MostCid = 0xFFFF;

    private readonly Dictionary<int, double> widths = [];
    private readonly List<(int First, int Last, double Width)> ranges = [];
    private readonly Dictionary<int, (double Down, double X, double Y)> downs = [];
    private readonly List<(int First, int Last, (double Down, double X, double Y) Down)> downRanges = [];
    private readonly double down = -1000;
    private readonly double originY = 880;

    public CidMetrics(PdfDictionary font)
    {
        Default = font["DW"] is PdfNumber number && double.IsFinite(number.Value) ? number.Value : null;
        if (font.Array("DW2") is { Count: >= 2 } pair) (originY, down) = (pair[0].Number(880), pair[1].Number(-1000));
        if (font.Array("W") is { } w) Read(w, 1, (cid, at, list) => widths[cid] = list[at].Number(), (first, last, at) => ranges.Add((first, last, w[at].Number())));
        if (font.Array("W2") is { } w2) Read(w2, 3, (cid, at, list) => downs[cid] = Triple(list, at), (first, last, at) => downRanges.Add((first, last, Triple(w2, at))));
    }

    /// <summary>DW, or null where it is not given.</summary>
    public double? Default { get; }

    /// <summary>Some advance is given.</summary>
    public bool HasWidths => widths.Count > 0 || ranges.Count > 0;

    /// <summary>The advance across, or null where neither W nor DW has it.</summary>
    public double? Width(int cid)
    {
        if (widths.TryGetValue(cid, out var width)) return width;
        foreach (var range in ranges)
            if (cid >= range.First && cid <= range.Last) return range.Width;
        return Default;
    }

    /// <summary>The advance down and the vertical origin of a glyph that is <paramref name="width"/> wide.</summary>
    public (double Down, double X, double Y) Down(int cid, double width)
    {
        if (downs.TryGetValue(cid, out var own)) return own;
        foreach (var range in downRanges)
            if (cid >= range.First && cid <= range.Last) return range.Down;
        return (down, width / 2, originY);
    }

    private static (double, double, double) Triple(PdfArray list, int at) => (list[at].Number(), list[at + 1].Number(), list[at + 2].Number());

    /// <summary>Both forms of an entry: a CID and an array of values from it on, or two CIDs and the values of all between.</summary>
    private static void Read(PdfArray array, int size, Action<int, int, PdfArray> one, Action<int, int, int> range)
    {
        for (var i = 0; i + 1 < array.Count;)
        {
            var first = Math.Clamp(array[i].Integer(), 0, MostCid);
            if (array[i + 1] is PdfArray list)
            {
                for (var k = 0; k + size <= list.Count && first + k / size <= MostCid; k += size) one(first + k / size, k, list);
                i += 2;
            }
            else
            {
                if (i + 1 + size < array.Count) range(first, Math.Clamp(array[i + 1].Integer(), 0, MostCid), i + 2);
                i += 2 + size;
            }
        }
    }
}
