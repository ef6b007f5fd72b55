using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Equipment and people: things that are counted whole.</summary>
internal static partial class ResourceSelectors
{
    /// <summary>N-36: equipment above a price is counted in whole pieces, and what costs more than 100 is among what costs more than 50.</summary>
    public static IEnumerable<Instance> Equipment(Dossier dossier)
    {
        var said = dossier.Said;
        var counted = said.All.Where(static statement => statement is { Kind: StatementKind.Count, Measure: Measure.Actual } && Price().IsMatch(statement.Item)).ToList();
        foreach (var count in counted)
        {
            var term = said.Term(count, Role.Stated);
            yield return new Present(count.Item, count.Figure.Value == Math.Truncate(count.Figure.Value) && count.Figure.Value >= 0, $"{count.Figure.Printed}{count.Figure.Unit.Name}", [term.Operand]) { Stated = count.Figure.Printed };
        }
        foreach (var dear in counted)
        {
            var cheap = counted.Find(other => PriceOf(other) < PriceOf(dear) && KindOf(other) == KindOf(dear) && Said.Part(other) == Said.Part(dear));
            if (cheap is not null) yield return new AtMost(dear.Item, said.Term(dear, Role.Part) with { IsPoint = true }, said.Term(cheap, Role.Whole) with { IsPoint = true });
        }
    }

    private static int PriceOf(Statement statement) => int.Parse(Price().Match(statement.Item).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The equipment without its price: 通用设备 and 专用设备 are two kinds.</summary>
    private static string KindOf(Statement statement) => Names.Key(Price().Replace(statement.Item, ""));

    private static readonly (string Whole, string[] Parts)[] People =
    [
        ("离退休", ["离休-离退休", "退休-离退休"]),
        ("在职|实有人员|实有人数", ["行政", "参公|参照公务员", "事业", "工勤|机关工人"]),
        ("人员编制|编制数|核定编制|编制", ["行政", "参公|参照公务员", "事业", "工勤|机关工人"]),
        ("人员总数|总人数|人员总计|年末人数", ["在职", "离休-离退休", "退休-离退休", "离退休"]),
    ];

    /// <summary>N-40: people by kind add to the people in all; a sentence that tells two kinds and more tells them all.</summary>
    public static IEnumerable<Instance> Staff(Dossier dossier)
    {
        foreach (var sentence in dossier.Said.Sentences)
        {
            var counts = sentence.Where(static statement => statement is { Kind: StatementKind.Count, Measure: Measure.Actual, Qualifier.Length: 0, Figure.Unit.Name: "人" or "名" or "个" }).ToList();
            for (var i = 0; i + 2 < counts.Count; i++)
            {
                var key = dossier.Said.Key(counts[i]);
                var group = Array.Find(People, people => ListSelectors.Is(key, people.Whole) && !people.Parts.Any(part => ListSelectors.Is(key, part)));
                if (group.Parts is null) continue;
                // The parts follow their whole and end at the next.
                var parts = counts.Skip(i + 1).TakeWhile(other => !ListSelectors.Is(dossier.Said.Key(other), group.Whole)).Where(other => group.Parts.Any(part => ListSelectors.Is(dossier.Said.Key(other), part)))
                    .DistinctBy(other => Array.FindIndex(group.Parts, part => ListSelectors.Is(dossier.Said.Key(other), part))).ToList();
                if (parts.Count < 2) continue;
                yield return new Sum(counts[i].Item, dossier.Said.Term(counts[i], Role.Stated), [.. parts.Select(part => dossier.Said.Term(part, Role.Part))]);
            }
        }
    }

    [GeneratedRegex("单[价位台套]?(?:价值)?([0-9]{2,4})万元(?:（含）|\\(含\\))?(?:及|（含）|\\(含\\))?以上", RegexOptions.CultureInvariant)]
    private static partial Regex Price();
}
