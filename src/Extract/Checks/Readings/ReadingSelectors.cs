using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Tables;
using Extract.Text;

namespace Extract.Checks.Readings;

/// <summary>Checks of the reading itself (E): whether what the file prints came to stand where the records say it does.</summary>
internal static class ReadingSelectors
{
    /// <summary>Findings of one kind shown for one sheet: the first tell what is wrong, the rest are counted.</summary>
    private const int MostShown = 3;

    /// <summary>An index of more pieces of text than this would take more memory than the reading itself: that it was not asked is said.</summary>
    private const int MostRuns = 200_000;

    private static ImmutableArray<Grid> Grids(Dossier dossier) => dossier.Disclosure.Tables.IsDefault ? [] : dossier.Disclosure.Tables;

    /// <summary>E-01: every number of a surface stands in a cell, a title or a sentence.</summary>
    public static IEnumerable<Instance> Ink(Dossier dossier)
    {
        if (dossier.Disclosure.Document.Sheets.Sum(static sheet => (long)sheet.Runs.Count) is > MostRuns and var runs)
        {
            yield return new Unable(dossier.Disclosure.About.Title.Text, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{runs} > {MostRuns}"), []);
            yield break;
        }
        var lost = dossier.Ink.Lost(Placed(dossier)).GroupBy(static one => one.Sheet.Number).ToDictionary(static group => group.Key, static group => group.ToList());
        foreach (var sheet in dossier.Disclosure.Document.Sheets)
        {
            if (sheet.Runs.Count == 0) continue;
            var subject = dossier.Disclosure.Document.Sheets.Count > 1 ? "#" + sheet.Number : dossier.Disclosure.About.Title.Text;
            if (lost.TryGetValue(sheet.Number, out var here))
                yield return new Present(subject, false, string.Join(" ", here.Take(MostShown).Select(static one => one.Number)) + (here.Count > MostShown ? $" … {here.Count}" : ""),
                    [.. here.Take(MostShown).Select(static one => new Operand(one.Number, one.Number, Role.Stated, one.Run.Text, one.Run.Place))])
                { Stated = here[0].Number };
            else yield return new Present(subject, true, "", []);
        }
    }

    /// <summary>Every place that a cell, a title, a unit line, a paragraph or a diagnostic has.</summary>
    private static IEnumerable<Place> Placed(Dossier dossier)
    {
        foreach (var grid in Grids(dossier))
        {
            foreach (var place in grid.Title.Places) yield return place;
            foreach (var cell in grid.Cells)
                foreach (var place in cell.Printed.Places) yield return place;
        }
        if (!dossier.Disclosure.Paragraphs.IsDefault)
            foreach (var paragraph in dossier.Disclosure.Paragraphs)
                foreach (var piece in paragraph.Pieces) yield return piece.Run.Place;
        foreach (var diagnostic in dossier.Disclosure.Diagnostics.IsDefault ? [] : dossier.Disclosure.Diagnostics)
            if (diagnostic.Place is { } place) yield return place;
    }

    /// <summary>E-02: cells and their spans cover each position of a table once.</summary>
    public static IEnumerable<Instance> Spans(Dossier dossier)
    {
        var forms = dossier.Statutory.Tables.Select(static table => table.Index).ToHashSet();
        for (var index = 0; index < Grids(dossier).Length; index++)
        {
            var grid = Grids(dossier)[index];
            var covered = new byte[grid.RowCount, grid.ColumnCount];
            Cell? odd = null;
            foreach (var cell in grid.Cells)
                for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
                    for (var column = cell.Column; column < cell.Column + cell.Columns; column++)
                        if (row >= grid.RowCount || column >= grid.ColumnCount || covered[row, column]++ > 0) odd ??= cell;
            var total = grid.Cells.Sum(static cell => (long)cell.Rows * cell.Columns);
            // A row shorter than its header leaves positions that no cell covers. Only a statutory form says how many there must be.
            var whole = (long)grid.RowCount * grid.ColumnCount;
            var holds = odd is null && (total == whole || !forms.Contains(index));
            yield return new Present(Name(grid), holds, $"{grid.RowCount} × {grid.ColumnCount} = {whole}{(holds ? "" : $" ≠ {total}")}", holds ? [] : [At(Name(grid), odd?.Printed ?? Gap(grid, covered))]);
        }
    }

    private static Printed Gap(Grid grid, byte[,] covered) =>
        grid.Cells.Where(cell => Enumerable.Range(0, grid.ColumnCount).Any(column => cell.Row < grid.RowCount && covered[cell.Row, column] == 0)).Select(static cell => cell.Printed).FirstOrDefault(static printed => !printed.IsBlank) ?? grid.Title;

    private static Operand At(string name, Printed printed) => new(name, printed.Text, Role.Stated, printed.Text, printed.Place);

    private static string Name(Grid grid) => grid.Title.IsBlank ? $"{grid.RowCount} × {grid.ColumnCount}" : grid.Title.Text;

    /// <summary>E-06: a stored figure is the number its cell prints, digit for digit.</summary>
    public static IEnumerable<Instance> Digits(Dossier dossier) => OfTables(dossier, static (_, fact) =>
        fact.Entry.Figure is not { } figure || FigureReader.Read(fact.Printed.Text).Figure is { } read && read.Value == figure.Value);

    /// <summary>E-07: what stands at a figure's place on the surface is the figure.</summary>
    public static IEnumerable<Instance> Places(Dossier dossier)
    {
        if (dossier.Disclosure.Document.Sheets.All(static sheet => sheet.Runs.Count == 0)) return [];
        return OfTables(dossier, static (of, fact) => fact.Entry.Figure is null || fact.Printed.Places.IsEmpty || of.Ink.DigitsAt(fact.Printed.Places) == Only(fact.Printed.Text));
    }

    private static string Only(string text) => new([.. text.Select(Characters.Fold).Where(char.IsAsciiDigit)]);

    /// <summary>E-10: a number in a merged cell is one figure, not one for each position it covers.</summary>
    public static IEnumerable<Instance> Merged(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            var twice = table.Facts.Where(static fact => fact.Entry.Figure is not null && fact.Printed.Place is not null).GroupBy(static fact => fact.Printed.Place!).FirstOrDefault(static group => group.Count() > 1);
            yield return new Present(table.Name, twice is null, twice is null ? table.Name : $"{twice.First().Printed.Text} × {twice.Count()}", twice is null ? [] : [table.Term(twice.First(), Role.Stated)!.Operand]);
        }
    }

    private static IEnumerable<Instance> OfTables(Dossier dossier, Func<Dossier, Fact, bool> holds)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            var wrong = table.Facts.Where(fact => !holds(dossier, fact)).ToList();
            yield return new Present(table.Name, wrong.Count == 0, wrong.Count == 0 ? table.Name : $"{wrong[0].Printed.Text}{(wrong.Count > 1 ? $" … {wrong.Count}" : "")}",
                [.. wrong.Take(MostShown).Select(fact => table.Term(fact, Role.Stated)?.Operand).OfType<Operand>()]);
        }
    }

    /// <summary>E-08: a form of two lanes is read as two, income with its total and expenditure with its own.</summary>
    public static IEnumerable<Instance> Lanes(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            if (table.Kind is not (FormKind.IncomeAndExpenditure or FormKind.Grants)) continue;
            var income = table.Lane(0).Where(static row => row.Name.Contains("收入", StringComparison.Ordinal)).Count();
            var spent = table.Lane(0).FirstOrDefault(static row => row.IsLine && row.Name.EndsWith("支出", StringComparison.Ordinal) && !row.Name.Contains("收入", StringComparison.Ordinal));
            var holds = table.Lanes > 1 && spent is null;
            yield return new Present(table.Name, holds, $"{table.Lanes} 栏；收入 {income} 行", holds ? [] : [At(spent?.Name ?? table.Name, spent?.Cells[0].Printed ?? table.Facts[0].Printed)]);
        }
    }

    /// <summary>E-09: a table over several pages has its header once and its total once.</summary>
    public static IEnumerable<Instance> Continuations(Dossier dossier)
    {
        foreach (var grid in Grids(dossier))
        {
            if (grid.Pages.Length < 2) continue;
            var rows = grid.ToRows();
            string Key(Printed[] row) => string.Join('|', row.Select(static cell => Characters.Key(cell.Text)));
            var header = rows.Take(grid.HeaderRows).Select(Key).Where(static key => key.Any(static c => c > '\u2E80')).ToHashSet(StringComparer.Ordinal);
            var again = rows.Skip(grid.HeaderRows).FirstOrDefault(row => header.Contains(Key(row)));
            yield return new Present(Name(grid), again is null, $"{Name(grid)} {grid.Pages[0]}–{grid.Pages[^1]}", again is null ? [] : [At(Name(grid), again.First(static cell => !cell.IsBlank))]);
        }
    }

    /// <summary>E-11: no page number was read as a paragraph or a row.</summary>
    public static IEnumerable<Instance> PageNumbers(Dossier dossier)
    {
        if (dossier.Disclosure.Document.Sheets.Count < 2 || dossier.Disclosure.Paragraphs.IsDefaultOrEmpty) yield break;
        var found = dossier.Disclosure.Paragraphs.FirstOrDefault(static paragraph => paragraph.Text.Length < 16 && Furniture.IsPageNumber(paragraph.Text) && paragraph.PlaceOf(0, 1) is [PagePlace or TextPlace, ..]);
        yield return new Present(dossier.Disclosure.About.Title.Text, found is null, found?.Text ?? "", found is null ? [] : [new Operand(found.Text, found.Text, Role.Stated, found.Text, found.PlaceOf(0, found.Text.Length)[0])]);
    }

    /// <summary>E-12: a page that is only a picture could not be read, and says so.</summary>
    public static IEnumerable<Instance> Pictures(Dossier dossier)
    {
        var sheets = dossier.Disclosure.Document.Sheets;
        foreach (var sheet in sheets)
            if (sheet.Runs.Count == 0 && sheet.Images.Count > 0)
                yield return new Unable("#" + sheet.Number, $"#{sheet.Number}: ∅", [new Operand("#" + sheet.Number, "", Role.Stated, "", sheet.EmPoints > 0 ? new PagePlace(sheet.Number, 0, 0, sheet.Width * sheet.EmPoints, sheet.Height * sheet.EmPoints) : null)]);
        if (sheets.Count > 0 && sheets.Any(static sheet => sheet.Runs.Count > 0)) yield return new Present(dossier.Disclosure.About.Title.Text, true, $"{sheets.Count(static sheet => sheet.Runs.Count > 0)} / {sheets.Count}", []);
    }
}
