using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Tables.Printed;

/// <summary>A page of ink in ems: words by their left or right edge or their middle, and rules. Lines of text are 1 high.</summary>
internal sealed class InkPage(int number = 1)
{
    private const double Em = 10;
    private readonly List<Run> runs = [];
    private readonly List<Rule> rules = [];

    /// <summary>Words about the middle x.</summary>
    public InkPage About(double x, double top, string text) => At(x - Width(text) / 2, top, text);

    /// <summary>Words that end at x.</summary>
    public InkPage To(double x, double top, string text) => At(x - Width(text), top, text);

    /// <summary>Words that begin at x.</summary>
    public InkPage At(double x, double top, string text)
    {
        var box = new Box(x, top, x + Width(text), top + 1);
        runs.Add(new Run(text, box, new PagePlace(number, box.Left * Em, box.Top * Em, box.Right * Em, box.Bottom * Em)));
        return this;
    }

    public InkPage Across(double y, double from, double to)
    {
        rules.Add(new Rule(false, y, from, to, RuleSource.Drawn));
        return this;
    }

    /// <summary>A frame of cells between these borders.</summary>
    public InkPage Ruled(double[] xs, double[] ys)
    {
        foreach (var y in ys) Across(y, xs[0], xs[^1]);
        foreach (var x in xs) rules.Add(new Rule(true, x, ys[0], ys[^1], RuleSource.Drawn));
        return this;
    }

    public Sheet Sheet() => new(number, runs, rules) { EmPoints = Em, Width = 60, Height = 84 };

    /// <summary>The tables of pages that follow each other.</summary>
    public static IReadOnlyList<Grid> Tables(params InkPage[] pages) =>
        PageReading.Grids(new Document("page.pdf", "", DocumentFormat.Pdf, [.. pages.Select(static page => page.Sheet())], TextLayer.Full, []));

    /// <summary>A grid as its cells: row, column and, where it spans, rows by columns.</summary>
    public static IEnumerable<string> Cells(Grid grid) => grid.Cells.Where(static cell => !cell.Printed.IsBlank)
        .Select(static cell => $"{cell.Row},{cell.Column}{(cell.Rows * cell.Columns > 1 ? $" {cell.Rows}x{cell.Columns}" : "")} {cell.Text}");

    private static double Width(string text) => DisplayWidth.Of(text) / 2.0;
}
