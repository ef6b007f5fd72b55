using System.Text.Json;
using Extract.Figures;
using Extract.Records;
using Extract.Store;

namespace Extract.Cli.Json;

/// <summary>extract.records/1: everything read from one document.</summary>
internal static class RecordsJson
{
    public static string Write(CheckedDocument document, Disclosure disclosure, Language language) => JsonOut.Document("records", json => Fields(json, document, disclosure, language));

    public static void Write(TextWriter output, CheckedDocument document, Disclosure disclosure, Language language) => JsonOut.Document(output, "records", json => Fields(json, document, disclosure, language));

    private static void Fields(Utf8JsonWriter json, CheckedDocument document, Disclosure disclosure, Language language)
    {
        json.Object("document", () => CheckJson.DocumentFields(json, document));
        json.Array("tables", disclosure.Tables.Select((grid, i) => (grid, i)), t => TablesJson.Record(json, disclosure, t.grid, t.i));
        json.Array("facts", disclosure.Facts.Select((fact, i) => (fact, i)), f => Fact(json, f.fact, f.i));
        json.Array("figures", disclosure.Statements.Select((said, i) => (said, i)), s => Figure(json, s.said, s.i));
        json.Array("accounts", disclosure.Accounts, account => Account(json, account));
        json.Array("self_evaluations", disclosure.SelfEvaluations, form => SelfEvaluation(json, form));
        json.Array("findings", document.Findings, finding => CheckJson.Finding(json, finding, language));
        json.Object("coverage", () => CheckJson.Coverage(json, document.Coverage));
        json.Array("diagnostics", document.Diagnostics, diagnostic => CheckJson.Diagnostic(json, diagnostic, language));
    }

    private static void Fact(Utf8JsonWriter json, Fact fact, int index) => json.Item(() =>
    {
        var amount = Amount.Of(fact.Entry, Unit.None);
        json.WriteString("id", $"f{index + 1}");
        json.WriteString("form", fact.Form);
        json.WriteString("row", fact.Row);
        json.WriteString("column", fact.Column);
        json.WriteString("code", fact.Code);
        json.NumberOrNull("year", fact.Year);
        json.WriteString("entry", Names.Of(fact.Entry.Kind));
        json.WriteString("printed", fact.Printed.Text);
        json.WriteString("value", amount.Value ?? "");
        json.WriteString("base_unit", amount.BaseUnit);
        json.WriteString("unit", amount.Unit);
        json.NumberOrNull("decimals", amount.Decimals);
        json.Place(fact.Printed);
    });

    private static void Figure(Utf8JsonWriter json, Statement said, int index) => json.Item(() =>
    {
        var amount = Amount.Of(said.Figure);
        json.WriteString("id", $"n{index + 1}");
        json.WriteString("section", said.Section);
        json.WriteString("item", said.Item);
        json.NumberOrNull("year", said.Year);
        json.WriteString("kind", Names.Of(said.Kind));
        json.WriteString("measure", Names.Of(said.Measure));
        json.WriteString("printed", said.Figure.Printed);
        json.WriteString("value", amount.Value ?? "");
        json.WriteString("base_unit", amount.BaseUnit);
        json.WriteString("unit", said.Figure.Unit.Name);
        json.WriteNumber("decimals", said.Figure.Decimals);
        json.WriteString("of", said.Of);
        json.WriteString("qualifier", said.Qualifier);
        json.WriteString("quote", said.Quote);
        json.WritePropertyName("place");
        PlaceJson.Write(json, said.Places);
    });

    private static void Account(Utf8JsonWriter json, Account account) => json.Item(() =>
    {
        json.WriteString("class", account.Class);
        json.WriteString("section", account.Section);
        json.WriteString("item", account.Item);
        json.WriteString("amount", account.Amount.Text);
        json.WriteString("unit", account.Unit);
        json.WriteString("budget", account.Budget.Text);
        json.WriteString("completion_rate", account.CompletionRate.Text);
        json.WriteString("comparison", account.Comparison);
        json.WriteString("reason", account.Reason);
        json.WriteString("quote", account.Quote);
        json.Place(account.Amount.IsBlank ? account.CompletionRate : account.Amount);
    });

    private static void SelfEvaluation(Utf8JsonWriter json, SelfEvaluation form) => json.Item(() =>
    {
        json.WriteNumber("index", form.Index);
        json.WriteString("family", form.Family);
        json.WriteString("title", form.Title.Text);
        json.WriteString("project_code", form.ProjectCode.Text);
        json.WriteString("project_name", form.ProjectName.Text);
        json.WriteString("department", form.Department.Text);
        json.WriteString("implementing_unit", form.ImplementingUnit.Text);
        json.NumberOrNull("fiscal_year", form.FiscalYear);
        json.WriteString("year_goal", form.YearGoal.Text);
        json.WriteString("goal_completion", form.GoalCompletion.Text);
        json.WriteString("overview", form.Overview.Text);
        json.Array("funds", form.Funds, fund => Fund(json, fund));
        json.Array("indicators", form.Indicators, indicator => Indicator(json, indicator));
        json.WriteString("total_weight", form.TotalWeight.Text);
        json.WriteString("total_score", form.TotalScore.Text);
        json.WriteString("conclusion", form.Conclusion.Text);
        json.WriteString("problems", form.Problems.Text);
        json.WriteString("improvements", form.Improvements.Text);
        json.WriteString("project_leader", form.ProjectLeader.Text);
        json.WriteString("finance_leader", form.FinanceLeader.Text);
        json.WriteString("filled_by", form.FilledBy.Text);
        json.WriteString("phone", form.Phone.Text);
        json.WriteString("date", form.Date.Text);
        json.WriteNumber("confidence", Math.Round(form.Confidence, 3));
        json.Place(form.Title.IsBlank ? form.ProjectName : form.Title);
    });

    private static void Fund(Utf8JsonWriter json, Fund fund) => json.Item(() =>
    {
        json.WriteString("source", fund.Source.Text);
        json.WriteString("initial", fund.Initial.Text);
        json.WriteString("adjusted", fund.Adjusted.Text);
        json.WriteString("budget", fund.Budget.Text);
        json.WriteString("received", fund.Received.Text);
        json.WriteString("executed", fund.Executed.Text);
        json.WriteString("rate", fund.Rate.Text);
        json.WriteString("weight", fund.Weight.Text);
        json.WriteString("score", fund.Score.Text);
        json.WriteString("reason", fund.Reason.Text);
        json.WriteString("unit", fund.Unit);
        json.Place(fund.Source.IsBlank ? fund.Executed : fund.Source);
    });

    private static void Indicator(Utf8JsonWriter json, Indicator indicator) => json.Item(() =>
    {
        json.WriteString("level1", indicator.Level1.Text);
        json.WriteString("level2", indicator.Level2.Text);
        json.WriteString("level3", indicator.Level3.Text);
        json.WriteString("level4", indicator.Level4.Text);
        json.WriteString("explanation", indicator.Explanation.Text);
        json.WriteString("operator", indicator.Operator);
        json.WriteString("target", indicator.Target.Text);
        json.WriteString("unit", indicator.Unit);
        json.WriteString("actual", indicator.Actual.Text);
        json.WriteString("completed", indicator.Completed.Text);
        json.WriteString("completion_rate", indicator.CompletionRate.Text);
        json.WriteString("weight", indicator.Weight.Text);
        json.WriteString("score", indicator.Score.Text);
        json.WriteString("reason", indicator.Reason.Text);
        json.Place(indicator.Place);
    });
}
