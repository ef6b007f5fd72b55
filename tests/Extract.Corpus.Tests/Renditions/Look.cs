using System.Text.RegularExpressions;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>How a form is drawn on its page: what a text of it loses depends on that as much as on the form.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Font">The font of all its text.</param>
/// <param name="HalfPoints">The size of its type, in half points.</param>
/// <param name="IsUpright">The page stands upright; else it lies on its side.</param>
/// <param name="Margin">The margins of the page, in twips.</param>
/// <param name="LeastHeight">The least height of a row, in twips.</param>
internal sealed partial record Look(string Name, string Font, int HalfPoints, bool IsUpright, int Margin, int LeastHeight)
{
    /// <summary>The margin of a cell on both sides together, as word processors set it, in twips.</summary>
    private const double CellMargins = 216;

    /// <summary>Columns alike, everything at the top left of its cell: what a program draws that minds no look.</summary>
    public static readonly Look Plain = new("plain", "Noto Sans CJK SC", 20, IsUpright: false, 1440, 0);

    /// <summary>As departments draw their forms: columns as wide as their words need, every cell set to its middle.</summary>
    public static readonly Look Wide = new("wide", "Noto Sans CJK SC", 18, IsUpright: false, 800, 0);

    /// <summary>The same on an upright page, so that columns are narrow and words wrap; long words set flush left.</summary>
    public static readonly Look Upright = new("upright", "Noto Serif CJK SC", 18, IsUpright: true, 900, 380);

    public static readonly Look[] All = [Plain, Wide, Upright];

    public static Look Named(string name) => Array.Find(All, look => look.Name == name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "no such look");

    /// <summary>True for cells set to their middle in columns as wide as their words need.</summary>
    public bool IsTypeset => this != Plain;

    /// <summary>The width of the page, in twips (A4).</summary>
    public int PageWidth => IsUpright ? 11906 : 16838;

    public int PageHeight => IsUpright ? 16838 : 11906;

    /// <summary>Words longer than this are set flush left where the page is upright, in display columns.</summary>
    public bool IsFlushLeft(string text) => IsUpright && Width(text) > 24;

    /// <summary>The widths of a form's columns, in twips.</summary>
    public int[] Widths(PrintedForm form)
    {
        if (!IsTypeset) return [.. Enumerable.Repeat(14_000 / form.Columns, form.Columns)];
        var (wanted, least) = (new double[form.Columns], new double[form.Columns]);
        for (var c = 0; c < form.Columns; c++)
        {
            var texts = form.Cells.Where(cell => cell.Column == c && cell.Columns == 1).Select(static cell => cell.Text).ToList();
            wanted[c] = Math.Clamp(texts.Select(Width).DefaultIfEmpty(0).Max(), 7, 22);
            // No clerk leaves a figure broken over two lines. A display column is half an em.
            least[c] = (2 + texts.SelectMany(static text => Unbroken().Matches(text)).Select(static run => run.Length).Append(3).Max()) * HalfPoints * 5.0 + CellMargins;
        }
        var total = PageWidth - 2.0 * Margin;
        var widths = Array.ConvertAll(wanted, width => total * width / wanted.Sum());
        for (var pass = 0; pass < 20; pass++)
        {
            for (var c = 0; c < widths.Length; c++) widths[c] = Math.Max(widths[c], least[c]);
            var (over, room) = (widths.Sum() - total, widths.Zip(least, static (width, low) => width - low).Sum());
            if (over < 1 || room <= 0) break;
            for (var c = 0; c < widths.Length; c++) widths[c] -= over * (widths[c] - least[c]) / room;
        }
        return Array.ConvertAll(widths, width => (int)(total * width / widths.Sum()));
    }

    private static int Width(string text) => text.Sum(static c => c > '\u2E80' ? 2 : 1);

    [GeneratedRegex("[!-~≥≤＝－—．％]+")]
    private static partial Regex Unbroken();
}
