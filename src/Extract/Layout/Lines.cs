using System.Text;
using Extract.Text;

namespace Extract.Layout;

/// <summary>Characters of a line: what one paragraph takes of it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="StartsParagraph">True where they certainly start a paragraph, whatever stands before.</param>
internal readonly record struct Stretch(Line Line, int Start, int End, bool StartsParagraph)
{
    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => Line.Text.AsSpan(Start, End - Start);
}

/// <summary>One printed line of running text: its runs from left to right.</summary>
internal sealed class Line
{
    private readonly List<Run> _runs = [];
    private readonly List<int> _starts = [];
    private readonly StringBuilder _text = new();
    private string? _whole;

    /// <summary>The runs' characters, two spaces between runs.</summary>
    public string Text => _whole ??= _text.ToString();

    /// <summary>The left edge in ems.</summary>
    public double Left => _runs[0].Box.Left;

    /// <summary>The right edge in ems.</summary>
    public double Right { get; private set; }

    /// <summary>The left margin of its page, in ems.</summary>
    public double Margin { get; set; }

    /// <summary>The page, where the place knows one; else 0.</summary>
    public int Page { get; private set; }

    /// <summary>Puts the run behind the others.</summary>
    public void Add(Run run)
    {
        if (_runs.Count > 0) _text.Append("  ");
        else Page = PageOf(run.Place);
        _starts.Add(_text.Length);
        _runs.Add(run);
        _text.Append(run.Text);
        _whole = null;
        Right = Math.Max(Right, run.Box.Right);
    }

    /// <summary>True where the run stands on this line, to the right of what is there.</summary>
    public bool Continues(Run run)
    {
        var last = _runs[^1];
        return PageOf(run.Place) == Page && run.Box.Left >= last.Box.Right - 0.5
            && Math.Abs(run.Box.CentreY - last.Box.CentreY) < 0.4 && SameLine(last.Place, run.Place);
    }

    /// <summary>On a page of a fixed layout: set in type of another size than the line before it, or two lines' height below it.</summary>
    public bool IsSetApart(Line before)
    {
        var (here, there) = (_runs[0], before._runs[0]);
        if (here.Place is not PagePlace || there.Place is not PagePlace) return false;
        var (height, other) = (here.Box.Bottom - here.Box.Top, there.Box.Bottom - there.Box.Top);
        if (height > 1.25 * other || other > 1.25 * height) return true;
        return Page == before.Page && here.Box.Top - there.Box.Bottom > 2 * height;
    }

    /// <summary>True where the file itself says where paragraphs start, and this line stands in another than <paramref name="other"/>.</summary>
    public bool IsDeclaredApart(Line other) => _runs[0].Place is PathPlace or CellPlace && !SameLine(_runs[0].Place, other._runs[^1].Place);

    /// <summary>The run the character comes from and where it stands in it; null between runs.</summary>
    public (Run Run, int At)? Origin(int index)
    {
        var i = _starts.BinarySearch(index);
        if (i < 0) i = ~i - 1;
        var at = index - _starts[i];
        return at < _runs[i].Text.Length ? (_runs[i], at) : null;
    }

    /// <summary>The runs as lines, in the order given.</summary>
    public static List<Line> Of(IReadOnlyList<Run> runs)
    {
        var lines = new List<Line>();
        foreach (var run in runs)
        {
            if (string.IsNullOrWhiteSpace(run.Text)) continue;
            if (lines.Count == 0 || !lines[^1].Continues(run)) lines.Add(new Line());
            lines[^1].Add(run);
        }
        return lines;
    }

    private static bool SameLine(Place a, Place b) => (a, b) switch
    {
        (TextPlace one, TextPlace other) => one.Line == other.Line,
        (PagePlace, PagePlace) => true,
        (PathPlace one, PathPlace other) => one == other,
        (CellPlace one, CellPlace other) => SameRow(one, other),
        _ => false,
    };

    private static bool SameRow(CellPlace one, CellPlace other) =>
        one.Sheet == other.Sheet && one.Row == other.Row;

    private static int PageOf(Place place) => place switch
    {
        TextPlace text => text.Page,
        PagePlace page => page.Page,
        _ => 0,
    };
}
