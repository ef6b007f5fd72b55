using System.Globalization;

namespace Extract.Checks;

/// <summary>Writing computed values, and the little arithmetic that decimals lack.</summary>
internal static class Numbers
{
    /// <summary>The value with so many decimals, rounded half away from zero as the field does.</summary>
    public static string Write(decimal value, int decimals)
    {
        var rounded = Round(value, decimals);
        return (rounded == 0 ? 0 : rounded).ToString("F" + Math.Clamp(decimals, 0, 28), CultureInfo.InvariantCulture);
    }

    /// <summary>Rounded half away from zero (四舍五入).</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, Math.Clamp(decimals, 0, 28), MidpointRounding.AwayFromZero);

    /// <summary>The value without trailing zeros, at most four decimals: for gaps and slacks.</summary>
    public static string Short(decimal value)
    {
        var rounded = Round(value, 4);
        return (rounded == 0 ? 0 : rounded).ToString("0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>A computed value at the precision of the stated one, or up to three places more where that would hide that they differ.</summary>
    public static string WriteBeside(decimal computed, decimal stated, int decimals)
    {
        var places = decimals;
        while (places < decimals + 3 && computed != stated && Round(computed, places) == stated) places++;
        return Write(computed, places);
    }

    /// <summary>The square root, by Newton's iteration; good to 12 decimals for the magnitudes of rounding limits.</summary>
    public static decimal Root(decimal value)
    {
        if (value <= 0) return 0;
        var root = value > 1 ? value / 2 : 1m;
        for (var i = 0; i < 60; i++)
        {
            var next = (root + value / root) / 2;
            if (Math.Abs(next - root) < 0.000000000001m) return next;
            root = next;
        }
        return root;
    }
}
