using System.Collections.Immutable;
using System.Text;
using Extract.Text;

namespace Extract.Layout;

/// <summary>The characters of a paragraph without the typesetter's spaces, each with the run it comes from.</summary>
internal static class Compaction
{
    /// <summary>
    /// Puts the stretches together as <see cref="Characters.Compact"/> does, with two differences at a line end: digits broken over
    /// it are one number, and Markdown's marks (a leading #, **) are dropped. Answers how the paragraph is numbered.
    /// </summary>
    public static Numbering Of(IReadOnlyList<Stretch> stretches, out string text, out ImmutableArray<Piece> pieces)
    {
        var ink = new Ink();
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            var line = stretch.Line.Text;
            var start = stretch.Start + (i == 0 ? Mark(stretch) : 0);
            if (i > 0) ink.LineEnd();
            for (var at = start; at < stretch.End; at++)
            {
                if (line[at] == '*' && at + 1 < stretch.End && line[at + 1] == '*')
                {
                    at++;
                    continue;
                }
                ink.Add(line[at], stretch.Line.Origin(at));
            }
        }
        text = ink.Text;
        pieces = ink.Pieces;
        if (Mark(stretches[0]) > 0) return Numbering.Hash;
        Enumerators.Read(text, 0, out var numbering);
        return numbering;
    }

    /// <summary>The length of a leading Markdown mark.</summary>
    private static int Mark(Stretch stretch)
    {
        var spaces = stretch.Text.Length - stretch.Text.TrimStart().Length;
        var length = Enumerators.Read(stretch.Text, spaces, out var numbering);
        return numbering == Numbering.Hash ? spaces + length : 0;
    }

    private sealed class Ink
    {
        private const int LongRun = 8192;

        private Run? _long;
        private Run? _slice;
        private int _sliceStart;
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<Piece>.Builder _pieces = ImmutableArray.CreateBuilder<Piece>();
        private bool _space;
        private bool _lineEnd;

        public string Text => _text.ToString();

        public ImmutableArray<Piece> Pieces => _pieces.ToImmutable();

        public void LineEnd() => _lineEnd = true;

        public void Add(char c, (Run Run, int At)? origin)
        {
            if (Characters.IsSpace(c) || origin is not { } from)
            {
                _space = true;
                return;
            }
            if (_text.Length > 0 && (_space || _lineEnd) && Separates(_text[^1], c)) _text.Append(' ');
            _space = _lineEnd = false;
            Record(from.Run, from.At);
            _text.Append(c);
        }

        /// <summary>A space stays between two narrow characters, but not inside a number that a line end broke.</summary>
        private bool Separates(char before, char after) =>
            !Characters.IsWide(before) && !Characters.IsWide(after) && !(_lineEnd && IsOfNumber(before) && IsOfNumber(after));

        private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '%';

        /// <summary>Characters of a very long run come from a slice of it, so that a place in it is not measured from its start each time.</summary>
        private void Record(Run run, int at)
        {
            if (run.Text.Length > LongRun)
            {
                var start = at - at % LongRun;
                if (!ReferenceEquals(_long, run) || _sliceStart != start)
                    (_long, _sliceStart, _slice) = (run, start, run.Slice(start, Math.Min(LongRun, run.Text.Length - start)));
                (run, at) = (_slice!, at - start);
            }
            if (_pieces.Count > 0)
            {
                var last = _pieces[^1];
                if (ReferenceEquals(last.Run, run) && last.RunStart + last.Length == at && last.Start + last.Length == _text.Length)
                {
                    _pieces[^1] = last with { Length = last.Length + 1 };
                    return;
                }
            }
            _pieces.Add(new Piece(_text.Length, run, at, 1));
        }
    }
}
