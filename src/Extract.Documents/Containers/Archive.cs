using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Extract.Diagnostics;

namespace Extract.Documents.Containers;

/// <summary>What a ZIP container holds.</summary>
internal enum ArchiveKind
{
    /// <summary>Office Open XML word processing.</summary>
    Word,

    /// <summary>Office Open XML spreadsheet.</summary>
    Excel,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>
/// A ZIP container, looked through before anything of it is unpacked (APPNOTE.TXT 6.3.10): number of entries, names, declared sizes and
/// ratios against the limits; the small parts a package reader unpacks by itself are unpacked here once, counted.
/// </summary>
internal sealed class Archive
{
    /// <summary>The most entries.</summary>
    public const int MostEntries = 2_000;

    /// <summary>The most bytes of all entries unpacked.</summary>
    public const long MostUnpacked = 1L << 30;

    /// <summary>The highest ratio of unpacked to packed of an entry that is longer than <see cref="FreeOfRatio"/>.</summary>
    public const int MostRatio = 100;

    private const long FreeOfRatio = 1 << 20;

    /// <summary>The longest part that tells how the others hang together.</summary>
    private const long LongestTableOfContents = 16 << 20;

    /// <summary>What it holds.</summary>
    public ArchiveKind Kind { get; private init; }

    /// <summary>How many files stand inside it that are documents or programs of their own. None of them is ever unpacked: containers nest no deeper than this one.</summary>
    public int Inner { get; private init; }

    /// <summary>What is wrong with it; null where it may be opened.</summary>
    public Diagnostic? Refusal { get; private init; }

    /// <summary>Looks through a container.</summary>
    public static Archive Inspect(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (Entries(bytes.Span) is not { } names) return Refuse("a damaged ZIP / 损坏的 ZIP");
            if (names.Count > MostEntries) return Limit("ZIP entries", MostEntries.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (BadName(names) is { } bad) return bad;
            using var zip = new ZipArchive(new Bytes(bytes), ZipArchiveMode.Read);
            return Sizes(zip) ?? new Archive { Kind = KindOf(zip, out var refusal), Refusal = refusal, Inner = names.Count(IsInner) };
        }
        catch (Exception trouble) when (trouble is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException or IOException or System.Xml.XmlException)
        {
            return Refuse("a damaged ZIP / 损坏的 ZIP");
        }
    }

    private static bool IsInner(string name) =>
        name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && !name.EndsWith('/') || name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".docx" or ".docm" or ".xlsx" or ".xlsm" or ".pptx" or ".doc" or ".xls";

    private static Archive Refuse(string what) => new() { Kind = ArchiveKind.Other, Refusal = new(DiagnosticKinds.NotReadable, [what], null) };

    private static Archive Limit(string what, string limit) => new() { Kind = ArchiveKind.Other, Refusal = new(DiagnosticKinds.LimitReached, [what, limit], null) };

    /// <summary>
    /// The names of the central directory, at most one more than are allowed; null where there is no directory. Read here so that a
    /// directory of millions is not built in memory to be counted.
    /// </summary>
    private static List<string>? Entries(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[Math.Max(0, bytes.Length - 65_557)..].LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0) return null;
        end += Math.Max(0, bytes.Length - 65_557);
        if (end + 22 > bytes.Length) return null;
        long at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        if (at == uint.MaxValue && end >= 20 && bytes[(end - 20)..].StartsWith("PK\u0006\u0007"u8))
        {
            var far = BinaryPrimitives.ReadInt64LittleEndian(bytes[(end - 12)..]);
            if (far < 0 || far + 56 > bytes.Length) return null;
            at = BinaryPrimitives.ReadInt64LittleEndian(bytes[((int)far + 48)..]);
        }
        var names = new List<string>();
        while (at >= 0 && at + 46 <= bytes.Length && bytes[(int)at..].StartsWith("PK\u0001\u0002"u8) && names.Count <= MostEntries)
        {
            var entry = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            if (46 + length > entry.Length) return null;
            names.Add(Encoding.UTF8.GetString(entry.Slice(46, length)));
            at += 46 + length + rest;
        }
        return names.Count == 0 ? null : names;
    }

    /// <summary>Names that lead out of the container, or that two entries share, make it ambiguous what the file says.</summary>
    private static Archive? BadName(List<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var path = name.Replace('\\', '/');
            if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.Split('/').Contains(".."))
                return Refuse($"a ZIP with an entry that leads out of it / 条目指向容器外的 ZIP ({Clip(name)})");
            if (!seen.Add(path)) return Refuse($"a ZIP with two entries of one name / 条目重名的 ZIP ({Clip(name)})");
        }
        return null;
    }

    private static string Clip(string name) => name.Length > 60 ? name[..60] + "…" : name;

    private static Archive? Sizes(ZipArchive zip)
    {
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted) return new Archive { Kind = ArchiveKind.Other, Refusal = new(DiagnosticKinds.PasswordNeeded, ["ZIP"], null) };
            total += entry.Length;
            if (total > MostUnpacked) return Limit("ZIP unpacked", "1 GiB");
            if (entry.Length > FreeOfRatio && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio) return Limit($"ZIP ratio {Clip(entry.FullName)}", $"{MostRatio}:1");
        }
        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && entry.FullName != "[Content_Types].xml") continue;
            if (entry.Length > LongestTableOfContents) return Limit(Clip(entry.FullName), "16 MiB");
            using var stream = new Counted(entry.Open(), Math.Min(entry.Length, LongestTableOfContents));
            stream.CopyTo(Stream.Null);
        }
        return null;
    }

    private static ArchiveKind KindOf(ZipArchive zip, out Diagnostic? refusal)
    {
        refusal = null;
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            refusal = new(DiagnosticKinds.NotReadable, [zip.GetEntry("mimetype") is not null ? "OpenDocument (odt / ods)" : zip.GetEntry("OFD.xml") is not null ? "OFD (GB/T 33190)" : "ZIP"], null);
            return ArchiveKind.Other;
        }
        using var reader = new StreamReader(types.Open());
        var text = reader.ReadToEnd();
        if (text.Contains("wordprocessingml.document.main", StringComparison.Ordinal) || text.Contains("wordprocessingml.template.main", StringComparison.Ordinal)
            || text.Contains("ms-word.document.macroEnabled.main", StringComparison.Ordinal)) return ArchiveKind.Word;
        if (text.Contains("spreadsheetml.sheet.main", StringComparison.Ordinal) || text.Contains("spreadsheetml.template.main", StringComparison.Ordinal)
            || text.Contains("ms-excel.sheet.macroEnabled.main", StringComparison.Ordinal)) return ArchiveKind.Excel;
        var what = text.Contains("sheet.binary", StringComparison.Ordinal) ? "Excel binary workbook (xlsb)" : text.Contains("presentationml", StringComparison.Ordinal) ? "PowerPoint (pptx)" : "ZIP";
        refusal = new(DiagnosticKinds.NotReadable, [what], null);
        return ArchiveKind.Other;
    }
}
