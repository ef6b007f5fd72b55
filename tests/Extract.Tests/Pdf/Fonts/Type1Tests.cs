using Extract.Pdf.Fonts;
using Extract.Pdf.Fonts.Programs;

namespace Extract.Tests.Pdf.Fonts;

public sealed class Type1Tests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Encoding_names_and_widths_are_behind_the_encryption(bool hexadecimal)
    {
        var font = Type1Program.Read(Type1Bytes.Font(hexadecimal, (65, "A", 722), (2, "uni5E74", 1000)))!;
        Assert.Equal(("A", "uni5E74"), (font.NameOfCode(65), font.NameOfCode(2)));
        Assert.Equal((0.722, 1.0), (font.Advance(font.GlyphNamed("A")), font.Advance(font.GlyphOfCode(2))));
        Assert.Null(font.NameOfCode(66));
    }

    [Fact]
    public void The_segments_of_a_pfb_are_one_file()
    {
        var file = Type1Bytes.Font(false, (65, "A", 722));
        var split = file.AsSpan().IndexOf("eexec\n"u8) + 6;
        var joined = new Bytes().U8(0x80, 1, split & 255, split >> 8, 0, 0).Add(file[..split]);
        var rest = file.Length - split;
        joined.U8(0x80, 2, rest & 255, rest >> 8, 0, 0).Add(file[split..]).U8(0x80, 3);
        Assert.Equal(0.722, Type1Program.Read(joined.ToArray())!.Advance(1));
    }

    [Fact]
    public void An_embedded_font_without_an_encoding_is_read_by_its_own()
    {
        var font = Font.Load(Made.Dictionary(
            ("Subtype", Made.Name("Type1")), ("BaseFont", Made.Name("ABCDEF+Made")),
            ("FontDescriptor", Made.Dictionary(("FontFile", Made.Stream(Type1Bytes.Font(false, (1, "fi", 556), (2, "uni5E74", 1000))))))));
        Assert.Equal("fi年", Made.Read(font, 1, 2));
        Assert.Equal(0.556, Made.Shown(font, 1)[0].Width);
    }
}
