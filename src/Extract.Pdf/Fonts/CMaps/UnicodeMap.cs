namespace Extract.Pdf.Fonts.CMaps;

/// <summary>Codes to characters. Texts are made when asked for, not when read: most codes of a large map are never shown.</summary>
internal sealed class UnicodeMap
{
    private readonly RangeTable table = new();
    private readonly List<string> texts = [];

    public int Count => table.Count;

    /// <summary>Points of single characters; texts of several are negative.</summary>
    public IReadOnlyList<CodeRange> Ranges => table.Ranges;

    /// <summary>Maps the codes to the text; the last character counts on from code to code.</summary>
    public void Add(uint low, uint high, string text)
    {
        if (text.Length == 0)
        {
            AddText(low, high, "");
            return;
        }
        if (text.Length == 1) table.Add(low, high, text[0]);
        else if (text.Length == 2 && char.IsSurrogatePair(text[0], text[1])) table.Add(low, high, char.ConvertToUtf32(text[0], text[1]));
        else AddText(low, high, text);
    }

    /// <summary>Maps the codes to a code point and those that follow it.</summary>
    public void AddPoint(uint low, uint high, int point) => table.Add(low, high, point);

    /// <summary>The characters of a code as written, or null.</summary>
    public string? Text(int code)
    {
        if (!table.TryFind(unchecked((uint)code), out var value, out var offset)) return null;
        if (value >= 0) return Point((long)value + offset);
        var text = texts[~value];
        return offset == 0 || text.Length == 0 ? text : string.Concat(text.AsSpan(0, text.Length - 1), ((char)Math.Min(text[^1] + (long)offset, char.MaxValue)).ToString());
    }

    private static string? Point(long point) => point switch
    {
        <= 0xFFFF => ((char)point).ToString(),
        <= 0x10FFFF => char.ConvertFromUtf32((int)point),
        _ => null,
    };

    private void AddText(uint low, uint high, string text)
    {
        texts.Add(text);
        table.Add(low, high, ~(texts.Count - 1));
    }
}
