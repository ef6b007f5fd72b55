namespace Extract.Pdf.Fonts.CMaps;

/// <summary>The CMaps and the character collections that ISO 32000-2, 9.7.5.2 names.</summary>
internal static class PredefinedCMaps
{
    /// <summary>The CMap of that name, or null.</summary>
    public static CMap? Find(string name) => name switch
    {
        "Identity-H" => CMap.IdentityH,
        "Identity-V" => CMap.IdentityV,
        _ => null,
    };

    /// <summary>CIDs of a collection ("Adobe-GB1") to characters, or null.</summary>
    public static UnicodeMap? Collection(string name) => null;
}
