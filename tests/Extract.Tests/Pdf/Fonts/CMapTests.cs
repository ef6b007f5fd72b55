using System.Text;
using Extract.Pdf.Fonts.CMaps;

namespace Extract.Tests.Pdf.Fonts;

public sealed class CMapTests
{
    private static readonly int[] Mapped = [1, 2, 0x10, 0x11, 0x12, 0x20, 0x21, 0x22, 0x30, 0x31, 0x32];

    [Fact]
    public void Characters_ranges_arrays_and_pairs_of_units()
    {
        var map = Read("""
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0001> <5E74> <0002> <00660069> endbfchar
            2 beginbfrange <0010> <0012> <0041> <0020> <0022> [<5143> <D840DC0B> /A] endbfrange
            1 beginbfrange <0030> <0032> <00410031> endbfrange
            """);
        Assert.Equal("年 fi A B C 元 𠀋 A A1 A2 A3", string.Join(" ", Mapped.Select(map.Text)));
        Assert.Null(map.Text(3));
    }

    [Theory]
    [InlineData("100 beginbfchar <0001> <5E74> <0002> <5143>")]
    [InlineData("beginbfchar\n< 00 01 > <5e 74>\n<02><5143>\nendbfchar")]
    [InlineData("1 beginbfrange <0001> <0001> <5E74> endbfrange 1 beginbfrange <0002> <0009> [<5143>] endbfrange")]
    [InlineData("beginbfchar <01> <5E74> endbfchar % a remark endbfchar\n/CMapName /X def beginbfchar <02> <5143> junk")]
    [InlineData("beginbfchar <01> 24180 <02> /uni5143 endbfchar")]
    [InlineData("beginbfrange <01> <02> [<5E74> <5143> <0041> <0042>] endbfrange")]
    [InlineData("beginbfchar <01> <FEFF5E74> <02> <00005143> endbfchar")]
    public void What_is_written_wrongly_but_means_one_thing_is_read(string text)
    {
        var map = Read(text);
        Assert.Equal("年元", map.Text(1) + map.Text(2));
    }

    [Fact]
    public void A_cmap_that_uses_another_adds_to_it()
    {
        var map = Read("/UniGB-UCS2-H usecmap 1 begincidchar <5E74> 7 endcidchar");
        Assert.Equal(7, map.Cid(0x5E74));
        Assert.Equal(PredefinedCMaps.Find("UniGB-UCS2-H")!.Cid(0x5143), map.Cid(0x5143));
        Assert.Equal("元", map.Text(0x5143));
    }

    [Fact]
    public void Codes_of_one_two_and_four_bytes_are_told_apart_byte_by_byte()
    {
        var map = Read("3 begincodespacerange <00> <80> <8140> <FEFE> <81308130> <FE39FE39> endcodespacerange");
        byte[] text = [0x41, 0xB0, 0xA1, 0x81, 0x30, 0x81, 0x30, 0x42, 0xB0];
        var codes = new List<int>();
        for (var at = 0; at < text.Length;) codes.Add(map.Codes.Next(text, ref at));
        Assert.Equal([0x41, 0xB0A1, unchecked((int)0x81308130), 0x42, 0xB0], codes);
    }

    /// <summary>Ranges as they may be: overlapping, nested, in any order. A dictionary filled one code at a time says what must come out.</summary>
    [Fact]
    public void Of_overlapping_ranges_the_last_defined_counts()
    {
        var random = new Random(20231120);
        for (var round = 0; round < 300; round++)
        {
            var table = new RangeTable();
            var expected = new Dictionary<uint, int>();
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                var (low, value, steps) = ((uint)random.Next(60), random.Next(1000), random.Next(2) == 0);
                var high = low + (uint)random.Next(12);
                table.Add(low, high, value, steps);
                for (var code = low; code <= high; code++) expected[code] = value + (steps ? (int)(code - low) : 0);
            }
            for (uint code = 0; code < 80; code++)
            {
                var found = table.TryFind(code, out var value, out var offset);
                Assert.Equal(expected.TryGetValue(code, out var wanted) ? wanted : -1, found ? value + offset : -1);
            }
        }
    }

    [Theory]
    [InlineData("beginbfchar <01> <0020> <02> <0020> <03> <0020> <04> <0020> <05> <0041> endbfchar")]
    [InlineData("beginbfchar <01> <E001> <02> <E002> <03> <E003> <04> <0041> endbfchar")]
    [InlineData("beginbfchar <01> <0041> <02> <0041> <03> <0041> <04> <0041> <05> <0041> <06> <0041> endbfchar")]
    [InlineData("beginbfrange <01> <05> <0001> endbfrange")]
    public void A_tounicode_that_cannot_be_true_is_not_believed(string text) =>
        Assert.Null(ToUnicode.Of(Made.Dictionary(("ToUnicode", Made.Stream(text)))));

    [Fact]
    public void Every_predefined_cmap_can_be_read()
    {
        foreach (var name in CMapArchive.Names)
        {
            var map = PredefinedCMaps.Find(name)!;
            Assert.Equal(name, map.Name);
            Assert.False(map.Codes.IsEmpty, name);
            Assert.Equal(name.EndsWith("-V", StringComparison.Ordinal) || name == "V", map.Vertical);
        }
    }

    private static CMap Read(string text) => CMapReader.Read(Encoding.Latin1.GetBytes(text), PredefinedCMaps.Find);
}
