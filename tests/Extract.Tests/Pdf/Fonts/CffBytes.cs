namespace Extract.Tests.Pdf.Fonts;

/// <summary>The smallest CFF files: every offset is written in five bytes, so that the length of the dictionary is known beforehand.</summary>
internal static class CffBytes
{
    /// <summary>Glyphs none, A and a name of its own; code 65 and 66 in the built-in encoding; widths 500 by default and 600 + difference.</summary>
    public static byte[] Named(string ownName) => File(
        strings: [ownName],
        charset: new Bytes().U8(0).U16(34, 391).ToArray(),
        encoding: [0, 2, 65, 66],
        glyphs: [[14], [.. Number(20), 14], [.. Number(100), .. Number(0), .. Number(10), 1, 14]]);

    /// <summary>A CID-keyed font of a collection: glyph 1 is CID 1200, glyph 2 is CID 1201, of two private dictionaries.</summary>
    public static byte[] Keyed(string ordering) => File(
        strings: ["Adobe", ordering],
        charset: new Bytes().U8(2).U16(1200, 1).ToArray(),
        encoding: null,
        glyphs: [[14], [14], [.. Number(-100), 14]],
        select: new Bytes().U8(3).U16(2, 0).U8(0).U16(2).U8(1).U16(3).ToArray());

    public static byte[] Number(int value) => [28, (byte)(value >> 8 & 0xFF), (byte)(value & 0xFF)];

    private static byte[] Offset(int value) => new Bytes().U8(29).U32(value).ToArray();

    private static byte[] Index(params byte[][] items)
    {
        if (items.Length == 0) return [0, 0];
        var index = new Bytes().U16(items.Length).U8(2);
        var at = 1;
        index.U16(at);
        foreach (var item in items) index.U16(at += item.Length);
        foreach (var item in items) index.Add(item);
        return index.ToArray();
    }

    private static byte[] File(string[] strings, byte[] charset, byte[]? encoding, byte[][] glyphs, byte[]? select = null)
    {
        var names = Index([.. "Made"u8]);
        var texts = Index([.. strings.Select(static text => text.Select(static c => (byte)c).ToArray())]);
        byte[] own = [.. Number(500), 20, .. Number(600), 21];
        byte[] other = [.. Number(1000), 20, .. Number(600), 21];
        var start = 4 + names.Length + Index(Top(0, 0, 0, 0, 0, 0, encoding, select)).Length + texts.Length + 2;
        var charStrings = Index(glyphs);
        var at = start;
        var charsetAt = at;
        var encodingAt = at += charset.Length;
        var glyphsAt = at += encoding?.Length ?? 0;
        var privateAt = at += charStrings.Length;
        var selectAt = at += own.Length + other.Length;
        var fontsAt = selectAt + (select?.Length ?? 0);
        var fonts = Index([.. Offset(own.Length), .. Offset(privateAt), 18], [.. Offset(other.Length), .. Offset(privateAt + own.Length), 18]);
        var file = new Bytes().U8(1, 0, 4, 2).Add(names).Add(Index(Top(charsetAt, encodingAt, glyphsAt, privateAt, selectAt, fontsAt, encoding, select))).Add(texts).Add([0, 0]);
        file.Add(charset).Add(encoding ?? []).Add(charStrings).Add(own).Add(other);
        if (select is not null) file.Add(select).Add(fonts);
        return file.ToArray();
    }

    private static byte[] Top(int charset, int encoding, int glyphs, int own, int select, int fonts, byte[]? codes, byte[]? selected) =>
    [
        .. selected is null ? [] : (byte[])[.. Number(391), .. Number(392), .. Number(0), 12, 30],
        .. Offset(charset), 15,
        .. codes is null ? [] : (byte[])[.. Offset(encoding), 16],
        .. Offset(glyphs), 17,
        .. selected is null ? (byte[])[.. Offset(8), .. Offset(own), 18] : [.. Offset(select), 12, 37, .. Offset(fonts), 12, 36],
    ];
}
