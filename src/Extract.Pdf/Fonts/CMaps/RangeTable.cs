namespace Extract.Pdf.Fonts.CMaps;

/// <summary>Codes from Low to High and what they map to; counted on from Origin where Steps.</summary>
internal readonly record struct CodeRange(uint Low, uint High, uint Origin, int Value, bool Steps);

/// <summary>Ranges of codes, searched in logarithmic time. Where ranges overlap the one defined last counts.</summary>
internal sealed class RangeTable
{
    private List<CodeRange> ranges = [];
    private bool ordered = true;
    private bool disjoint = true;

    public int Count => ranges.Count;

    /// <summary>The ranges in order, none overlapping another.</summary>
    public IReadOnlyList<CodeRange> Ranges
    {
        get
        {
            Settle();
            return ranges;
        }
    }

    /// <summary>Adds the codes from low to high; nothing where they are the wrong way round.</summary>
    public void Add(uint low, uint high, int value, bool steps = true)
    {
        if (high < low) return;
        if (ranges.Count > 0)
        {
            ordered &= low >= ranges[^1].Low;
            disjoint &= low > ranges[^1].High;
        }
        ranges.Add(new CodeRange(low, high, low, value, steps));
    }

    /// <summary>The value of the code's range, and how far into a counting range it stands.</summary>
    public bool TryFind(uint code, out int value, out int offset)
    {
        Settle();
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var range = ranges[middle];
            if (code < range.Low) high = middle - 1;
            else if (code > range.High) low = middle + 1;
            else
            {
                value = range.Value;
                offset = range.Steps ? (int)Math.Min(code - range.Origin, int.MaxValue) : 0;
                return true;
            }
        }
        (value, offset) = (0, 0);
        return false;
    }

    private void Settle()
    {
        if (disjoint) return;
        if (!ordered && Sorted() is { } sorted) ranges = sorted;
        else ranges = Painted();
        (ordered, disjoint) = (true, true);
    }

    /// <summary>The ranges in order, or null where some overlap.</summary>
    private List<CodeRange>? Sorted()
    {
        List<CodeRange> sorted = [.. ranges];
        sorted.Sort(static (a, b) => a.Low.CompareTo(b.Low));
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i].Low <= sorted[i - 1].High) return null;
        return sorted;
    }

    /// <summary>Cuts overlapping ranges: of those that hold a code the last defined is on top. A sweep over their ends.</summary>
    private List<CodeRange> Painted()
    {
        var order = Enumerable.Range(0, ranges.Count).OrderBy(i => ranges[i].Low).ToArray();
        var ends = ranges.SelectMany(static range => new[] { range.Low, (long)range.High + 1 }).Distinct().Order().ToArray();
        var open = new PriorityQueue<int, int>();
        var painted = new List<CodeRange>();
        var next = 0;
        for (var i = 0; i + 1 < ends.Length; i++)
        {
            for (; next < order.Length && ranges[order[next]].Low <= ends[i]; next++) open.Enqueue(order[next], -order[next]);
            while (open.TryPeek(out var top, out _) && ranges[top].High < ends[i]) open.Dequeue();
            if (open.TryPeek(out var shown, out _)) painted.Add(ranges[shown] with { Low = (uint)ends[i], High = (uint)(ends[i + 1] - 1) });
        }
        return painted;
    }
}
