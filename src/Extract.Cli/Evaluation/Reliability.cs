using System.Globalization;

namespace Extract.Cli.Evaluation;

/// <summary>What was said of a table and what came of it.</summary>
/// <param name="Confidence">How sure the reader said it was.</param>
/// <param name="Cells">The share of its cells, or relations of cells, that are right.</param>
/// <param name="IsExact">Everything of it is right.</param>
internal sealed record Judged(double Confidence, double Cells, bool IsExact);

/// <summary>Bins of confidence against the share of tables that are right: an honest score is as large as that share.</summary>
internal static class Reliability
{
    public static readonly string[] Headings = ["confidence", "tables", "mean", "exact", "cells"];

    private static readonly double[] Bounds = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

    /// <summary>A row for each bin that holds tables.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<Judged> tables)
    {
        for (var i = 0; i + 1 < Bounds.Length; i++)
        {
            var (from, to) = (Bounds[i], Bounds[i + 1]);
            var own = tables.Where(table => table.Confidence >= from && (table.Confidence < to || to >= 1)).ToList();
            if (own.Count > 0) yield return Row(string.Create(CultureInfo.InvariantCulture, $"{from:0.00}-{to:0.00}"), own);
        }
        if (tables.Count > 0) yield return Row("all", tables);
    }

    /// <summary>The mean squared difference between what was said and what came (Brier 1950); 0 is best.</summary>
    public static double Brier(IReadOnlyList<Judged> tables) => tables.Average(static table => Math.Pow(table.Confidence - (table.IsExact ? 1 : 0), 2));

    private static string[] Row(string name, IReadOnlyList<Judged> own) =>
    [
        name, own.Count.ToString(CultureInfo.InvariantCulture), Part(own.Average(static table => table.Confidence)),
        Part(own.Average(static table => table.IsExact ? 1.0 : 0)), Part(own.Average(static table => table.Cells)),
    ];

    private static string Part(double part) => part.ToString("0.000", CultureInfo.InvariantCulture);
}
