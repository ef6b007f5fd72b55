namespace Extract.Figures;

/// <summary>What a unit measures.</summary>
public enum Dimension
{
    /// <summary>Nothing stated: a bare number.</summary>
    None,

    /// <summary>Money; the base unit is 元.</summary>
    Money,

    /// <summary>A part of a whole; the base unit is 1 (so 5 % is 0.05).</summary>
    Ratio,

    /// <summary>Things counted; the base unit is the thing.</summary>
    Count,
}

/// <summary>A unit of measure as printed (元, 万元, %, 辆, 人次 …) and what one of it is worth in the base unit of its dimension.</summary>
public readonly record struct Unit(string Name, Dimension Dimension, decimal Factor)
{
    /// <summary>No unit.</summary>
    public static readonly Unit None = new("", Dimension.None, 1m);

    /// <summary>元.</summary>
    public static readonly Unit Yuan = new("元", Dimension.Money, 1m);

    /// <summary>万元: 10,000 元.</summary>
    public static readonly Unit TenThousandYuan = new("万元", Dimension.Money, 10_000m);

    /// <summary>亿元: 100,000,000 元.</summary>
    public static readonly Unit HundredMillionYuan = new("亿元", Dimension.Money, 100_000_000m);

    /// <summary>%.</summary>
    public static readonly Unit Percent = new("%", Dimension.Ratio, 0.01m);

    /// <summary>The money units in use, longest name first so that the first that fits is the right one.</summary>
    private static readonly Unit[] Known =
    [
        new("百万元", Dimension.Money, 1_000_000m), new("人民币元", Dimension.Money, 1m), HundredMillionYuan, TenThousandYuan,
        new("千元", Dimension.Money, 1_000m), new("百元", Dimension.Money, 100m), Yuan, new("角", Dimension.Money, 0.1m),
        new("个百分点", Dimension.Ratio, 0.01m), Percent, new("‰", Dimension.Ratio, 0.001m), new("‱", Dimension.Ratio, 0.0001m),
    ];

    /// <summary>The unit of a printed name; a name that is neither money nor ratio counts things. Full-width ％ is %.</summary>
    public static Unit Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = Text.Characters.Key(name);
        if (key.Length == 0) return None;
        foreach (var unit in Known)
            if (key == unit.Name) return unit with { Name = key };
        return key switch
        {
            "万" => new Unit(key, Dimension.None, 10_000m),
            "亿" => new Unit(key, Dimension.None, 100_000_000m),
            _ when key.Length > 1 && key[0] == '万' => new Unit(key, Dimension.Count, 10_000m),
            _ when key.Length > 1 && key[0] == '亿' => new Unit(key, Dimension.Count, 100_000_000m),
            _ => new Unit(key, Dimension.Count, 1m),
        };
    }

    /// <summary>The unit where money is meant: a bare 万 is 万元, a bare 亿 亿元.</summary>
    internal Unit AsMoney => Name switch
    {
        "万" => TenThousandYuan,
        "亿" => HundredMillionYuan,
        _ => this,
    };

    /// <summary>True for the name (as compared) of a unit of money or ratio, or of a known classifier: what may stand behind a number and end it.</summary>
    internal static bool IsMeasure(ReadOnlySpan<char> key)
    {
        foreach (var unit in Known)
            if (key.SequenceEqual(unit.Name)) return true;
        return UnitNames.IsCounter(key);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
