using System.Collections.Immutable;

namespace Extract.Records.Sentences;

/// <summary>A clause of a paragraph.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Depth">How many brackets it stands in.</param>
/// <param name="Closer">The mark that ends it (folded), '\0' at the paragraph's end; '(' where a bracketed clause interrupts it.</param>
/// <param name="Sentence">Counts the sentences of the paragraph from 0.</param>
internal readonly record struct Clause(int Start, int End, int Depth, char Closer, int Sentence);

/// <summary>Divides a paragraph into clauses at commas, semicolons, colons, full stops, and brackets that state figures.</summary>
internal static class Clauses
{
    /// <summary>A bracket that does not close within this many characters is taken as never closed.</summary>
    private const int LongestBracket = 600;

    /// <summary>The clauses in order. Reads folded text; marks inside numbers, citations and names divide nothing.</summary>
    public static List<Clause> Of(string text, ImmutableArray<Mark> marks)
    {
        var clauses = new List<Clause>();
        var closers = new Stack<int>();
        var (start, depth, sentence, next) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            while (next < marks.Length && marks[next].Start + marks[next].Length <= i) next++;
            if (next < marks.Length && marks[next].Start <= i)
            {
                i = marks[next].Start + marks[next].Length - 1;
                continue;
            }
            var c = text[i];
            if (c == '《')
            {
                i = Math.Max(i, text.IndexOf('》', i, Math.Min(MarkReader.LongestTitle, text.Length - i)));
                continue;
            }
            var close = -1;
            var opens = c == '(' && StatesFigure(text, i, marks, next, out close);
            if (opens) closers.Push(close);
            var closes = c == ')' && closers.Count > 0 && closers.Peek() == i;
            if (c == ',' && next > 0 && next < marks.Length && marks[next].Start == i + 1 && marks[next - 1].Start + marks[next - 1].Length == i) continue;
            if (!opens && !closes && c is not (',' or ';' or ':' or '。' or '!' or '?')) continue;
            if (c == '?' || c == '!') c = '。';
            if (i > start || closes) clauses.Add(new Clause(start, i, depth, c, sentence));
            start = i + 1;
            if (opens) depth++;
            if (closes)
            {
                closers.Pop();
                depth--;
            }
            if (c == '。') sentence++;
        }
        if (start < text.Length) clauses.Add(new Clause(start, text.Length, depth, '\0', sentence));
        return clauses;
    }

    /// <summary>True where the bracket at <paramref name="open"/> closes and holds a figure that is not all it holds.</summary>
    private static bool StatesFigure(string text, int open, ImmutableArray<Mark> marks, int next, out int close)
    {
        close = Close(text, open);
        if (close < 0) return false;
        for (var i = next; i < marks.Length && marks[i].Start < close; i++)
            if (marks[i].Kind is MarkKind.Figure or MarkKind.Bare && marks[i].Start > open) return true;
        return false;
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + LongestBracket); i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth == 0) return i;
        }
        return -1;
    }
}
