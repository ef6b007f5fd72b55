using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.Facts;

/// <summary>What the statutory forms of a document state, cell by cell.</summary>
/// <param name="Facts">One for each value cell of each labelled row, blanks among them.</param>
/// <param name="Diagnostics">Tables whose title names a form that their columns do not show.</param>
internal sealed record FactReading(ImmutableArray<Fact> Facts, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads grids as statutory forms: identity, header, lines, facts.</summary>
internal static class FactReader
{
    /// <summary>Reads every grid that is a statutory form.</summary>
    /// <param name="grids">The document's grids.</param>
    /// <param name="taken">Indexes of grids that belong to self-evaluations.</param>
    /// <param name="about">What the document says of itself: its year and unit where a form prints none.</param>
    public static FactReading Read(ImmutableArray<Grid> grids, IReadOnlySet<int> taken, DocumentFacts about)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var i = 0; i < grids.Length; i++)
        {
            var grid = grids[i];
            if (taken.Contains(i) || grid.ColumnCount < 2 || grid.RowCount is < 2 or > Grid.MostRowsOfAForm || grid.Block.Length > 0) continue;
            var cover = grid.Cover();
            var header = FormColumns.Read(grid, cover);
            var lines = FormLines.Read(grid, cover, header);
            var words = header.Words + string.Concat(lines.Select(static line => Characters.Key(line.Label)));
            var named = Form.Named(grid.Title.Text);
            var form = named is not null && named.IsShownBy(words) ? named : FormWords.Shown(header, lines, words);
            if (form is null)
            {
                if (named is not null) diagnostics.Add(new Diagnostic(DiagnosticKinds.UnknownForm, [grid.Title.Text], grid.Title.Place));
                continue;
            }
            Add(facts, new FormSource(form, grid, i, about), lines);
        }
        return new FactReading(facts.ToImmutable(), diagnostics.ToImmutable());
    }

    private sealed record FormSource(Form Form, Grid Grid, int Index, DocumentFacts About)
    {
        public bool IsBudget { get; } = Grid.Title.IsBlank ? About.Kind == DisclosureKind.Budget : !Grid.Title.Text.Contains("决算", StringComparison.Ordinal);

        public string Name => IsBudget ? Form.BudgetName : Form.FinalName;

        public Unit UnitOf(FormColumn column)
        {
            if (column.Unit.Dimension == Dimension.Money) return column.Unit;
            if (Unit.Of(Grid.Unit) is { Dimension: Dimension.Money } own) return own;
            return Unit.Of(About.Unit) is { Dimension: Dimension.Money } usual ? usual : Unit.None;
        }
    }

    private static void Add(ImmutableArray<Fact>.Builder facts, FormSource source, List<FormLine> lines)
    {
        var decimals = Decimals(source.Form, lines);
        var balances = new Dictionary<int, string>();
        foreach (var line in lines)
        {
            var name = RowNames.Clean(line.Label, out var level, out var ofWhich);
            if (line.Depth > 0) level = line.Depth;
            var group = GroupOf(source.Form, line, name, balances);
            foreach (var (column, printed) in line.Values)
            {
                var entry = FigureReader.Read(printed.Text, source.UnitOf(column));
                if (entry.Figure is { } figure) entry = entry with { Figure = figure with { Decimals = Math.Max(figure.Decimals, decimals[column.Index]) } };
                var place = ColumnNames.Of(source.Form, column.Path);
                var measure = ColumnNames.MeasureOf(column.Path);
                var across = source.Form.Kind == FormKind.ThreePublic;
                facts.Add(new Fact(
                    source.Name, across ? place : name, across ? measure.Length > 0 ? measure : source.IsBudget ? ColumnNames.Budget : ColumnNames.Final : place,
                    line.Code, source.About.FiscalYear, printed, entry, source.Index)
                {
                    Kind = source.Form.Kind,
                    IsBudget = source.IsBudget,
                    Lane = line.Lane,
                    Line = line.Row,
                    At = column.Index,
                    Level = line.Code.Length > 0 ? AccountCodes.LevelOf(line.Code) : level,
                    IsOfWhich = ofWhich || column.Path.Any(static head => head.Contains("其中", StringComparison.Ordinal)),
                    Group = across ? name : group,
                    Header = string.Join('/', column.Path),
                });
            }
        }
    }

    /// <summary>The rows below 年初结转和结余 are its parts, not lines of the year.</summary>
    private static string GroupOf(Form form, FormLine line, string name, Dictionary<int, string> balances)
    {
        if (form.Kind is not (FormKind.IncomeAndExpenditure or FormKind.Grants)) return line.Parent;
        var role = RowNames.RoleOf(name);
        if (role is RowRole.Opening or RowRole.Closing) balances[line.Lane] = name;
        else if (role != RowRole.Line) balances.Remove(line.Lane);
        return role == RowRole.Line ? balances.GetValueOrDefault(line.Lane, "") : "";
    }

    /// <summary>Precision belongs to the column; in the one row of the three public expenses, to the row.</summary>
    private static Dictionary<int, int> Decimals(Form form, List<FormLine> lines)
    {
        var decimals = new Dictionary<int, int>();
        var most = 0;
        foreach (var (column, printed) in lines.SelectMany(static line => line.Values))
        {
            var own = FigureReader.Read(printed.Text).Figure?.Decimals ?? 0;
            decimals[column.Index] = Math.Max(decimals.GetValueOrDefault(column.Index), own);
            most = Math.Max(most, own);
        }
        if (form.Kind == FormKind.ThreePublic)
            foreach (var column in decimals.Keys.ToList()) decimals[column] = most;
        return decimals;
    }
}
