using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>
/// Reads a CMap file: the operators of Adobe Technical Note 5014, and what is seen in their place. A section ends where something
/// stands that cannot belong to it, so a wrong count or a missing end costs nothing.
/// </summary>
internal ref struct CMapReader
{
    private readonly CMap map = new();
    private readonly Func<string, CMap?> predefined;
    private CMapTokens tokens;
    private CMapToken token;

    private CMapReader(ReadOnlySpan<byte> text, Func<string, CMap?> predefined)
    {
        tokens = new CMapTokens(text);
        this.predefined = predefined;
    }

    /// <summary>Reads a CMap; one without code spaces has two-byte codes.</summary>
    /// <param name="text">The file.</param>
    /// <param name="predefined">Finds the CMap that this one uses, by its name.</param>
    public static CMap Read(ReadOnlySpan<byte> text, Func<string, CMap?> predefined)
    {
        var reader = new CMapReader(text, predefined);
        reader.Sections();
        var map = reader.map;
        if (map.Codes.IsEmpty) map.Codes = map.Parent?.Codes ?? CodeSpace.TwoBytes;
        return map;
    }

    private void Sections()
    {
        var name = "";
        Move();
        while (token != CMapToken.End)
        {
            if (token == CMapToken.Name)
            {
                name = tokens.Name();
                Move();
                if (name == "WMode" && token == CMapToken.Number) map.Vertical = tokens.Number() == 1;
                else if (name == "CMapName" && token == CMapToken.Name) map.Name = tokens.Name();
            }
            else if (token == CMapToken.Operator) Section(name);
            else Move();
        }
    }

    private void Section(string name)
    {
        switch (tokens.Raw)
        {
            case var raw when raw.SequenceEqual("begincodespacerange"u8): CodeSpaces(); break;
            case var raw when raw.SequenceEqual("begincidrange"u8): Cids(true); break;
            case var raw when raw.SequenceEqual("begincidchar"u8): Cids(false); break;
            case var raw when raw.SequenceEqual("beginbfrange"u8): Texts(true); break;
            case var raw when raw.SequenceEqual("beginbfchar"u8): Texts(false); break;
            case var raw when raw.SequenceEqual("usecmap"u8):
                map.Parent ??= predefined(name);
                Move();
                break;
            default: Move(); break;
        }
    }

    private void CodeSpaces()
    {
        Move();
        while (token == CMapToken.Hex)
        {
            var low = tokens.Code(out var length);
            if (Move() != CMapToken.Hex) return;
            map.Codes.Add(length, low, tokens.Code(out _));
            Move();
        }
    }

    private void Cids(bool ranges)
    {
        Move();
        while (token == CMapToken.Hex)
        {
            var low = tokens.Code(out _);
            var high = ranges && Move() == CMapToken.Hex ? tokens.Code(out _) : low;
            if ((ranges && token != CMapToken.Hex) || Move() != CMapToken.Number) return;
            map.Cids.Add(low, high, tokens.Number());
            Move();
        }
    }

    private void Texts(bool ranges)
    {
        Move();
        while (token == CMapToken.Hex)
        {
            var low = tokens.Code(out _);
            var high = low;
            if (ranges)
            {
                if (Move() != CMapToken.Hex) return;
                high = tokens.Code(out _);
            }
            Move();
            if (token == CMapToken.ArrayStart) Array(low, high);
            else if (Destination() is { } text) map.Characters.Add(low, high, text);
            else return;
            Move();
        }
    }

    /// <summary>A destination for each code of the range; more of them than codes, or fewer, do no harm.</summary>
    private void Array(uint low, uint high)
    {
        var code = low;
        while (Move() is not (CMapToken.ArrayEnd or CMapToken.End or CMapToken.Operator))
        {
            if (Destination() is not { } text || code > high) continue;
            map.Characters.Add(code, code, text);
            if (code == uint.MaxValue) return;
            code++;
        }
    }

    /// <summary>What a code maps to: a string, a glyph's name, or the number of a character.</summary>
    private readonly string? Destination() => token switch
    {
        CMapToken.Hex => tokens.Characters(),
        CMapToken.Name => GlyphNames.Text(tokens.Name()) ?? "",
        CMapToken.Number => tokens.Number() is > 0 and <= 0xFFFF and var point ? ((char)point).ToString() : "",
        _ => null,
    };

    private CMapToken Move() => token = tokens.Next();
}
