namespace Extract.Pdf.Fonts.Programs;

/// <summary>The charset and the encoding of a CFF file.</summary>
internal static class CffTables
{
    /// <summary>Expert charset: first and last string of each stretch (Adobe Technical Note 5176, appendix C).</summary>
    private static readonly int[] Expert =
        [0, 1, 229, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 266, 109, 110, 267, 318, 158, 158, 155, 155, 163, 163, 319, 326, 150, 150, 164, 164, 169, 169, 327, 378];

    /// <summary>The subset of it for symbols only.</summary>
    private static readonly int[] ExpertSubset =
        [0, 1, 231, 232, 235, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 251, 253, 266, 109, 110, 267, 270, 272, 272, 300, 302, 305, 305, 314, 315, 158, 158,
            155, 155, 163, 163, 320, 326, 150, 150, 164, 164, 169, 169, 327, 346];

    /// <summary>For each glyph the number of its name's string, or its CID.</summary>
    public static int[] Charset(BigEndian file, CffDictionary top, int glyphs, bool keyed)
    {
        var at = top.Offset(CffDictionary.Charset);
        if (keyed && at <= 2) return [.. Enumerable.Range(0, glyphs)];
        return at switch
        {
            <= 0 => [.. Enumerable.Range(0, Math.Min(glyphs, 229))],
            1 => Stretches(Expert, glyphs),
            2 => Stretches(ExpertSubset, glyphs),
            _ => Own(file, at, glyphs),
        };
    }

    /// <summary>For each of the 256 codes its glyph.</summary>
    public static int[] Encoding(BigEndian file, CffDictionary top, int[] charset)
    {
        var glyphs = new int[256];
        var at = top.Offset(CffDictionary.Encoding);
        var (format, count) = (file.Byte(at), file.Byte(at + 1));
        var glyph = 1;
        at += 2;
        if ((format & 0x7F) == 0)
            for (var i = 0; i < count; i++) glyphs[file.Byte(at++)] = glyph++;
        else
            for (var i = 0; i < count; i++, at += 2)
                for (var code = file.Byte(at); code <= file.Byte(at) + file.Byte(at + 1); code++) glyphs[code & 255] = glyph++;
        if ((format & 0x80) == 0) return glyphs;
        var more = file.Byte(at++);
        for (var i = 0; i < more; i++, at += 3) glyphs[file.Byte(at)] = Math.Max(0, Array.IndexOf(charset, file.UInt16(at + 1)));
        return glyphs;
    }

    private static int[] Stretches(int[] ends, int glyphs)
    {
        var found = new List<int>();
        for (var i = 0; i < ends.Length; i += 2)
            for (var id = ends[i]; id <= ends[i + 1] && found.Count < glyphs; id++) found.Add(id);
        return [.. found];
    }

    private static int[] Own(BigEndian file, long at, int glyphs)
    {
        var found = new List<int> { 0 };
        var format = file.Byte(at++);
        if (format == 0)
            for (; found.Count < glyphs && at < file.Length; at += 2) found.Add(file.UInt16(at));
        else if (format <= 2)
            for (; found.Count < glyphs && at < file.Length; at += 2 + format)
            {
                var left = format == 1 ? file.Byte(at + 2) : file.UInt16(at + 2);
                for (var i = 0; i <= left && found.Count < glyphs; i++) found.Add(Math.Min(file.UInt16(at) + i, 0xFFFF));
            }
        return [.. found];
    }
}
