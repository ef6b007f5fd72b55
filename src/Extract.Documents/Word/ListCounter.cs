using System.Text;

namespace Extract.Documents.Word;

/// <summary>How one level of a list is numbered.</summary>
internal sealed record ListLevel
{
    public int Start { get; init; } = 1;

    /// <summary>The form of the number (ST_NumberFormat).</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>The number's text; %1 is the number of the first level.</summary>
    public string Text { get; init; } = "";

    /// <summary>True where all numbers in it are Arabic.</summary>
    public bool IsLegal { get; init; }

    /// <summary>What stands behind it: tab, space, nothing.</summary>
    public string Suffix { get; init; } = "tab";

    /// <summary>The level whose advance starts it anew; null for every higher one, 0 for none.</summary>
    public int? Restart { get; init; }

    /// <summary>The paragraph style that has this level.</summary>
    public string? Style { get; init; }
}

/// <summary>Counts the paragraphs of a list, level by level.</summary>
internal sealed class ListCounter
{
    private readonly int?[] counts = new int?[9];
    private readonly int?[] restarts = new int?[9];

    /// <summary>Lets a level start anew.</summary>
    public void Restart(int level, int start)
    {
        if (level is < 0 or > 8) return;
        counts[level] = null;
        restarts[level] = start;
    }

    /// <summary>The number of the next paragraph at the level, with what stands behind it.</summary>
    public string Next(int at, Func<int, ListLevel?> levels)
    {
        if (levels(at) is not { } level) return "";
        counts[at] = counts[at] is { } count ? unchecked(count + 1) : Start(at, level);
        for (var k = at + 1; k < 9; k++)
            if (levels(k)?.Restart is not { } limit || limit > at) counts[k] = null;
        if (level.Format == "bullet") return level.Text.Length == 0 ? "" : (Symbols.IsPrivate(level.Text[0]) ? "•" : level.Text) + " ";
        if (level.Text.Length == 0) return "";
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 == level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                text.Append(level.Text[i]);
                continue;
            }
            var k = level.Text[++i] - '1';
            var other = levels(k);
            text.Append(ListNumbers.Format(counts[k] ?? (other is null ? 1 : Start(k, other)), level.IsLegal ? "decimal" : other?.Format ?? "decimal"));
        }
        return text.Append(level.Suffix == "nothing" ? "" : " ").ToString();
    }

    private int Start(int at, ListLevel level) => restarts[at] ?? level.Start;
}
