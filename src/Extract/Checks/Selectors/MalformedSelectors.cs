using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>U-04: numbers that break the rules of writing numbers (84,82), in cells and before a unit of money in sentences.</summary>
internal static class MalformedSelectors
{
    /// <summary>One instance a malformed figure; a form or table without one is one instance that holds.</summary>
    public static IEnumerable<Instance> Figures(Dossier dossier)
    {
        var tables = dossier.Forms.Select(static form => (form.Name, Cells: Cells(form)))
            .Concat(dossier.Grids.Select(static grid => (Name: grid.Subject(grid.Rows[0]), Cells: grid.Numbers().Select(number => (grid.Subject(number.Row), number.Cell)))));
        foreach (var (name, cells) in tables)
        {
            var any = false;
            foreach (var (subject, cell) in cells)
            {
                if (cell.IsBlank || !FigureReader.Read(cell.Text).Malformed) continue;
                any = true;
                yield return Bad(subject, cell.Text, cell.Text, cell.Place);
            }
            if (!any) yield return new Present(name, true, "", []);
        }
        foreach (var instance in Sentences(dossier)) yield return instance;
    }

    private static IEnumerable<(string, Printed)> Cells(ScoredForm form)
    {
        foreach (var row in form.Indicators)
            foreach (var cell in (Printed[])[row.Indicator.Target, row.Indicator.Actual, row.Indicator.Weight, row.Indicator.Score])
                yield return (form.Subject(row.Name), cell);
        foreach (var row in form.Funds)
            foreach (var cell in (Printed[])[row.Fund.Initial, row.Fund.Adjusted, row.Fund.Budget, row.Fund.Received, row.Fund.Executed, row.Fund.Rate, row.Fund.Score])
                yield return (form.Subject(row.Source), cell);
    }

    private static Present Bad(string subject, string printed, string quote, Place? place) =>
        new(subject, false, printed, [new Operand(subject, printed, Role.Stated, quote, place)]) { Stated = printed };

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
                if (text.AsSpan(end) is ['万', '元', ..] or ['元', ..] or ['亿', '元', ..] && FigureReader.Read(number).Malformed && FigureReader.FirstOfList(number) == 0)
                    yield return Bad(number, number, Around(text, i, end), paragraph.PlaceOf(i, number.Length) is { IsEmpty: false } places ? places[0] : null);
                i = end;
            }
        }
    }

    private static string Around(string text, int from, int to) => text[Math.Max(0, from - 16)..Math.Min(text.Length, to + 4)];
}
