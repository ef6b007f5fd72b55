using System.Runtime.InteropServices;
using Extract.Figures;

namespace Extract.Checks;

/// <summary>
/// Pairs of figures of one unit and precision that differ in exactly one digit. Two such figures are equal once the digit is covered:
/// each figure is filed under each of its digits covered, so no figure is compared with one that has nothing to do with it.
/// </summary>
internal static class OneDigitPairs
{
    // A covered figure that more share is a round number of many things, and says nothing of any two.
    private const int MostSharing = 48;

    /// <summary>The pairs as indexes, the earlier first, in order.</summary>
    public static IEnumerable<(int First, int Second)> Of<T>(IReadOnlyList<T> items, Func<T, Figure> figureOf)
    {
        var filed = new Dictionary<(string Digits, Unit Unit, int Decimals), List<int>>();
        for (var i = 0; i < items.Count; i++)
        {
            var figure = figureOf(items[i]);
            var digits = Numbers.Write(figure.Value, figure.Decimals).ToCharArray();
            for (var at = 0; at < digits.Length; at++)
            {
                if (!char.IsAsciiDigit(digits[at])) continue;
                (var covered, digits[at]) = (digits[at], '*');
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(filed, (new string(digits), figure.Unit, figure.Decimals), out _);
                digits[at] = covered;
                (list ??= []).Add(i);
            }
        }
        var pairs = new SortedSet<(int, int)>();
        foreach (var list in filed.Values)
        {
            if (list.Count is < 2 or > MostSharing) continue;
            for (var i = 0; i < list.Count; i++)
                for (var j = i + 1; j < list.Count; j++)
                    if (Diagnosis.OneDigitApart(figureOf(items[list[i]]), figureOf(items[list[j]]).BaseValue)) pairs.Add((list[i], list[j]));
        }
        return pairs;
    }
}
