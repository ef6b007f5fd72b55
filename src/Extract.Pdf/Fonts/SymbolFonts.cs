using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts;

/// <summary>Fonts of signs whose codes mean the same in every copy: what office programs set bullets and check boxes with.</summary>
internal static class SymbolFonts
{
    /// <summary>Wingdings: a code (as Latin-1), its sign. Of the signs that Unicode took over from it those nearest in the first plane.</summary>
    private const string Wingdings =
        "!✏\"✂#✁(☎)✆*✉6⌛>✇?✍A✌E☜F☞G☝H☟J☺L☹N☠P⚐Q✈R☼T❄V✞X✠Y✡Z☪[☯\\ॐ]☸^♈_♉`♊a♋b♌c♍d♎e♏f♐g♑h♒i♓k&l●m❍n■o□p❐q❑r❒s⬧t⧫u◆v❖w⬥x⌧z⌘{❀|✿}❝~❞" +
        "\u0080⓪\u0081①\u0082②\u0083③\u0084④\u0085⑤\u0086⑥\u0087⑦\u0088⑧\u0089⑨\u008A⑩\u008B⓿\u008C❶\u008D❷\u008E❸\u008F❹\u0090❺\u0091❻\u0092❼\u0093❽\u0094❾\u0095❿" +
        "\u009E·\u009F•\u00A0▪¡○¤◉¥◎§▪¨□ª✦«★¬✶­✴®✹¯✵±⌖²⟡³⌑µ✪¶✰Õ⌫Ö⌦Ø➢Ü➲ß←à→á↑â↓ã↖ä↗å↙æ↘è➔ï⇦ð⇨ñ⇧ò⇩ó⬄ô⇳û✗ü✓ý☒þ☑";

    /// <summary>Wingdings 2.</summary>
    private const string Wingdings2 =
        "!✒$✂(☎5⌨E☜F☞O✕P✓Q☒R☑S☒T☒U⊗V⊗W⊘X⊘Y❢i⓪j①k②l③m④n⑤o⑥p⑦q⑧r⑨s⑩t⓿u❶v❷w❸x❹y❺z❻{❼|❽}❾~❿" +
        "\u0095·\u0096•\u0097●\u0098●\u0099○\u009A○\u009B◉\u009C◉\u009D◎\u009E◎\u009F▪\u00A0■¡■¢■£□¤□¥□¦◻§◻©◆ª◆«◇¬◇®◊¯◊";

    /// <summary>The sign of a code in a font of that name, or null where the font is none of these.</summary>
    public static string? Sign(string font, int code)
    {
        if (!font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)) return null;
        var number = font.AsSpan(9).Trim(" -").ToString();
        if (number.StartsWith('3')) return null;
        var signs = number.StartsWith('2') ? Wingdings2 : Wingdings;
        for (var i = 0; i + 1 < signs.Length; i += 2)
            if (signs[i] == code) return signs[i + 1].ToString();
        return null;
    }

    /// <summary>The sign that a private character (U+F020 to U+F0FF, a code of a symbol font) stands for, or null.</summary>
    public static string? OfPrivate(string font, string? text)
    {
        if (text is not [>= '\uF020' and <= '\uF0FF' and var character]) return null;
        if (!font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase)) return Sign(font, character - 0xF000);
        return GlyphEncoding.Symbol[character - 0xF000] is { } name ? GlyphNames.Text(name) : null;
    }
}
