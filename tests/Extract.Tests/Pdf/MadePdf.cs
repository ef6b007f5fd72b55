using System.IO.Compression;
using System.Text;
using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>A small PDF written by the tests: objects by number, and several ways of writing them down.</summary>
internal sealed class MadePdf
{
    public const string Helvetica = "<< /Font << /F1 4 0 R >> >>";

    private readonly List<(string Head, byte[]? Stream)> objects = [];

    /// <summary>Entries the trailer has besides Root and Size.</summary>
    public string TrailerEntries { get; set; } = "";

    /// <summary>Encrypts the bytes of each stream.</summary>
    public Func<int, byte[], byte[]>? Encryption { get; set; }

    /// <summary>1 catalogue, 2 pages, 3 the page, 4 Helvetica, 5 its content; A5 across unless the page says otherwise.</summary>
    public static MadePdf Page(string content, string resources = Helvetica, string page = "/MediaBox [0 0 600 400]")
    {
        var made = new MadePdf();
        made.Add("<< /Type /Catalog /Pages 2 0 R >>");
        made.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        made.Add($"<< /Type /Page /Parent 2 0 R {page} /Resources {resources} /Contents 5 0 R >>");
        made.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        made.AddStream("", Encoding.Latin1.GetBytes(content));
        return made;
    }

    public int Add(string body)
    {
        objects.Add((body, null));
        return objects.Count;
    }

    public int AddStream(string entries, byte[] bytes)
    {
        objects.Add((entries, bytes));
        return objects.Count;
    }

    public void Replace(int number, string body) => objects[number - 1] = (body, null);

    /// <summary>Objects one by one behind a header, and a cross-reference table.</summary>
    public byte[] Classic(string junk = "", Func<int, int>? offset = null, Func<int, int>? length = null)
    {
        var file = new MemoryStream();
        Write(file, junk + "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<long>();
        for (var number = 1; number <= objects.Count; number++)
        {
            offsets.Add(file.Length - junk.Length);
            Body(file, number, length);
        }
        var at = file.Length - junk.Length;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var o in offsets) Write(file, $"{offset?.Invoke((int)o) ?? o:D10} 00000 n \n");
        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {TrailerEntries} >>\nstartxref\n{at}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>No cross-reference at all, and no word of where things are.</summary>
    public byte[] WithoutIndex(bool trailer = true)
    {
        var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        for (var number = 1; number <= objects.Count; number++) Body(file, number, null);
        if (trailer) Write(file, $"trailer\n<< /Root 1 0 R {TrailerEntries} >>\n");
        return file.ToArray();
    }

    /// <summary>Every object that is no stream in an object stream, and a cross-reference stream with a PNG predictor.</summary>
    public byte[] Compressed()
    {
        var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var rows = new List<(int Kind, long Second, int Third)> { (0, 0, 255) };
        var (head, body, index, container) = (new StringBuilder(), new StringBuilder(), 0, objects.Count + 1);
        for (var number = 1; number <= objects.Count; number++)
        {
            if (objects[number - 1].Stream is not null)
            {
                rows.Add((1, file.Length, 0));
                Body(file, number, null);
                continue;
            }
            head.Append(number).Append(' ').Append(body.Length).Append(' ');
            body.Append(objects[number - 1].Head).Append('\n');
            rows.Add((2, container, index++));
        }
        rows.Add((1, file.Length, 0));
        Stream(file, container, $"/Type /ObjStm /N {index} /First {head.Length} /Filter /FlateDecode", Deflate(Encoding.Latin1.GetBytes($"{head}{body}")), null);
        rows.Add((1, file.Length, 0));
        var at = file.Length;
        var table = new List<byte>();
        var above = new byte[5];
        foreach (var (kind, second, third) in rows)
        {
            byte[] row = [(byte)kind, (byte)(second >> 16 & 0xFF), (byte)(second >> 8 & 0xFF), (byte)(second & 0xFF), (byte)third];
            table.Add(2);
            for (var i = 0; i < 5; i++) table.Add((byte)(row[i] - above[i] & 0xFF));
            above = row;
        }
        Stream(file, container + 1, $"/Type /XRef /Size {container + 2} /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>", Deflate([.. table]), null);
        Write(file, $"startxref\n{at}\n%%EOF\n");
        return file.ToArray();
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal)) deflater.Write(bytes);
        return packed.ToArray();
    }

    private void Body(MemoryStream file, int number, Func<int, int>? length)
    {
        var (head, stream) = objects[number - 1];
        if (stream is null) Write(file, $"{number} 0 obj\n{head}\nendobj\n");
        else Stream(file, number, head, Encryption?.Invoke(number, stream) ?? stream, length);
    }

    private static void Stream(MemoryStream file, int number, string entries, byte[] bytes, Func<int, int>? length)
    {
        Write(file, $"{number} 0 obj\n<< {entries} /Length {length?.Invoke(bytes.Length) ?? bytes.Length} >>\nstream\n");
        file.Write(bytes);
        Write(file, "\nendstream\nendobj\n");
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

/// <summary>What a page was read to, kept beyond the next page.</summary>
internal sealed record SeenPage(double Width, double Height, PdfGlyph[] Glyphs, PdfRule[] Rules, PdfFill[] Fills, PdfImage[] Images, PdfTextLayer Layer)
{
    public string Text => string.Concat(Glyphs.Select(static g => g.Text));

    public static SeenPage[] All(byte[] bytes, PdfOptions? options = null) =>
        [.. PdfDocument.Open(bytes, options).Pages().Select(static p => new SeenPage(p.Width, p.Height, p.Glyphs.ToArray(), p.Rules.ToArray(), p.Fills.ToArray(), p.Images.ToArray(), p.TextLayer))];

    public static SeenPage Only(byte[] bytes) => Assert.Single(All(bytes));

    public static SeenPage Only(MadePdf made) => Only(made.Classic());
}
