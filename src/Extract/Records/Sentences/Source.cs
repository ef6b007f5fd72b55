using System.Collections.Immutable;
using System.Text;
using Extract.Text;

namespace Extract.Records.Sentences;

/// <summary>A paragraph made ready for reading: its printed text, the same with full-width forms folded, and its marks.</summary>
internal sealed class Source
{
    /// <summary>Prepares the paragraph's text.</summary>
    public Source(string paragraph)
    {
        Paragraph = paragraph;
        Text = Characters.Fold(paragraph);
        Marks = MarkReader.Read(paragraph);
    }

    /// <summary>The text as printed.</summary>
    public string Paragraph { get; }

    /// <summary>The text folded; positions are those of the printed text.</summary>
    public string Text { get; }

    /// <summary>Its numbers, typed.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>The index of the first mark that starts at <paramref name="position"/> or behind it.</summary>
    public int FirstFrom(int position)
    {
        var (low, high) = (0, Marks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Marks[middle].Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The mark that starts at <paramref name="position"/>, or null.</summary>
    public Mark? MarkAt(int position)
    {
        var i = FirstFrom(position);
        return i < Marks.Length && Marks[i].Start == position ? Marks[i] : null;
    }

    /// <summary>The printed characters without the years in them and without quotation marks of a title around them.</summary>
    public string Printed(int start, int end)
    {
        var found = new StringBuilder();
        var at = start;
        for (var i = FirstFrom(start); i < Marks.Length && Marks[i].Start < end; i++)
        {
            var mark = Marks[i];
            if (mark.Kind != MarkKind.Year || mark.End > end || mark.Start == start && mark.End == end) continue;
            found.Append(Paragraph, at, mark.Start - at);
            at = mark.End;
        }
        found.Append(Paragraph, at, Math.Max(0, end - at));
        var name = found.Replace("共支出", "支出").Replace("累计支出", "支出").ToString().Trim();
        return name.Length > 2 && name[0] == '《' && name.IndexOf('》', StringComparison.Ordinal) == name.Length - 1 ? name[1..^1] : name;
    }
}
