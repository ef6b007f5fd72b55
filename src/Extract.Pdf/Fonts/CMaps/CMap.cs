namespace Extract.Pdf.Fonts.CMaps;

/// <summary>Bytes to codes, codes to CIDs (ISO 32000-2, 9.7.5), or codes to characters (9.10.3).</summary>
internal sealed class CMap
{
    /// <summary>Two bytes are the CID.</summary>
    public static readonly CMap IdentityH = new() { Name = "Identity-H", Codes = CodeSpace.TwoBytes, IsIdentity = true };

    /// <summary>The same, written downwards.</summary>
    public static readonly CMap IdentityV = new() { Name = "Identity-V", Codes = CodeSpace.TwoBytes, IsIdentity = true, Vertical = true };

    public string Name { get; set; } = "";

    /// <summary>Writes downwards.</summary>
    public bool Vertical { get; set; }

    /// <summary>The code is the CID.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>How codes are found in the bytes.</summary>
    public CodeSpace Codes { get; set; } = new();

    public RangeTable Cids { get; init; } = new();

    public UnicodeMap Characters { get; } = new();

    /// <summary>The collection that its CIDs are of, where it is a predefined one; else null.</summary>
    public string? Collection { get; set; }

    /// <summary>What this one adds to.</summary>
    public CMap? Parent { get; set; }

    /// <summary>How the code writes a character, where it is one by itself.</summary>
    public CharacterForm Form { get; init; }

    /// <summary>The collection of this map, or of the nearest it adds to.</summary>
    public string? KnownCollection => Collection ?? Parent?.Collection ?? Parent?.Parent?.Collection;

    /// <summary>The CID of a code; 0 where it has none.</summary>
    public int Cid(int code) => IsIdentity ? code : CidOf(code) ?? 0;

    /// <summary>The characters that the map itself gives a code, or null.</summary>
    public string? Text(int code)
    {
        var map = this;
        var form = CharacterForm.None;
        for (var depth = 0; map is not null && depth < 8; depth++, map = map.Parent)
        {
            if (map.Characters.Text(code) is { } text) return text;
            if (form == CharacterForm.None) form = map.Form;
        }
        return CharacterForms.Text(form, code);
    }

    /// <summary>Maps of one family are keyed by the characters that their codes write, so that they can use each other.</summary>
    private int? CidOf(int code)
    {
        var map = this;
        var form = CharacterForm.None;
        for (var depth = 0; map is not null && depth < 8; depth++, map = map.Parent)
        {
            if (map.IsIdentity) return code;
            if (form == CharacterForm.None) form = map.Form;
            if (CharacterForms.Point(form, code) is { } key && map.Cids.TryFind(key, out var cid, out var offset))
                return (int)Math.Min((long)cid + offset, int.MaxValue);
        }
        return null;
    }
}
