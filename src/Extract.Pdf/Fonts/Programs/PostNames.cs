using System.Text;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>The names of glyphs in a TrueType font's post table, formats 1 and 2.</summary>
internal sealed class PostNames
{
    /// <summary>The 258 names of the Macintosh order, those of format 1 (Apple TrueType reference, post).</summary>
    private static readonly Lazy<string[]> Macintosh = new(static () => [.. FontData.Lines("macintosh-order.txt").SelectMany(static line => line.Split(' '))]);

    private readonly string?[] names;
    private readonly Lazy<Dictionary<string, int>> glyphs;

    public PostNames(BigEndian table)
    {
        names = table.UInt32(0) switch
        {
            0x00010000 => Macintosh.Value,
            0x00020000 => Format2(table),
            _ => [],
        };
        glyphs = new(Backwards);
    }

    public string? NameOf(int glyph) => (uint)glyph < (uint)names.Length ? names[glyph] : null;

    public int GlyphNamed(string name) => glyphs.Value.GetValueOrDefault(name);

    private static string?[] Format2(BigEndian table)
    {
        var count = (int)Math.Min(table.UInt16(32), Math.Max(0, (table.Length - 34) / 2));
        var own = Strings(table, 34 + 2L * count);
        var found = new string?[count];
        for (var i = 0; i < count; i++)
        {
            var index = table.UInt16(34 + 2L * i);
            if (index < 258) found[i] = Macintosh.Value[index];
            else if (index - 258 < own.Count) found[i] = own[index - 258];
        }
        return found;
    }

    private static List<string> Strings(BigEndian table, long at)
    {
        var strings = new List<string>();
        while (at < table.Length)
        {
            var text = table.Slice(at + 1, table.Byte(at));
            strings.Add(Encoding.Latin1.GetString(text.Span));
            at += 1 + table.Byte(at);
        }
        return strings;
    }

    private Dictionary<string, int> Backwards()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            if (names[i] is { } name) found.TryAdd(name, i);
        return found;
    }
}
