using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// A page seen with the head turned: the frame in which text of one turn stands upright. A table printed sideways on a page is read as any
/// other in that frame. Places stay the page's own.
/// </summary>
/// <param name="Turn">Quarter turns to the right of the text that stands upright in the frame.</param>
/// <param name="Width">The page's width in ems.</param>
/// <param name="Height">Its height.</param>
internal readonly record struct Turning(int Turn, double Width, double Height)
{
    /// <summary>The frame of a turn on a sheet; where the sheet has no size, what is printed gives it.</summary>
    public static Turning Of(Sheet sheet, int turn) => turn == 0 ? default : new(
        turn,
        sheet.Width > 0 ? sheet.Width : sheet.Runs.Max(static run => run.Box.Right),
        sheet.Height > 0 ? sheet.Height : sheet.Runs.Max(static run => run.Box.Bottom));

    /// <summary>The turn that most of the sheet's letters have; upright where two are as many.</summary>
    public static int Usual(IReadOnlyList<Run> runs)
    {
        Span<int> letters = stackalloc int[4];
        foreach (var run in runs) letters[run.Turn & 3] += run.Text.Length;
        var most = 0;
        for (var turn = 1; turn < 4; turn++)
            if (letters[turn] > letters[most]) most = turn;
        return most;
    }

    /// <summary>The sheet in this frame.</summary>
    public Sheet Seen(Sheet sheet)
    {
        if (Turn == 0) return sheet;
        var frame = this;
        return sheet with
        {
            Runs = [.. sheet.Runs.Select(frame.Seen)],
            Rules = [.. sheet.Rules.Select(frame.Seen)],
            Fills = [.. sheet.Fills.Select(fill => fill with { Box = frame.Seen(fill.Box) })],
            Images = [.. sheet.Images.Select(frame.Seen)],
            Width = Turn == 2 ? Width : Height,
            Height = Turn == 2 ? Height : Width,
        };
    }

    /// <summary>A run of the page in this frame.</summary>
    public Run Seen(Run run) => run with { Box = Seen(run.Box), Turn = (run.Turn - Turn) & 3 };

    /// <summary>A box of the page in this frame.</summary>
    public Box Seen(Box box) => Turn switch
    {
        1 => new Box(box.Top, Width - box.Right, box.Bottom, Width - box.Left),
        2 => new Box(Width - box.Right, Height - box.Bottom, Width - box.Left, Height - box.Top),
        3 => new Box(Height - box.Bottom, box.Left, Height - box.Top, box.Right),
        _ => box,
    };

    /// <summary>A box of this frame on the page.</summary>
    public Box OnPage(Box box) => Turn switch
    {
        1 => new Box(Width - box.Bottom, box.Left, Width - box.Top, box.Right),
        2 => Seen(box),
        3 => new Box(box.Top, Height - box.Right, box.Bottom, Height - box.Left),
        _ => box,
    };

    /// <summary>A rule of this frame on the page.</summary>
    public Rule OnPage(Rule rule) => Turn == 0 ? rule : Along(rule, OnPage(RuleFrames.Extent(rule)));

    private Rule Seen(Rule rule) => Along(rule, Seen(RuleFrames.Extent(rule)));

    private Rule Along(Rule rule, Box extent)
    {
        var vertical = Turn == 2 ? rule.Vertical : !rule.Vertical;
        return vertical ? rule with { Vertical = true, At = extent.Left, From = extent.Top, To = extent.Bottom } : rule with { Vertical = false, At = extent.Top, From = extent.Left, To = extent.Right };
    }
}

/// <summary>A word that stands sideways in a frame: as it is read, and where it is printed.</summary>
/// <param name="Word">The word in the frame in which it stands upright.</param>
/// <param name="Box">Its extent in the frame in which it is sideways.</param>
/// <param name="Turn">Its turn in that frame.</param>
internal sealed record SidewaysWord(Word Word, Box Box, int Turn)
{
    /// <summary>The words of turned runs of a sheet.</summary>
    public static List<SidewaysWord> Of(Sheet sheet, IReadOnlyList<Run> runs)
    {
        var words = new List<SidewaysWord>();
        if (runs.All(static run => run.Turn == 0)) return words;
        foreach (var turned in runs.Where(static run => run.Turn != 0).GroupBy(static run => run.Turn).OrderBy(static turned => turned.Key))
        {
            var frame = Turning.Of(sheet, turned.Key);
            words.AddRange(Words.Of([.. turned.Select(frame.Seen)]).Select(word => new SidewaysWord(word, frame.OnPage(word.Box), turned.Key)));
        }
        return words;
    }
}
