using Extract.Documents.Excel.Formats;

namespace Extract.Documents.Excel;

/// <summary>What a cell's style says that matters: how its number is shown, whether a line is drawn around it.</summary>
internal readonly record struct CellStyle(NumberFormat Format, bool IsBordered)
{
    /// <summary>True for lines that make a cell of a table. One line below or above alone belongs to the table there, or is a place to write on.</summary>
    public static bool IsBox(bool left, bool right, bool top, bool bottom) => left || right || top && bottom;

    /// <summary>A cell without a style.</summary>
    public static readonly CellStyle Plain = new(NumberFormat.Of("General"), false);
}

/// <summary>Shows the values of cells.</summary>
internal static class CellText
{
    /// <summary>The number as shown.</summary>
    public static string Number(double value, CellStyle style, bool from1904) => style.Format.Show(value, from1904).Trim();

    /// <summary>
    /// The number to be kept beside the shown text: NaN where the text says all of it. A rounded amount, a percentage, a date and an
    /// amount in 万元 do not.
    /// </summary>
    public static double Stored(double value, string shown) =>
        double.TryParse(shown, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var said) && said == value ? double.NaN : value;
}
