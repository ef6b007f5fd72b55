using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>U-04: numbers that break the rules of writing numbers (84,82), in cells and before a unit of money in sentences.</summary>
internal static class MalformedSelectors
{
    /// <summary>One instance a numeric cell of a form or table, one a malformed amount in a paragraph.</summary>
    public static IEnumerable<Instance> Figures(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            foreach (var row in form.Indicators)
                foreach (var cell in (Printed[])[row.Indicator.Target, row.Indicator.Actual, row.Indicator.Weight, row.Indicator.Score])
                    if (Of(form.Subject(row.Name), cell) is { } instance) yield return instance;
            foreach (var row in form.Funds)
                foreach (var cell in (Printed[])[row.Fund.Initial, row.Fund.Adjusted, row.Fund.Budget, row.Fund.Received, row.Fund.Executed, row.Fund.Rate, row.Fund.Score])
                    if (Of(form.Subject(row.Source), cell) is { } instance) yield return instance;
        }
        foreach (var grid in dossier.Grids)
            foreach (var (row, _, cell) in grid.Numbers())
                if (Of(grid.Subject(row), cell) is { } instance) yield return instance;
        foreach (var instance in Sentences(dossier)) yield return instance;
    }

    private static Present? Of(string subject, Printed cell)
    {
        if (cell.IsBlank) return null;
        var entry = FigureReader.Read(cell.Text);
        if (entry.Kind != EntryKind.Number && !entry.Malformed) return null;
        return new Present(subject, !entry.Malformed, cell.Text, [new Operand(subject, cell.Text, Role.Stated, cell.Text, cell.Place)]) { Stated = cell.Text };
    }

    private static IEnumerable<Instance> Sentences(Dossier dossier)
    {
        if (dossier.Disclosure.Paragraphs.IsDefault) yield break;
        foreach (var paragraph in dossier.Disclosure.Paragraphs)
        {
            var text = paragraph.Text;
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsAsciiDigit(text[i])) continue;
                var end = i;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '，' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) end++;
                var number = text[i..end].TrimEnd(',', '，');
                // Only before a unit of money: 1,2 in running text may be an enumeration.
                if (text.AsSpan(end) is ['万', '元', ..] or ['元', ..] or ['亿', '元', ..] && FigureReader.Read(number).Malformed)
                    yield return new Present(number, false, number, [new Operand(number, number, Role.Stated, Around(text, i, end), paragraph.PlaceOf(i, number.Length) is { IsEmpty: false } places ? places[0] : null)]) { Stated = number };
                i = end;
            }
        }
    }

    private static string Around(string text, int from, int to) => text[Math.Max(0, from - 16)..Math.Min(text.Length, to + 4)];
}
