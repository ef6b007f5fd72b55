using Extract.Text;

namespace Extract.Documents.Composing;

/// <summary>
/// Lays out what a flowing document declares as surfaces: a line is one em high, a paragraph one line, a table row as high as the most
/// lines of its cells. Nothing is measured as a word processor would: only order, columns and spans mean something.
/// </summary>
internal sealed class Composer(Action<Sheet>? page = null)
{
    /// <summary>A surface is closed at the first paragraph behind so many lines, that none grows without bound.</summary>
    private const int LongestSheet = 400;

    private readonly List<Sheet> sheets = [];
    private List<Run> runs = [];
    private List<Rule> rules = [];
    private int top;
    private bool touching;

    /// <summary>The surfaces so far, the open one closed.</summary>
    public List<Sheet> Finish()
    {
        Break();
        return sheets;
    }

    /// <summary>How many runs stand on the open surface.</summary>
    public int Runs => runs.Count;

    /// <summary>What follows stands on a new surface.</summary>
    public void Break()
    {
        if (runs.Count > 0 || rules.Count > 0)
        {
            var sheet = new Sheet(sheets.Count + 1, runs, rules);
            sheets.Add(sheet);
            page?.Invoke(sheet);
        }
        (runs, rules, top, touching) = ([], [], 0, false);
    }

    /// <summary>Adds the blocks one below the other.</summary>
    public void Add(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is TextLine line) Add(line);
            else if (block is TableBlock table) Add(table);
        }
    }

    /// <summary>Adds a line of running text; an empty one leaves a gap.</summary>
    public void Add(TextLine line)
    {
        if (top >= LongestSheet) Break();
        Spread(line, top, runs);
        top++;
        touching = false;
    }

    /// <summary>Adds a table. A table of one cell is a frame around what is in it, and is taken off.</summary>
    public void Add(TableBlock table)
    {
        if (table.Cells.Count == 1 && table.Cells[0].Content.Any(static block => block is TableBlock))
        {
            Add(table.Cells[0].Content);
            return;
        }
        if (table.Cells.Count == 0) return;
        if (top >= LongestSheet) Break();
        // Two tables that touch would be one: a line is left between a table and what stands around it.
        var box = new TableBox(table);
        if (touching) top++;
        box.Place(1, 1 + box.Width, top, box.Height, runs, rules);
        top += box.Height;
        touching = true;
    }

    /// <summary>A line's runs: what tabs and gaps of two spaces part, at the columns its characters take.</summary>
    private static void Spread(TextLine line, int top, List<Run> runs)
    {
        var text = line.Text;
        var column = 0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var parts = i == text.Length || text[i] == '\t' || Characters.IsSpace(text[i]) && (i + 1 == text.Length || Characters.IsSpace(text[i + 1]));
            if (parts && start >= 0)
            {
                var piece = text[start..i].TrimEnd();
                var width = DisplayWidth.Of(piece);
                runs.Add(new Run(piece, new Box(column / 2.0, top, (column + width) / 2.0, top + 1), line.Place));
                column += width;
                start = -1;
            }
            if (i == text.Length) break;
            if (parts) column = text[i] == '\t' ? (column / 8 + 1) * 8 : column + Math.Max(1, DisplayWidth.Of(text[i]));
            else if (start < 0 && Characters.IsSpace(text[i])) column += Math.Max(1, DisplayWidth.Of(text[i]));
            else if (start < 0) start = i;
        }
    }
}
