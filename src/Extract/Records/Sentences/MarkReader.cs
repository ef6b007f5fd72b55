using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Records.Sentences;

/// <summary>
/// Finds every number of a paragraph and says what it is. Years, dates, codes, citations and names are typed before any figure is
/// looked for, so that none of them can become one. One pass from left to right.
/// </summary>
internal ref struct MarkReader
{
    /// <summary>A cited title that does not close within this many characters is taken as never closed.</summary>
    public const int LongestTitle = 200;

    private readonly string _text;
    private readonly string _printed;
    private readonly ImmutableArray<Mark>.Builder _marks;

    private MarkReader(string printed)
    {
        _printed = printed;
        _text = Characters.Fold(printed);
        _marks = ImmutableArray.CreateBuilder<Mark>();
    }

    /// <summary>The numbers of <paramref name="printed"/> in order. Every digit is covered by exactly one mark.</summary>
    public static ImmutableArray<Mark> Read(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var reader = new MarkReader(printed);
        reader.Read();
        return reader._marks.ToImmutable();
    }

    private void Read()
    {
        var i = 0;
        while (i < _text.Length)
        {
            var c = _text[i];
            var end = c switch
            {
                '《' => Citation(i),
                '〔' or '[' or '(' => DocumentNumber(i),
                '“' => QuotedName(i),
                >= '0' and <= '9' => Digits(i),
                '-' or '−' or '+' when i + 1 < _text.Length && char.IsAsciiDigit(_text[i + 1]) && IsSign(i) => Digits(i),
                _ when char.IsAsciiLetter(c) => Word(i),
                _ => FigureMarks.ReadNumerals(_text, i, _marks),
            };
            i = Math.Max(end, i + 1);
        }
    }

    private int Add(MarkKind kind, int start, int end, decimal value = 0)
    {
        _marks.Add(Mark.Of(kind, start, end, value));
        return end;
    }

    private int Digits(int i)
    {
        if (PlaceMarks.Read(_text, _printed, i, _marks) is var placed and > 0) return placed;
        if (TimeMarks.Read(_text, i) is { } time)
        {
            _marks.Add(time);
            return time.End;
        }
        var figure = FigureMarks.Read(_text, _printed, i);
        _marks.Add(figure);
        return figure.End;
    }

    /// <summary>The title of a cited document: digits in it are the title's.</summary>
    private int Citation(int i)
    {
        var depth = 0;
        for (var end = i; end < Math.Min(_text.Length, i + LongestTitle); end++)
        {
            if (_text[end] == '《') depth++;
            if (_text[end] == '》' && --depth == 0) return HasDigit(i, end) ? Add(MarkKind.Citation, i, end + 1) : end + 1;
        }
        return i + 1;
    }

    /// <summary>〔2021〕87号, [2016]141号, (2018)38号; the 号 may have been lost.</summary>
    private int DocumentNumber(int i)
    {
        var end = i + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end - i != 5 || end >= _text.Length || _text[end] is not ('〕' or ']' or ')')) return i + 1;
        end++;
        if (end < _text.Length && _text[end] == '第') end++;
        var number = end;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        var closed = end < _text.Length && _text[end] == '号';
        if (number == end || !closed && _text[i] == '(') return i + 1;
        return Add(MarkKind.DocumentNumber, i, closed ? end + 1 : end);
    }

    /// <summary>A name in quotes that starts with a year or a number: “2023 知识产权天府行”.</summary>
    private int QuotedName(int i)
    {
        var end = i + 1;
        while (end < _text.Length && _text[end] != '”' && end - i < 60) end++;
        if (end >= _text.Length || _text[end] != '”' || i + 5 >= _text.Length) return i + 1;
        return TimeMarks.IsYear(_text, i + 1) || IsName(i + 1, end) ? Add(MarkKind.Name, i, end + 1) : i + 1;
    }

    /// <summary>A number with more than its unit behind it, all in quotes, is a name: “15分钟社区生活圈”, “4+N”.</summary>
    private bool IsName(int start, int end)
    {
        if (!char.IsAsciiDigit(_text[start])) return false;
        var mark = FigureMarks.Read(_text, _printed, start);
        return mark.End < end && _text[mark.End] is not (',' or '。' or ';' or '、') && !_text.AsSpan(start, end - start).ContainsAny(",。;");
    }

    /// <summary>A Latin word, web address or code with letters: digits in it are its own.</summary>
    private int Word(int i)
    {
        var end = i;
        while (end < _text.Length && IsWord(_text[end])) end++;
        while (end > i && _text[end - 1] is '.' or '/' or '-' or ':' or '_') end--;
        return HasDigit(i, end) ? Add(MarkKind.Name, i, end) : end;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '-' or '_' or '@' or ':' or '?' or '=' or '&';

    /// <summary>A minus that joins two numbers or a code and its name is no sign.</summary>
    private bool IsSign(int i)
    {
        var before = i - 1;
        while (before >= 0 && _text[before] == ' ') before--;
        if (before < 0) return true;
        var c = _text[before];
        if (char.IsAsciiLetterOrDigit(c) || c is '%' or ')' or '-' or '—' or '〕' or ']') return false;
        return _marks.Count == 0 || _marks[^1].End <= before;
    }

    private bool HasDigit(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsAsciiDigit(_text[i])) return true;
        return false;
    }
}
