namespace Extract.Store;

/// <summary>The statements that write one document; the columns are explained in Schema/.</summary>
internal static class Inserts
{
    public const string Diagnostic =
        """
        insert into diagnostic (
          document_id, ordinal, id, severity, says_zh, says_en, place)
        values (
          @DocumentId, @Ordinal, @Id, @Severity, @SaysZh, @SaysEn, @Place)
        """;

    public const string FormTable =
        """
        insert into form_table (
          id, document_id, ordinal, form, title, block, unit, evidence, confidence, header_rows, row_count, column_count, pages, place)
        values (
          @Id, @DocumentId, @Ordinal, @Form, @Title, @Block, @Unit, @Evidence, @Confidence, @HeaderRows, @RowCount, @ColumnCount, @Pages,
          @Place)
        """;

    public const string Cell =
        """
        insert into cell (
          table_id, row_index, col_index, row_span, col_span, text, entry, value, unit, decimals, place)
        values (
          @TableId, @RowIndex, @ColIndex, @RowSpan, @ColSpan, @Text, @Entry, @Value, @Unit, @Decimals, @Place)
        """;

    public const string Fact =
        """
        insert into fact (
          id, document_id, ordinal, table_id, form, row_name, column_name, code, year, entry, printed, value, li, base_unit, unit,
          decimals, place)
        values (
          @Id, @DocumentId, @Ordinal, @TableId, @Form, @RowName, @ColumnName, @Code, @Year, @Entry, @Printed, @Value, @Li, @BaseUnit,
          @Unit, @Decimals, @Place)
        """;

    public const string Figure =
        """
        insert into figure (
          id, document_id, ordinal, section, item, year, kind, measure, printed, value, li, base_unit, unit, decimals, of, qualifier,
          quote, place)
        values (
          @Id, @DocumentId, @Ordinal, @Section, @Item, @Year, @Kind, @Measure, @Printed, @Value, @Li, @BaseUnit, @Unit, @Decimals, @Of,
          @Qualifier, @Quote, @Place)
        """;

    public const string Account =
        """
        insert into account (
          document_id, ordinal, class, section, item, unit, amount, amount_value, amount_li, amount_decimals, amount_place, budget,
          budget_value, budget_li, budget_decimals, budget_place, completion_rate, completion_rate_value, completion_rate_decimals,
          completion_rate_place, comparison, reason, quote)
        values (
          @DocumentId, @Ordinal, @Class, @Section, @Item, @Unit, @Amount, @AmountValue, @AmountLi, @AmountDecimals, @AmountPlace, @Budget,
          @BudgetValue, @BudgetLi, @BudgetDecimals, @BudgetPlace, @CompletionRate, @CompletionRateValue, @CompletionRateDecimals,
          @CompletionRatePlace, @Comparison, @Reason, @Quote)
        """;

    public const string AccountCode =
        """
        insert into account_code (
          document_id, code, name, level, edition)
        values (
          @DocumentId, @Code, @Name, @Level, @Edition)
        """;

    public const string SelfEvaluation =
        """
        insert into self_evaluation (
          id, document_id, ordinal, family, title, project_code, project_name, department, implementing_unit, fiscal_year, year_goal,
          goal_completion, overview, total_weight, total_weight_value, total_weight_decimals, total_weight_place, total_score,
          total_score_value, total_score_decimals, total_score_place, conclusion, problems, improvements, project_leader, finance_leader,
          filled_by, phone, date, confidence, place)
        values (
          @Id, @DocumentId, @Ordinal, @Family, @Title, @ProjectCode, @ProjectName, @Department, @ImplementingUnit, @FiscalYear, @YearGoal,
          @GoalCompletion, @Overview, @TotalWeight, @TotalWeightValue, @TotalWeightDecimals, @TotalWeightPlace, @TotalScore,
          @TotalScoreValue, @TotalScoreDecimals, @TotalScorePlace, @Conclusion, @Problems, @Improvements, @ProjectLeader, @FinanceLeader,
          @FilledBy, @Phone, @Date, @Confidence, @Place)
        """;

    public const string Fund =
        """
        insert into fund (
          self_evaluation_id, ordinal, source, unit, initial, initial_value, initial_li, initial_decimals, initial_place, adjusted,
          adjusted_value, adjusted_li, adjusted_decimals, adjusted_place, budget, budget_value, budget_li, budget_decimals, budget_place,
          received, received_value, received_li, received_decimals, received_place, executed, executed_value, executed_li,
          executed_decimals, executed_place, rate, rate_value, rate_decimals, rate_place, weight, weight_value, weight_decimals,
          weight_place, score, score_value, score_decimals, score_place, reason, place)
        values (
          @SelfEvaluationId, @Ordinal, @Source, @Unit, @Initial, @InitialValue, @InitialLi, @InitialDecimals, @InitialPlace, @Adjusted,
          @AdjustedValue, @AdjustedLi, @AdjustedDecimals, @AdjustedPlace, @Budget, @BudgetValue, @BudgetLi, @BudgetDecimals, @BudgetPlace,
          @Received, @ReceivedValue, @ReceivedLi, @ReceivedDecimals, @ReceivedPlace, @Executed, @ExecutedValue, @ExecutedLi,
          @ExecutedDecimals, @ExecutedPlace, @Rate, @RateValue, @RateDecimals, @RatePlace, @Weight, @WeightValue, @WeightDecimals,
          @WeightPlace, @Score, @ScoreValue, @ScoreDecimals, @ScorePlace, @Reason, @Place)
        """;

    public const string Indicator =
        """
        insert into indicator (
          self_evaluation_id, ordinal, level1, level2, level3, level4, explanation, operator, unit, target, target_value, target_decimals,
          target_place, actual, actual_value, actual_decimals, actual_place, completed, completion_rate, completion_rate_value,
          completion_rate_decimals, completion_rate_place, weight, weight_value, weight_decimals, weight_place, score, score_value,
          score_decimals, score_place, reason, place)
        values (
          @SelfEvaluationId, @Ordinal, @Level1, @Level2, @Level3, @Level4, @Explanation, @Operator, @Unit, @Target, @TargetValue,
          @TargetDecimals, @TargetPlace, @Actual, @ActualValue, @ActualDecimals, @ActualPlace, @Completed, @CompletionRate,
          @CompletionRateValue, @CompletionRateDecimals, @CompletionRatePlace, @Weight, @WeightValue, @WeightDecimals, @WeightPlace,
          @Score, @ScoreValue, @ScoreDecimals, @ScorePlace, @Reason, @Place)
        """;

    public const string CheckRun =
        """
        insert into check_run (
          document_id, checks_run, held, held_within_rounding, failed, cannot_run)
        values (
          @DocumentId, @ChecksRun, @Held, @HeldWithinRounding, @Failed, @CannotRun)
        """;

    public const string Finding =
        """
        insert into finding (
          id, document_id, ordinal, check_id, verdict, severity, subject, says_zh, says_en, formula, unit, stated, computed, gap, slack,
          stated_value, gap_value, gap_li, decimals, cause, cause_zh, cause_en, place)
        values (
          @Id, @DocumentId, @Ordinal, @CheckId, @Verdict, @Severity, @Subject, @SaysZh, @SaysEn, @Formula, @Unit, @Stated, @Computed, @Gap,
          @Slack, @StatedValue, @GapValue, @GapLi, @Decimals, @Cause, @CauseZh, @CauseEn, @Place)
        """;

    public const string FindingOperand =
        """
        insert into finding_operand (
          document_id, finding_ordinal, ordinal, label, role, printed, value, unit, decimals, quote, place)
        values (
          @DocumentId, @FindingOrdinal, @Ordinal, @Label, @Role, @Printed, @Value, @Unit, @Decimals, @Quote, @Place)
        """;
}
