namespace Extract.Documents.Word.Doc;

/// <summary>The style sheet (MS-DOC 2.9.271 STSH), as far as styles put paragraphs into lists.</summary>
internal sealed class DocStyles
{
    private readonly List<(int Base, int? List, int? Level)> styles = [];

    private DocStyles()
    {
    }

    /// <summary>Reads the styles; an entry that is damaged is one without a list.</summary>
    public static DocStyles Read(Slab table, (long At, long Length) pair, Slab data)
    {
        var sheet = new DocStyles();
        var bytes = new Slab(table.Part(pair.At, pair.Length));
        long at = 2 + bytes.Word(0);
        var count = bytes.Word(2);
        var fixedPart = bytes.Word(4);
        for (var i = 0; i < count && at < bytes.Length; i++)
        {
            var length = bytes.Word(at);
            sheet.styles.Add(length == 0 ? (0xFFF, null, null) : Style(new Slab(bytes.Part(at + 2, length)), fixedPart, data));
            at += 2 + length + (length & 1);
        }
        return sheet;
    }

    /// <summary>The list and level of a style, or of those it is based on.</summary>
    public (int? List, int? Level) ListOf(int style)
    {
        int? level = null;
        for (var steps = 0; steps < 16 && style >= 0 && style < styles.Count; steps++)
        {
            level ??= styles[style].Level;
            if (styles[style].List is { } list) return (list, level);
            style = styles[style].Base;
        }
        return (null, null);
    }

    private static (int Base, int? List, int? Level) Style(Slab style, int fixedPart, Slab data)
    {
        var kind = style.Word(2) & 0xF;
        var basis = style.Word(2) >> 4;
        if (kind != 1) return (basis, null, null);
        // Its name stands behind the fixed part: a length, the characters, and a zero.
        var at = (long)fixedPart + 2 + style.Word(fixedPart) * 2L + 2;
        var properties = new ParagraphProperties();
        properties.Apply(style.Part(at + 4, style.Word(at) - 2L).Span, data);
        return (basis, properties.List, properties.Level);
    }
}
