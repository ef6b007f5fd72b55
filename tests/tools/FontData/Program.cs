// Packs Adobe's mapping resources (the folder cMap of poppler-data: https://github.com/adobe-type-tools/cmap-resources and
// mapping-resources-pdf, BSD-3-Clause) into the resource that the PDF reader carries:
//   dotnet run --project tests/tools/FontData -- /usr/share/poppler/cMap src/Extract.Pdf/Fonts/Data/cmaps.bin
using System.IO.Compression;
using System.Text;
using Extract.Pdf.Fonts.CMaps;

if (args is not [var folder, var target])
{
    Console.Error.WriteLine("FontData FOLDER-OF-CMAPS TARGET");
    return 2;
}

string[] collections = ["Adobe-GB1", "Adobe-CNS1", "Adobe-Japan1", "Adobe-Korea1", "Adobe-KR"];
var files = collections.SelectMany(collection => Directory.GetFiles(Path.Combine(folder, collection))).ToDictionary(static path => Path.GetFileName(path), StringComparer.Ordinal);
var entries = new List<(string Name, byte[] Packed)>();
foreach (var collection in collections)
    foreach (var path in Directory.GetFiles(Path.Combine(folder, collection)).Order(StringComparer.Ordinal))
        if (Path.GetFileName(path) is var name && IsWanted(name)) entries.Add((name, Pack(name, collection)));

using (var file = new BinaryWriter(File.Create(target), Encoding.UTF8))
{
    file.Write7BitEncodedInt(entries.Count);
    foreach (var (name, packed) in entries)
    {
        file.Write(name);
        file.Write7BitEncodedInt(packed.Length);
    }
    foreach (var (_, packed) in entries) file.Write(packed);
}
foreach (var (name, packed) in entries.OrderByDescending(static entry => entry.Packed.Length).Take(12)) Console.WriteLine($"{packed.Length,8} {name}");
Console.WriteLine($"{entries.Count} entries, {new FileInfo(target).Length} bytes");
return 0;

// Not the maps between character sets, nor those of one supplement of a collection, nor those that print drivers use.
static bool IsWanted(string name) => name.StartsWith("Adobe-", StringComparison.Ordinal)
    ? name.EndsWith("-UCS2", StringComparison.Ordinal)
    : !name.StartsWith("UCS2-", StringComparison.Ordinal) && !name.EndsWith("-UCS2", StringComparison.Ordinal) && !name.EndsWith("-UCS2C", StringComparison.Ordinal);

byte[] Pack(string name, string collection)
{
    var map = Load(name);
    var form = CharacterForms.Of(name);
    var parent = map.Parent?.Name ?? "";
    var cids = Keyed(map, form);
    var shared = Shared(name);
    if (parent.Length == 0 && shared is not null)
    {
        cids = Beyond(cids, Load(shared));
        parent = shared;
    }
    var unpacked = new MemoryStream();
    var writer = new BinaryWriter(unpacked, Encoding.UTF8);
    writer.Write(map.Vertical);
    writer.Write((byte)form);
    writer.Write(collection);
    writer.Write(parent);
    var spaces = map.Parent is null ? map.Codes.Ranges : [];
    writer.Write7BitEncodedInt(spaces.Count);
    foreach (var (length, low, high) in spaces)
    {
        writer.Write((byte)length);
        writer.Write(low);
        writer.Write(high);
    }
    CMapArchive.WriteRanges(writer, cids);
    var points = Joined([.. map.Characters.Ranges.Where(static range => range.Value >= 0 && range.Value != 0xFFFD)]);
    CMapArchive.WriteRanges(writer, points);
    var texts = map.Characters.Ranges.Where(static range => range.Value < 0).SelectMany(static range => Codes(range)).ToList();
    writer.Write7BitEncodedInt(texts.Count);
    foreach (var cid in texts)
    {
        writer.Write7BitEncodedInt((int)cid);
        writer.Write(map.Characters.Text((int)cid)!);
    }
    writer.Flush();
    var packed = new byte[BrotliEncoder.GetMaxCompressedLength((int)unpacked.Length)];
    if (!BrotliEncoder.TryCompress(unpacked.ToArray(), packed, out var length2, 11, 24)) throw new InvalidOperationException(name);
    return packed[..length2];
}

CMap Load(string name) => CMapReader.Read(File.ReadAllBytes(files[name]), Load);

// The forms of one family say the same: the others say only what is theirs beside the one of four bytes.
string? Shared(string name)
{
    if (name is "UniJIS2004-UTF32-H" or "UniJISX0213-UTF32-H" or "UniJISX02132004-UTF32-H") return "UniJIS-UTF32-H";
    var family = name.Split('-') is [var first, var form, "H"] && CharacterForms.Of(name) is not (CharacterForm.None or CharacterForm.Utf32) ? first + "-UTF32-H" : null;
    return family is not null && files.ContainsKey(family) ? family : null;
}

// Codes as the characters they write: ranges of the forms run within one last byte.
static List<CodeRange> Keyed(CMap map, CharacterForm form)
{
    var table = new RangeTable();
    foreach (var range in map.Cids.Ranges)
        if (CharacterForms.Point(form, unchecked((int)range.Low)) is { } low && CharacterForms.Point(form, unchecked((int)range.High)) is { } high)
            table.Add(low, high, range.Value + (int)(range.Low - range.Origin));
    return Joined(table.Ranges);
}

static List<CodeRange> Beyond(List<CodeRange> ranges, CMap other)
{
    var table = new RangeTable();
    foreach (var range in ranges)
        foreach (var code in Codes(range))
            if (other.Cid((int)code) != range.Value + (int)(code - range.Low)) table.Add(code, code, range.Value + (int)(code - range.Low));
    return Joined(table.Ranges);
}

static IEnumerable<uint> Codes(CodeRange range)
{
    for (var code = range.Low; code <= range.High; code++) yield return code;
}

static List<CodeRange> Joined(IReadOnlyList<CodeRange> ranges)
{
    var joined = new List<CodeRange>();
    foreach (var range in ranges)
    {
        if (joined.Count > 0 && joined[^1] is var last && last.High + 1 == range.Low && last.Value + (int)(range.Low - last.Low) == range.Value) joined[^1] = last with { High = range.High };
        else joined.Add(new CodeRange(range.Low, range.High, range.Low, range.Value, true));
    }
    return joined;
}
