using System.Collections.Immutable;
using Dapper;
using Extract.Figures;
using Extract.Records;
using Microsoft.Data.Sqlite;

namespace Extract.Store;

/// <summary>Writes the self-evaluations of one document with their funds and indicators.</summary>
internal sealed class SelfEvaluationRows(SqliteConnection connection, SqliteTransaction transaction, long documentId, string prefix)
{
    public void Write(ImmutableArray<SelfEvaluation> forms)
    {
        for (var i = 0; i < forms.Length; i++)
        {
            var id = DocumentRows.Id(prefix, 's', i);
            connection.Execute(Inserts.SelfEvaluation, FormRow(id, i + 1, forms[i]), transaction);
            connection.Execute(Inserts.Fund, forms[i].Funds.Select((fund, n) => FundRow(id, n + 1, fund)), transaction);
            connection.Execute(Inserts.Indicator, forms[i].Indicators.Select((indicator, n) => IndicatorRow(id, n + 1, indicator)), transaction);
        }
    }

    private object FormRow(string id, int ordinal, SelfEvaluation form)
    {
        var weight = Amount.Of(form.TotalWeight, Unit.None);
        var score = Amount.Of(form.TotalScore, Unit.None);
        return new
        {
            Id = id,
            DocumentId = documentId,
            Ordinal = ordinal,
            form.Family,
            Title = form.Title.Text,
            ProjectCode = form.ProjectCode.Text,
            ProjectName = form.ProjectName.Text,
            Department = form.Department.Text,
            ImplementingUnit = form.ImplementingUnit.Text,
            form.FiscalYear,
            YearGoal = form.YearGoal.Text,
            GoalCompletion = form.GoalCompletion.Text,
            Overview = form.Overview.Text,
            TotalWeight = form.TotalWeight.Text,
            TotalWeightValue = weight.Value,
            TotalWeightDecimals = weight.Decimals,
            TotalWeightPlace = PlaceJson.Text(form.TotalWeight.Places),
            TotalScore = form.TotalScore.Text,
            TotalScoreValue = score.Value,
            TotalScoreDecimals = score.Decimals,
            TotalScorePlace = PlaceJson.Text(form.TotalScore.Places),
            Conclusion = form.Conclusion.Text,
            Problems = form.Problems.Text,
            Improvements = form.Improvements.Text,
            ProjectLeader = form.ProjectLeader.Text,
            FinanceLeader = form.FinanceLeader.Text,
            FilledBy = form.FilledBy.Text,
            Phone = form.Phone.Text,
            Date = form.Date.Text,
            form.Confidence,
            Place = PlaceJson.Text(form.Title.Place ?? form.ProjectName.Place),
        };
    }

    private static object FundRow(string id, int ordinal, Fund fund)
    {
        var unit = Unit.Of(fund.Unit);
        var initial = Amount.Of(fund.Initial, unit);
        var adjusted = Amount.Of(fund.Adjusted, unit);
        var budget = Amount.Of(fund.Budget, unit);
        var received = Amount.Of(fund.Received, unit);
        var executed = Amount.Of(fund.Executed, unit);
        var rate = Amount.Of(fund.Rate, Unit.Percent);
        var weight = Amount.Of(fund.Weight, Unit.None);
        var score = Amount.Of(fund.Score, Unit.None);
        return new
        {
            SelfEvaluationId = id,
            Ordinal = ordinal,
            Source = fund.Source.Text,
            fund.Unit,
            Initial = fund.Initial.Text,
            InitialValue = initial.Value,
            InitialLi = initial.Li,
            InitialDecimals = initial.Decimals,
            InitialPlace = PlaceJson.Text(fund.Initial.Places),
            Adjusted = fund.Adjusted.Text,
            AdjustedValue = adjusted.Value,
            AdjustedLi = adjusted.Li,
            AdjustedDecimals = adjusted.Decimals,
            AdjustedPlace = PlaceJson.Text(fund.Adjusted.Places),
            Budget = fund.Budget.Text,
            BudgetValue = budget.Value,
            BudgetLi = budget.Li,
            BudgetDecimals = budget.Decimals,
            BudgetPlace = PlaceJson.Text(fund.Budget.Places),
            Received = fund.Received.Text,
            ReceivedValue = received.Value,
            ReceivedLi = received.Li,
            ReceivedDecimals = received.Decimals,
            ReceivedPlace = PlaceJson.Text(fund.Received.Places),
            Executed = fund.Executed.Text,
            ExecutedValue = executed.Value,
            ExecutedLi = executed.Li,
            ExecutedDecimals = executed.Decimals,
            ExecutedPlace = PlaceJson.Text(fund.Executed.Places),
            Rate = fund.Rate.Text,
            RateValue = rate.Value,
            RateDecimals = rate.Decimals,
            RatePlace = PlaceJson.Text(fund.Rate.Places),
            Weight = fund.Weight.Text,
            WeightValue = weight.Value,
            WeightDecimals = weight.Decimals,
            WeightPlace = PlaceJson.Text(fund.Weight.Places),
            Score = fund.Score.Text,
            ScoreValue = score.Value,
            ScoreDecimals = score.Decimals,
            ScorePlace = PlaceJson.Text(fund.Score.Places),
            Reason = fund.Reason.Text,
            Place = PlaceJson.Text(fund.Source.Places),
        };
    }

    private static object IndicatorRow(string id, int ordinal, Indicator indicator)
    {
        var unit = Unit.Of(indicator.Unit);
        var target = Amount.Of(indicator.Target, unit);
        var actual = Amount.Of(indicator.Actual, unit);
        var rate = Amount.Of(indicator.CompletionRate, Unit.Percent);
        var weight = Amount.Of(indicator.Weight, Unit.None);
        var score = Amount.Of(indicator.Score, Unit.None);
        return new
        {
            SelfEvaluationId = id,
            Ordinal = ordinal,
            Level1 = indicator.Level1.Text,
            Level2 = indicator.Level2.Text,
            Level3 = indicator.Level3.Text,
            Level4 = indicator.Level4.Text,
            Explanation = indicator.Explanation.Text,
            indicator.Operator,
            indicator.Unit,
            Target = indicator.Target.Text,
            TargetValue = target.Value,
            TargetDecimals = target.Decimals,
            TargetPlace = PlaceJson.Text(indicator.Target.Places),
            Actual = indicator.Actual.Text,
            ActualValue = actual.Value,
            ActualDecimals = actual.Decimals,
            ActualPlace = PlaceJson.Text(indicator.Actual.Places),
            Completed = indicator.Completed.Text,
            CompletionRate = indicator.CompletionRate.Text,
            CompletionRateValue = rate.Value,
            CompletionRateDecimals = rate.Decimals,
            CompletionRatePlace = PlaceJson.Text(indicator.CompletionRate.Places),
            Weight = indicator.Weight.Text,
            WeightValue = weight.Value,
            WeightDecimals = weight.Decimals,
            WeightPlace = PlaceJson.Text(indicator.Weight.Places),
            Score = indicator.Score.Text,
            ScoreValue = score.Value,
            ScoreDecimals = score.Decimals,
            ScorePlace = PlaceJson.Text(indicator.Score.Places),
            Reason = indicator.Reason.Text,
            Place = PlaceJson.Text(indicator.Place),
        };
    }
}
