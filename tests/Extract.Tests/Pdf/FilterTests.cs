using System.Text;
using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>Streams are decoded whole, damaged ones as far as they go, and none past the limits.</summary>
public class FilterTests
{
    private const string Content = "BT /F1 12 Tf 50 300 Td (Total 1,234.50) Tj ET";
    private const string Words = "Total 1,234.50";

    private static MadePdf With(string entries, byte[] bytes)
    {
        var made = MadePdf.Page("");
        made.Replace(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Resources << /Font << /F1 4 0 R >> >> /Contents 6 0 R >>");
        made.AddStream(entries, bytes);
        return made;
    }

    private static byte[] Plain => Encoding.Latin1.GetBytes(Content);

    private static byte[] Hex(byte[] bytes) => Encoding.ASCII.GetBytes(Convert.ToHexString(bytes) + ">");

    private static byte[] Base85(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 4)
        {
            var count = Math.Min(4, bytes.Length - i);
            ulong value = 0;
            for (var k = 0; k < 4; k++) value = value << 8 | (k < count ? bytes[i + k] : (byte)0);
            var digits = new char[5];
            for (var k = 4; k >= 0; k--, value /= 85) digits[k] = (char)('!' + value % 85);
            text.Append(digits, 0, count + 1);
        }
        return Encoding.ASCII.GetBytes(text.Append("~>").ToString());
    }

    private static byte[] RunLength(byte[] bytes) =>
        [.. bytes.Chunk(100).SelectMany(static c => (byte[])[(byte)(c.Length - 1), .. c]), 128];

    /// <summary>LZW of nine-bit codes: a clear before every 200 letters, so that no code grows longer.</summary>
    private static byte[] Lzw(byte[] bytes)
    {
        var codes = bytes.Chunk(200).SelectMany(static c => c.Select(static b => (int)b).Prepend(256)).Append(257).ToArray();
        var bits = string.Concat(codes.Select(static c => Convert.ToString(c, 2).PadLeft(9, '0')));
        return [.. bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(static b => Convert.ToByte(new string(b), 2))];
    }

    [Fact]
    public void Each_filter_is_undone()
    {
        Assert.Equal(Words, SeenPage.Only(With("/Filter /FlateDecode", MadePdf.Deflate(Plain))).Text);
        Assert.Equal(Words, SeenPage.Only(With("/Filter /ASCIIHexDecode", Hex(Plain))).Text);
        Assert.Equal(Words, SeenPage.Only(With("/Filter /ASCII85Decode", Base85(Plain))).Text);
        Assert.Equal(Words, SeenPage.Only(With("/Filter /RunLengthDecode", RunLength(Plain))).Text);
        Assert.Equal(Words, SeenPage.Only(With("/Filter /LZWDecode", Lzw(Plain))).Text);
    }

    [Fact]
    public void A_chain_is_undone_in_its_order() =>
        Assert.Equal(Words, SeenPage.Only(With("/Filter [/ASCII85Decode /ASCIIHexDecode /FlateDecode]", Base85(Hex(MadePdf.Deflate(Plain))))).Text);

    [Fact]
    public void A_chain_longer_than_eight_is_not_followed()
    {
        var bytes = Plain;
        for (var i = 0; i < 9; i++) bytes = RunLength(bytes);
        Assert.Equal("", SeenPage.Only(With($"/Filter [{string.Concat(Enumerable.Repeat("/RL ", 9))}]", bytes)).Text);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 1)]
    [InlineData(2, 3)]
    public void Predictors_are_undone(int predictor, int colours)
    {
        var columns = Content.Length / colours;
        var text = Content[..(columns * colours)].PadRight(columns * colours);
        var bytes = Encoding.Latin1.GetBytes(text);
        var coded = new List<byte>();
        if (predictor >= 10) coded.Add((byte)(predictor - 10));
        for (var i = 0; i < bytes.Length; i++)
        {
            var before = predictor is 11 && i > 0 ? bytes[i - 1] : predictor is 2 && i >= colours ? bytes[i - colours] : 0;
            coded.Add((byte)(bytes[i] - before & 0xFF));
        }
        var made = With($"/Filter /FlateDecode /DecodeParms << /Predictor {predictor} /Colors {colours} /Columns {columns} >>", MadePdf.Deflate([.. coded]));
        Assert.Equal(Words, SeenPage.Only(made).Text);
    }

    [Fact]
    public void Of_a_stream_that_is_cut_everything_up_to_the_cut_is_read()
    {
        var lines = string.Concat(Enumerable.Range(0, 400).Select(static i => $"BT /F1 6 Tf 5 {i} Td (r{i * 7919 % 1000}) Tj ET\n"));
        var packed = MadePdf.Deflate(Encoding.Latin1.GetBytes(lines));
        var whole = SeenPage.Only(With("/Filter /FlateDecode", packed)).Text;
        var pdf = With("/Filter /FlateDecode", packed[..(packed.Length / 2)]).Classic();
        var part = SeenPage.Only(pdf).Text;
        Assert.StartsWith(part, whole, StringComparison.Ordinal);
        Assert.InRange(part.Length, whole.Length / 4, whole.Length - 1);
    }

    [Fact]
    public void A_checksum_that_is_wrong_costs_nothing_and_is_said()
    {
        var packed = MadePdf.Deflate(Plain);
        packed[^1] ^= 0xFF;
        Assert.Equal(Words, SeenPage.Only(With("/Filter /FlateDecode", packed)).Text);
        packed[0] = 0x99;
        Assert.NotNull(SeenPage.Only(With("/Filter /FlateDecode", packed)));
    }

    [Fact]
    public void A_bomb_is_cut_at_the_limit_and_named()
    {
        var bomb = MadePdf.Deflate(new byte[8 << 20]);
        var pdf = PdfDocument.Open(With("/Filter /FlateDecode", bomb).Classic(), new PdfOptions { MostStreamBytes = 1 << 20 });
        Assert.Single(pdf.Pages());
        Assert.Contains(pdf.Troubles, static t => t.Kind == PdfTroubleKind.LimitReached);
    }

    [Fact]
    public void An_image_is_handed_on_with_its_box_and_as_it_stands()
    {
        var made = MadePdf.Page("q 200 0 0 100 50 60 cm /Im Do Q", "<< /XObject << /Im 6 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Image /Width 40 /Height 20 /Filter /DCTDecode", [0xFF, 0xD8, 1, 2, 3]);
        var image = Assert.Single(SeenPage.Only(made).Images);
        Assert.Equal(new PdfBox(50, 240, 250, 340), image.Box);
        Assert.Equal((40, 20, "DCTDecode"), (image.PixelWidth, image.PixelHeight, image.Filter));
        Assert.Equal([0xFF, 0xD8, 1, 2, 3], image.Read().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_image_packed_again_or_locked_is_handed_on_in_its_own_compression(int lockedBy)
    {
        var made = MadePdf.Page("q 200 0 0 100 50 60 cm /Im Do Q", "<< /XObject << /Im 6 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Image /Width 40 /Height 20 /Filter [/FlateDecode /DCTDecode]", MadePdf.Deflate([0xFF, 0xD8, 1, 2, 3]));
        if (lockedBy > 0) made.Lock(lockedBy, "");
        var image = Assert.Single(SeenPage.Only(made).Images);
        Assert.Equal("DCTDecode", image.Filter);
        Assert.Equal([0xFF, 0xD8, 1, 2, 3], image.Read().ToArray());
    }
}
