namespace Extract.Pdf.Fonts.Programs;

/// <summary>Advances of a CFF file: what a charstring says before its first drawing operator (Adobe Technical Note 5177, 3.1).</summary>
internal sealed class CffWidths
{
    private readonly BigEndian file;
    private readonly CffDictionary top;
    private readonly CffIndex glyphs;
    private readonly CffIndex global;
    private readonly Dictionary<int, Part> parts = [];

    /// <summary>What a private dictionary says of its glyphs.</summary>
    private readonly record struct Part(double Default, double Nominal, CffIndex Subrs, double Scale);

    public CffWidths(BigEndian file, CffDictionary top, CffIndex glyphs, CffIndex global) =>
        (this.file, this.top, this.glyphs, this.global) = (file, top, glyphs, global);

    /// <summary>The advance in ems, or null where there is no such glyph.</summary>
    public double? Of(int glyph)
    {
        if ((uint)glyph >= (uint)glyphs.Count) return null;
        var number = PartOf(glyph);
        if (!parts.TryGetValue(number, out var part)) parts[number] = part = ReadPart(number);
        var budget = 2000;
        var stack = new Stack<double>(48);
        var found = Run(glyphs[glyph], part, stack, 0, ref budget);
        return (found is { } width ? part.Nominal + width : part.Default) * part.Scale;
    }

    private int PartOf(int glyph)
    {
        var at = top.Offset(CffDictionary.FontSelect);
        if (at < 0) return 0;
        if (file.Byte(at) == 0) return file.Byte(at + 1 + glyph);
        var (low, high) = (0, file.UInt16(at + 1) - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (file.UInt16(at + 3 + 3L * middle) <= glyph) low = middle;
            else high = middle - 1;
        }
        return file.Byte(at + 5 + 3L * low);
    }

    private Part ReadPart(int number)
    {
        var dictionary = top;
        if (top.Offset(CffDictionary.FontArray) is >= 0 and var fonts) dictionary = new CffDictionary(new CffIndex(file, fonts)[number]);
        var at = dictionary.Offset(CffDictionary.Private, 1);
        var own = new CffDictionary(file.Slice(at, dictionary.Offset(CffDictionary.Private)));
        var subrs = own.Offset(CffDictionary.Subrs) is > 0 and var offset && at >= 0 ? new CffIndex(file, at + offset) : default;
        var scale = top.Has(CffDictionary.FontMatrix) ? top.Number(CffDictionary.FontMatrix) : dictionary.Number(CffDictionary.FontMatrix, 0, 0.001);
        if (top.Has(CffDictionary.FontMatrix) && dictionary != top && dictionary.Has(CffDictionary.FontMatrix)) scale *= dictionary.Number(CffDictionary.FontMatrix);
        return new Part(own.Number(CffDictionary.DefaultWidth), own.Number(CffDictionary.NominalWidth), subrs, scale is > 1e-5 and < 1 ? scale : 0.001);
    }

    /// <summary>The difference to the nominal width, NaN while nothing is decided, null where the glyph has the default.</summary>
    private double? Run(BigEndian code, Part part, Stack<double> stack, int depth, ref int budget)
    {
        for (long at = 0; at < code.Length && budget-- > 0;)
        {
            var first = code.Byte(at++);
            if (first is 28 or >= 32)
            {
                if (stack.Count < 512) stack.Push(Operand(code, first, ref at));
                continue;
            }
            if (first is 10 or 29)
            {
                if (depth >= 10 || !stack.TryPop(out var number)) return null;
                var list = first == 10 ? part.Subrs : global;
                var found = Run(list[(int)number + (list.Count < 1240 ? 107 : list.Count < 33900 ? 1131 : 32768)], part, stack, depth + 1, ref budget);
                if (found is not double.NaN) return found;
                continue;
            }
            if (first == 11) return double.NaN;
            return Extra(first, stack.Count) ? stack.Last() : null;
        }
        return depth > 0 ? double.NaN : null;
    }

    /// <summary>The first operator has one operand more than it needs: the width, at the bottom.</summary>
    private static bool Extra(int op, int count) => op switch
    {
        1 or 3 or 18 or 23 or 19 or 20 => count % 2 == 1,
        21 => count > 2,
        4 or 22 => count > 1,
        14 => count is 1 or 5,
        _ => false,
    };

    private static double Operand(BigEndian code, int first, ref long at)
    {
        switch (first)
        {
            case 28:
                at += 2;
                return code.Int16(at - 2);
            case 255:
                at += 4;
                return unchecked((int)code.UInt32(at - 4)) / 65536.0;
            case <= 246: return first - 139;
            case <= 250: return (first - 247) * 256 + code.Byte(at++) + 108;
            default: return -(first - 251) * 256 - code.Byte(at++) - 108;
        }
    }
}
