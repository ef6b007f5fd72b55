namespace Extract.Pdf.Fonts.Programs;

/// <summary>One subtable of a TrueType font's cmap (OpenType 1.9, cmap): characters to glyphs. Formats 0, 2, 4, 6, 10, 12 and 13.</summary>
internal sealed class CharacterMap(BigEndian table, int platform, int encoding)
{
    private readonly int format = table.UInt16(0);

    public int Platform => platform;

    public int Encoding => encoding;

    /// <summary>Its characters are Unicode.</summary>
    public bool IsUnicode => platform == 0 && encoding != 5 || platform == 3 && encoding is 1 or 10;

    /// <summary>The glyph of a character; 0 where there is none.</summary>
    public int Glyph(int character) => character < 0 ? 0 : format switch
    {
        0 => character < 256 ? table.Byte(6 + character) : 0,
        2 => MixedGlyph(character),
        4 => character > 0xFFFF ? 0 : SegmentGlyph(Segment(character), character),
        6 => Trimmed(character, table.UInt16(6), table.UInt16(8), 10),
        10 => Trimmed(character, table.UInt32(12), table.UInt32(16), 20),
        12 or 13 => GroupGlyph(character),
        _ => 0,
    };

    /// <summary>Calls for every character that has a glyph, in order. Bounded by the size of the table and by Unicode.</summary>
    public void ForEach(Action<int, int> found)
    {
        switch (format)
        {
            case 4: Segments(found); break;
            case 12 or 13: Groups(found); break;
            case 10: Span((int)Math.Min(table.UInt32(12), 0x110000), Math.Min(table.UInt32(16), table.Length / 2), found); break;
            case 6: Span(table.UInt16(6), table.UInt16(8), found); break;
            case 0: Span(0, 256, found); break;
            case 2: Span(0, 0x10000, found); break;
            default: break;
        }
    }

    private void Span(int first, long count, Action<int, int> found)
    {
        for (long character = first; character < Math.Min(first + count, 0x110000); character++)
            if (Glyph((int)character) is not 0 and var glyph) found((int)character, glyph);
    }

    private int Trimmed(int character, long first, long count, long at) =>
        character >= first && character - first < count ? table.UInt16(at + 2 * (character - first)) : 0;

    /// <summary>Format 2: one or two bytes, the high byte choosing a subheader.</summary>
    private int MixedGlyph(int character)
    {
        if (character > 0xFFFF) return 0;
        var (high, low) = (character >> 8, character & 255);
        var key = table.UInt16(6 + 2 * (high == 0 ? low : high));
        if (high == 0 && key != 0 || high != 0 && key == 0) return 0;
        var header = 518 + (long)key;
        var index = low - table.UInt16(header);
        if (index < 0 || index >= table.UInt16(header + 2)) return 0;
        var glyph = table.UInt16(header + 6 + table.UInt16(header + 6) + 2 * index);
        return glyph == 0 ? 0 : glyph + table.Int16(header + 4) & 0xFFFF;
    }

    private int SegmentCount => Math.Min(table.UInt16(6) / 2, table.Length / 8);

    /// <summary>The first segment of format 4 that does not end before the character.</summary>
    private int Segment(int character)
    {
        var (low, high) = (0, SegmentCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (table.UInt16(14 + 2 * middle) < character) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int SegmentGlyph(int segment, int character)
    {
        var count = SegmentCount;
        if (segment >= count) return 0;
        var starts = 16 + 2L * count;
        var start = table.UInt16(starts + 2 * segment);
        if (character < start) return 0;
        var delta = table.UInt16(starts + 2 * (count + segment));
        var at = starts + 2 * (2L * count + segment);
        var offset = table.UInt16(at);
        if (offset is 0 or 0xFFFF) return character + delta & 0xFFFF;
        var glyph = table.UInt16(at + offset + 2L * (character - start));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }

    private void Segments(Action<int, int> found)
    {
        var count = SegmentCount;
        var next = 0;
        for (var segment = 0; segment < count; segment++)
        {
            var end = table.UInt16(14 + 2 * segment);
            for (next = Math.Max(next, table.UInt16(16 + 2L * (count + segment))); next <= end; next++)
                if (next != 0xFFFF && SegmentGlyph(segment, next) is not 0 and var glyph) found(next, glyph);
        }
    }

    private int GroupCount => (int)Math.Min(table.UInt32(12), table.Length / 12);

    private int GroupGlyph(int character)
    {
        var (low, high) = (0, GroupCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = 16 + 12L * middle;
            if (character < table.UInt32(at)) high = middle - 1;
            else if (character > table.UInt32(at + 4)) low = middle + 1;
            else return GroupGlyph(at, character);
        }
        return 0;
    }

    private int GroupGlyph(long at, long character)
    {
        var glyph = table.UInt32(at + 8) + (format == 12 ? character - table.UInt32(at) : 0);
        return glyph <= 0xFFFF ? (int)glyph : 0;
    }

    private void Groups(Action<int, int> found)
    {
        var count = GroupCount;
        long next = 0;
        for (var group = 0; group < count; group++)
        {
            var at = 16 + 12L * group;
            var last = format == 12 ? table.UInt32(at) + Math.Max(0, 0xFFFF - table.UInt32(at + 8)) : 0x10FFFF;
            var end = Math.Min(table.UInt32(at + 4), Math.Min(last, 0x10FFFF));
            for (next = Math.Max(next, table.UInt32(at)); next <= end; next++)
                if (GroupGlyph(at, next) is not 0 and var glyph) found((int)next, glyph);
        }
    }
}
