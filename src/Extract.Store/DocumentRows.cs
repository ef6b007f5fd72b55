using System.Globalization;
using System.Text.Json;
using Dapper;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Records;
using Extract.Tables;
using Extract.Text;
using Microsoft.Data.Sqlite;

namespace Extract.Store;

/// <summary>Writes what one document says, inside the transaction that makes it visible.</summary>
internal sealed class DocumentRows(SqliteConnection connection, SqliteTransaction transaction, long documentId, string sha256)
{
    /// <summary>How many digits of a document's digest its rows' ids begin with: 64 bits.</summary>
    private const int IdDigits = 16;

    private readonly string prefix = sha256[..IdDigits];

    public void Write(Disclosure disclosure, Report report, Func<Finding, FindingSentences> sentences)
    {
        Diagnostics(disclosure.AllDiagnostics());
        Tables(disclosure);
        Facts(disclosure);
        Figures(disclosure);
        Accounts(disclosure);
        new SelfEvaluationRows(connection, transaction, documentId, prefix).Write(disclosure.SelfEvaluations);
        Checks(report, sentences);
    }

    /// <summary>The id of a row: the document's digest, a letter for the kind, and the number it has in the document's records.</summary>
    public static string Id(string prefix, char kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}{index + 1}");

    private void Diagnostics(IEnumerable<Diagnostic> diagnostics) => Insert(Inserts.Diagnostic, diagnostics.Select((d, i) => new
    {
        DocumentId = documentId,
        Ordinal = i + 1,
        d.Kind.Id,
        Severity = Names.Of(d.Kind.Severity),
        SaysZh = Filled(d.Kind.Chinese, d.Arguments),
        SaysEn = Filled(d.Kind.English, d.Arguments),
        Place = PlaceJson.Text(d.Place),
    }));

    private void Tables(Disclosure disclosure)
    {
        Insert(Inserts.FormTable, disclosure.Tables.Select((grid, i) => new
        {
            Id = Id(prefix, 't', i),
            DocumentId = documentId,
            Ordinal = i + 1,
            Form = StoredForms.FormOf(disclosure, i),
            Title = grid.Title.Text,
            grid.Block,
            grid.Unit,
            Evidence = Names.Of(grid.Evidence),
            grid.Confidence,
            grid.HeaderRows,
            grid.RowCount,
            ColumnCount = grid.ColumnCount,
            Pages = JsonSerializer.Serialize(grid.Pages),
            Place = PlaceJson.Text(grid.Title.Place ?? FirstPlace(grid)),
        }));
        Insert(Inserts.Cell, disclosure.Tables.SelectMany((grid, i) => grid.Cells.Select(cell =>
        {
            var entry = Entry.Of(cell.Printed);
            return new
            {
                TableId = Id(prefix, 't', i),
                RowIndex = cell.Row,
                ColIndex = cell.Column,
                RowSpan = cell.Rows,
                ColSpan = cell.Columns,
                cell.Text,
                Entry = Names.Of(entry.Kind),
                Value = entry.Figure is { } figure ? Amount.Text(figure.Value, money: false) : null,
                Unit = entry.Figure?.Unit.Name ?? "",
                entry.Figure?.Decimals,
                Place = PlaceJson.Text(cell.Printed.Places),
            };
        })));
    }

    private void Facts(Disclosure disclosure)
    {
        Insert(Inserts.Fact, disclosure.Facts.Select((fact, i) =>
        {
            var amount = Amount.Of(fact.Entry, Unit.None);
            return new
            {
                Id = Id(prefix, 'f', i),
                DocumentId = documentId,
                Ordinal = i + 1,
                TableId = fact.Grid >= 0 && fact.Grid < disclosure.Tables.Length ? Id(prefix, 't', fact.Grid) : null,
                fact.Form,
                RowName = fact.Row,
                ColumnName = fact.Column,
                fact.Code,
                fact.Year,
                Entry = Names.Of(fact.Entry.Kind),
                Printed = fact.Printed.Text,
                amount.Value,
                amount.Li,
                amount.BaseUnit,
                amount.Unit,
                amount.Decimals,
                Place = PlaceJson.Text(fact.Printed.Places),
            };
        }));
        Insert(Inserts.AccountCode, disclosure.Facts.Where(f => f.Code.Length > 0).DistinctBy(f => (f.Code, f.Row)).Select(fact => new
        {
            DocumentId = documentId,
            fact.Code,
            Name = fact.Row,
            Level = fact.Code.Length switch { 3 => "class", 5 => "section", 7 => "item", _ => "" },
            Edition = fact.Year ?? disclosure.About.FiscalYear,
        }));
    }

    private void Figures(Disclosure disclosure) => Insert(Inserts.Figure, disclosure.Statements.Select((said, i) =>
    {
        var amount = Amount.Of(said.Figure);
        return new
        {
            Id = Id(prefix, 'n', i),
            DocumentId = documentId,
            Ordinal = i + 1,
            said.Section,
            said.Item,
            said.Year,
            Kind = Names.Of(said.Kind),
            Measure = Names.Of(said.Measure),
            said.Figure.Printed,
            amount.Value,
            amount.Li,
            amount.BaseUnit,
            amount.Unit,
            amount.Decimals,
            said.Of,
            said.Qualifier,
            said.Quote,
            Place = PlaceJson.Text(said.Places),
        };
    }));

    private void Accounts(Disclosure disclosure) => Insert(Inserts.Account, disclosure.Accounts.Select((account, i) =>
    {
        var unit = Unit.Of(account.Unit);
        var amount = Amount.Of(account.Amount, unit);
        var budget = Amount.Of(account.Budget, unit);
        var rate = Amount.Of(account.CompletionRate, Unit.Percent);
        return new
        {
            DocumentId = documentId,
            Ordinal = i + 1,
            account.Class,
            account.Section,
            account.Item,
            account.Unit,
            Amount = account.Amount.Text,
            AmountValue = amount.Value,
            AmountLi = amount.Li,
            AmountDecimals = amount.Decimals,
            AmountPlace = PlaceJson.Text(account.Amount.Places),
            Budget = account.Budget.Text,
            BudgetValue = budget.Value,
            BudgetLi = budget.Li,
            BudgetDecimals = budget.Decimals,
            BudgetPlace = PlaceJson.Text(account.Budget.Places),
            CompletionRate = account.CompletionRate.Text,
            CompletionRateValue = rate.Value,
            CompletionRateDecimals = rate.Decimals,
            CompletionRatePlace = PlaceJson.Text(account.CompletionRate.Places),
            account.Comparison,
            account.Reason,
            account.Quote,
        };
    }));

    private void Checks(Report report, Func<Finding, FindingSentences> sentences)
    {
        Insert(Inserts.CheckRun, new[]
        {
            new
            {
                DocumentId = documentId,
                ChecksRun = report.Coverage.Run,
                report.Coverage.Held,
                report.Coverage.HeldWithinRounding,
                report.Coverage.Failed,
                report.Coverage.CannotRun,
            },
        });
        Insert(Inserts.Finding, report.Findings.Select((finding, i) => FindingRow(finding, i + 1, sentences(finding))));
        Insert(Inserts.FindingOperand, report.Findings.SelectMany((finding, f) => finding.Operands.Select((operand, i) =>
        {
            var amount = Amount.Of(operand.Printed, Unit.Of(finding.Unit));
            return new
            {
                DocumentId = documentId,
                FindingOrdinal = f + 1,
                Ordinal = i + 1,
                operand.Label,
                Role = Names.Of(operand.Role),
                operand.Printed,
                amount.Value,
                amount.Unit,
                amount.Decimals,
                operand.Quote,
                Place = PlaceJson.Text(operand.Place),
            };
        })));
    }

    private object FindingRow(Finding finding, int ordinal, FindingSentences sentences)
    {
        var unit = Unit.Of(finding.Unit);
        var stated = Amount.Of(finding.Stated, unit);
        var gap = Amount.Of(finding.Gap, unit);
        var place = finding.Operands.FirstOrDefault(o => o.Role == Role.Stated)?.Place ?? finding.Operands.FirstOrDefault(o => o.Place is not null)?.Place;
        return new
        {
            finding.Id,
            DocumentId = documentId,
            Ordinal = ordinal,
            CheckId = finding.Check,
            Verdict = Names.Of(finding.Verdict),
            Severity = Names.Of(finding.Severity),
            finding.Subject,
            SaysZh = sentences.SaysChinese,
            SaysEn = sentences.SaysEnglish,
            finding.Formula,
            finding.Unit,
            finding.Stated,
            finding.Computed,
            finding.Gap,
            finding.Slack,
            StatedValue = stated.Value,
            GapValue = gap.Value,
            GapLi = gap.Li,
            stated.Decimals,
            finding.Cause,
            CauseZh = sentences.CauseChinese,
            CauseEn = sentences.CauseEnglish,
            Place = PlaceJson.Text(place),
        };
    }

    private void Insert(string sql, IEnumerable<object> rows) => connection.Execute(sql, rows, transaction);

    private static Place? FirstPlace(Grid grid) => grid.Cells.Select(c => c.Printed.Place).FirstOrDefault(p => p is not null);

    private static string Filled(string template, IReadOnlyList<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. arguments]);
}
