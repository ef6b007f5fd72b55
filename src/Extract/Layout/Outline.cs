using System.Collections.Immutable;

namespace Extract.Layout;

/// <summary>The headings above the present paragraph, as they come.</summary>
internal sealed class Outline
{
    /// <summary>A longer entry is text and not a title.</summary>
    private const int LongestTitle = 46;

    private readonly List<(Numbering Numbering, string Title)> _path = [];
    private string _part = "";

    /// <summary>The paragraph with its place under the headings; a heading becomes part of the path of what follows.</summary>
    public Paragraph Place(Numbering numbering, string text, ImmutableArray<Piece> pieces)
    {
        if (!IsTitle(numbering, text)) return new Paragraph(Path(), text, pieces) { Part = _part };
        if (numbering == Numbering.Part)
        {
            _path.Clear();
            _part = text;
            return new Paragraph("", text, pieces) { Part = _part, IsHeading = true };
        }
        Rise(numbering);
        var heading = new Paragraph(Path(), text, pieces) { Part = _part, IsHeading = true };
        _path.Add((numbering, Title(text)));
        return heading;
    }

    private string Path() => string.Join('/', _path.ConvertAll(h => h.Title));

    private static string Title(string text) => text.TrimEnd('：', ':', ' ', '。');

    /// <summary>Leaves the headings the new one does not stand under: its own kind and everything below.</summary>
    private void Rise(Numbering numbering)
    {
        if (numbering == Numbering.Chinese) _path.Clear();
        var at = _path.FindIndex(h => h.Numbering == numbering);
        if (at >= 0) _path.RemoveRange(at, _path.Count - at);
    }

    /// <summary>A title is short, is no sentence and states no figure.</summary>
    private static bool IsTitle(Numbering numbering, string text)
    {
        if (numbering is Numbering.None or Numbering.Circled) return false;
        if (numbering is Numbering.Part or Numbering.Hash) return text.Length <= 80;
        var length = Enumerators.Read(text, 0, out _);
        var body = text.AsSpan(length).Trim();
        if (body.Length is < 2 or > LongestTitle) return false;
        if (body.IndexOfAny('。', '；', ';') is >= 0 and var stop && !(stop == body.Length - 1 && IsNamed(body))) return false;
        var colon = body.IndexOfAny('：', ':');
        if (colon >= 0 && colon < body.Length - 1) return false;
        if (numbering is Numbering.Arabic or Numbering.BracketedArabic && body.Length > 34) return false;
        return !NamesAccount(body) && !StatesFigure(body);
    }

    /// <summary>True for a title that its writer closed with a full stop: （一）…情况说明。</summary>
    private static bool IsNamed(ReadOnlySpan<char> body) => body.EndsWith("说明。", StringComparison.Ordinal) || body.EndsWith("情况。", StringComparison.Ordinal);

    /// <summary>True where a functional item is named: …（类）…（款）…（项） starts its paragraph.</summary>
    private static bool NamesAccount(ReadOnlySpan<char> body)
    {
        for (var i = 0; i + 2 < body.Length; i++)
            if (body[i] is '（' or '(' && body[i + 1] is '类' or '款' or '项' && body[i + 2] is '）' or ')') return true;
        return false;
    }

    private static bool StatesFigure(ReadOnlySpan<char> body)
    {
        for (var i = 1; i < body.Length; i++)
        {
            var before = body[i - 1] == ' ' && i > 1 ? body[i - 2] : body[i - 1];
            if (char.IsAsciiDigit(before) && body[i] is '万' or '亿' or '元' or '%' or '％') return true;
        }
        return false;
    }
}
