using System.Collections.Concurrent;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>The CMaps and the character collections that ISO 32000-2, 9.7.5.2 names, and the rest of their families.</summary>
internal static class PredefinedCMaps
{
    private static readonly ConcurrentDictionary<string, CMap?> Maps = new(StringComparer.Ordinal) { ["Identity-H"] = CMap.IdentityH, ["Identity-V"] = CMap.IdentityV };
    private static readonly ConcurrentDictionary<string, UnicodeMap?> Collections = new(StringComparer.Ordinal);

    /// <summary>The CMap of that name, or null. Of a collection's name with -UCS2 (what ToUnicode maps once used) its characters.</summary>
    public static CMap? Find(string name)
    {
        if (Maps.TryGetValue(name, out var known)) return known;
        return CMapArchive.Names.Contains(name) ? Maps.GetOrAdd(name, Read) : null;
    }

    /// <summary>CIDs of a collection ("Adobe-GB1") to characters, or null.</summary>
    public static UnicodeMap? Collection(string name)
    {
        var entry = name + "-UCS2";
        if (Collections.TryGetValue(entry, out var known)) return known;
        return CMapArchive.Names.Contains(entry) ? Collections.GetOrAdd(entry, static entry => Find(entry)?.Characters) : null;
    }

    /// <summary>An entry: flags, form, collection, parent; code spaces; ranges of CIDs, of characters; texts of several characters.</summary>
    private static CMap? Read(string name)
    {
        using var reader = CMapArchive.Open(name);
        if (reader is null) return null;
        var vertical = reader.ReadBoolean();
        var form = (CharacterForm)reader.ReadByte();
        var collection = reader.ReadString();
        var parent = reader.ReadString();
        var map = new CMap { Name = name, Vertical = vertical, Form = form, Collection = collection, Parent = parent.Length > 0 ? Find(parent) : null };
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) map.Codes.Add(reader.ReadByte(), reader.ReadUInt32(), reader.ReadUInt32());
        if (map.Codes.IsEmpty && map.Parent is { } used) map.Codes = used.Codes;
        foreach (var (low, high, cid) in CMapArchive.ReadRanges(reader)) map.Cids.Add(low, high, cid);
        foreach (var (low, high, point) in CMapArchive.ReadRanges(reader)) map.Characters.AddPoint(low, high, point);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var cid = (uint)reader.Read7BitEncodedInt();
            map.Characters.Add(cid, cid, reader.ReadString());
        }
        return map;
    }
}
