using Extract.Pdf.Objects;

namespace Extract.Pdf.Content;

/// <summary>Open marked-content sequences: which are hidden, and which say what their glyphs mean (ISO 32000-2, 14.6, 14.9.4).</summary>
internal sealed class MarkedContent(MarkCollector marks)
{
    private const int Deepest = 4096;

    private readonly record struct Open(bool Hidden, string? Actual, int From);

    private readonly Stack<Open> open = [];
    private int beyond;
    private int hidden;
    private int actual;

    /// <summary>What is shown now belongs to a hidden layer.</summary>
    public bool Hidden => hidden > 0;

    public int Depth => open.Count;

    public void Clear()
    {
        open.Clear();
        (beyond, hidden, actual) = (0, 0, 0);
    }

    public void Begin(bool hides, PdfString? actualText)
    {
        if (open.Count >= Deepest)
        {
            beyond++;
            return;
        }
        // Only the outermost of nested texts counts.
        var says = actualText is not null && actual == 0 ? PdfText.Read(actualText.Bytes) : null;
        open.Push(new Open(hides, says, marks.Glyphs.Count));
        if (hides) hidden++;
        if (says is not null) actual++;
    }

    public void End()
    {
        if (beyond > 0)
        {
            beyond--;
            return;
        }
        if (!open.TryPop(out var closed)) return;
        if (closed.Hidden) hidden--;
        if (closed.Actual is null) return;
        actual--;
        Replace(closed.Actual, closed.From);
    }

    /// <summary>Closes what a form left open.</summary>
    public void EndTo(int depth)
    {
        while (open.Count > depth) End();
    }

    /// <summary>The glyphs since then mean this text: one for one where the counts agree, else all together.</summary>
    private void Replace(string text, int from)
    {
        var glyphs = marks.Glyphs;
        if (from >= glyphs.Count) return;
        if (text.Length == 0)
        {
            glyphs.RemoveRange(from, glyphs.Count - from);
            return;
        }
        var runes = text.EnumerateRunes().Count();
        if (runes == glyphs.Count - from)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                glyphs[from] = glyphs[from] with { Text = rune.ToString(), Marks = glyphs[from].Marks & ~PdfGlyphMarks.Unknown };
                from++;
            }
            return;
        }
        var whole = glyphs[from];
        for (var i = from + 1; i < glyphs.Count; i++) whole = whole with { Box = whole.Box.With(glyphs[i].Box) };
        glyphs[from] = whole with { Text = text, Marks = whole.Marks & ~PdfGlyphMarks.Unknown };
        glyphs.RemoveRange(from + 1, glyphs.Count - from - 1);
    }
}
