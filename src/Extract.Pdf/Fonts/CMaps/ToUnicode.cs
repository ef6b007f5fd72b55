using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>A font's ToUnicode (ISO 32000-2, 9.10.3), believed only where it can be true.</summary>
internal sealed class ToUnicode
{
    /// <summary>So many codes of a range are looked at when a map is judged.</summary>
    private const int Sample = 64;

    private readonly CMap map;

    private ToUnicode(CMap map) => this.map = map;

    /// <summary>Every code stands for its own number: what a program writes that takes glyph numbers for characters.</summary>
    public bool IsIdentity { get; private init; }

    /// <summary>The map of a font, or null where it has none or one that cannot be true.</summary>
    public static ToUnicode? Of(PdfDictionary font)
    {
        if (font["ToUnicode"] is not PdfStream stream) return null;
        var map = CMapReader.Read(stream.Decode().Span, PredefinedCMaps.Find);
        var (codes, useless, same) = Judge(map.Characters);
        if (map.Parent is null && (codes == 0 || codes >= 4 && useless * 2 > codes)) return null;
        return new ToUnicode(map) { IsIdentity = codes >= 8 && same * 10 >= codes * 9 };
    }

    /// <summary>The characters of a code as written, or null.</summary>
    public string? Text(int code) => map.Text(code);

    /// <summary>Of a sample of codes: how many there are, how many tell nothing, how many stand for themselves.</summary>
    private static (int Codes, int Useless, int Same) Judge(UnicodeMap characters)
    {
        var (codes, useless, same) = (0, 0, 0);
        var seen = new Dictionary<int, int>();
        foreach (var range in characters.Ranges)
        {
            var length = range.High - range.Low + 1L;
            var count = (int)Math.Min(length, Sample);
            codes += count;
            if (range.Value < 0) continue;
            var first = range.Value + (long)(range.Low - range.Origin);
            if (first == range.Low) same += count;
            for (var i = 0; i < count; i++)
            {
                var character = (int)Math.Min(first + length * i / count, int.MaxValue);
                if (!Meaning.Of(character) || character == ' ') useless++;
                else if (count == 1) seen[character] = seen.GetValueOrDefault(character) + 1;
            }
        }
        foreach (var times in seen.Values)
            if (times > 4) useless += times - 1;
        return (codes, useless, same);
    }
}
