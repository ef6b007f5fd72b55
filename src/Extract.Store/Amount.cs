using System.Globalization;
using Extract.Figures;
using Extract.Text;

namespace Extract.Store;

/// <summary>The columns that stand beside a printed number: exact value in the base unit, 厘 for money, decimals printed.</summary>
/// <param name="Value">Decimal text in the base unit (元, 1, the thing counted); null where no number is printed.</param>
/// <param name="Li">Money in 厘 (0.001 元); null for all else, and for amounts that are no whole number of 厘.</param>
/// <param name="Decimals">Decimals printed.</param>
/// <param name="BaseUnit">元, 1, or the thing counted; empty where no unit is known.</param>
/// <param name="Unit">The unit printed.</param>
public readonly record struct Amount(string? Value, long? Li, int? Decimals, string BaseUnit, string Unit)
{
    private const decimal LiOfYuan = 1000m;

    /// <summary>What a cell or phrase prints, read with the unit of its column.</summary>
    public static Amount Of(string printed, Unit unit)
    {
        var entry = FigureReader.Read(printed, unit);
        // 499.86万 in a column of money: the cell says how many, the column of what.
        if (unit.Dimension == Dimension.Money && entry.Figure is { Unit: { Dimension: Dimension.None, Factor: > 1m } scale } figure)
            entry = entry with { Figure = figure.In(Figures.Unit.Of(scale.Name + "元")) };
        return Of(entry, unit);
    }

    /// <summary>What a cell or phrase prints, read with the unit of its column.</summary>
    public static Amount Of(Printed printed, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(printed);
        return Of(printed.Text, unit);
    }

    /// <summary>The columns of an entry.</summary>
    public static Amount Of(Entry entry, Unit unit) => entry.Figure is { } figure ? Of(figure) : new Amount(null, null, null, BaseUnitOf(unit), unit.Name);

    /// <summary>The columns of a figure.</summary>
    public static Amount Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var money = figure.Unit.Dimension == Dimension.Money;
        return new Amount(Text(figure.BaseValue, money), money ? LiOf(figure.BaseValue) : null, figure.Decimals, BaseUnitOf(figure.Unit), figure.Unit.Name);
    }

    /// <summary>A decimal as text, without exponent; money with at least its 角 and 分.</summary>
    public static string Text(decimal value, bool money) => value.ToString(money ? "0.00##########################" : "0.############################", CultureInfo.InvariantCulture);

    private static long? LiOf(decimal yuan)
    {
        if (Math.Abs(yuan) > long.MaxValue / LiOfYuan) return null;
        var li = yuan * LiOfYuan;
        return li == decimal.Truncate(li) ? decimal.ToInt64(li) : null;
    }

    private static string BaseUnitOf(Unit unit) => unit.Dimension switch
    {
        Dimension.Money => "元",
        Dimension.Ratio => "1",
        Dimension.Count => unit.Factor == 1m ? unit.Name : unit.Name[1..],
        _ => "",
    };
}
