using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>How many leading rows of a grid head its columns.</summary>
internal static class HeaderRows
{
    private const int Most = 6;

    /// <summary>Rows before the first that prints a figure beside its label; years, and the numbers of columns (栏次 1 2 3), are heads.</summary>
    /// <returns>The count; -1 where no figure is printed.</returns>
    /// <param name="rows">The filled cells of each row: column and text.</param>
    public static int Count(IReadOnlyList<IReadOnlyList<(int Column, string Text)>> rows)
    {
        for (var r = 0; r < Math.Min(Most, rows.Count); r++)
        {
            var body = rows[r].Where(static cell => cell.Column > 0).ToList();
            if (IsNumbering(rows[r]) && r > 0) continue;
            var values = body.Count(static cell => Values.IsValue(cell.Text) && !Values.IsYear(cell.Text));
            if (r > 0 && values > 0 || r == 0 && values * 2 > body.Count) return r;
            // A code or a row's number before words is a row of the body.
            if (r > 0 && rows[r].Count > 1 && rows[r][0].Column == 0 && Values.IsValue(rows[r][0].Text) && !Values.IsYear(rows[r][0].Text)) return r;
            if (r > 0 && rows[r].Any(static cell => cell.Column < 3 && cell.Text is "合计" or "总计" or "Total") && rows[r].Count == 1) return r;
        }
        return -1;
    }

    /// <summary>1, 2, 3 … above the columns.</summary>
    private static bool IsNumbering(IReadOnlyList<(int Column, string Text)> row)
    {
        var numbers = row.Select(static cell => int.TryParse(cell.Text.Trim('(', ')', '（', '）'), out var n) ? n : -1).Where(static n => n >= 0).ToList();
        return numbers.Count >= 2 && numbers.Count >= row.Count - 1 && numbers[0] == 1 && numbers.Zip(numbers.Skip(1), static (a, b) => b == a + 1).All(static next => next);
    }
}
