using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Forms;
using Extract.Tables;

namespace Extract.Records.SelfEvaluations;

/// <summary>Reads self-evaluations from grids, whatever they were rebuilt from: by labels, by header words, row by row.</summary>
internal static class SelfEvaluationReader
{
    /// <summary>The self-evaluations of a document's grids, in order.</summary>
    public static ImmutableArray<SelfEvaluation> Read(ImmutableArray<Grid> grids)
    {
        var result = ImmutableArray.CreateBuilder<SelfEvaluation>();
        EvaluationDraft? draft = null;
        void Close()
        {
            if (draft is { IsEmpty: false }) result.Add(draft.ToRecord(result.Count + 1));
            draft = null;
        }
        for (var g = 0; g < grids.Length; g++)
        {
            var grid = grids[g];
            if (grid.RowCount > Grid.MostRowsOfAForm) continue;
            if (grid.Evidence == Evidence.Sequenced)
            {
                if (grid.Block == "head") Close();
                draft ??= new EvaluationDraft { Title = grid.Title };
                Take(draft, grid, g);
                continue;
            }
            var own = new EvaluationDraft { Title = grid.Title };
            Take(own, grid, g);
            if (own.Indicators.Count == 0)
            {
                // A form printed as several tables: its head and budget wait for its indicators.
                if (own.IsNamed) Close();
                if (own.IsNamed) draft = own;
                else if (draft is not null) Take(draft, grid, g);
                continue;
            }
            // A head that waits takes the indicators that name no project of their own.
            if (draft is { Indicators.Count: 0 } && !own.IsNamed) Take(draft, grid, g);
            else if (IsEvaluation(own) || TellsWhatWasDone(own, grid))
            {
                Close();
                draft = own;
            }
        }
        Close();
        return result.ToImmutable();
    }

    /// <summary>What is to be said of the forms read: those of no known family, and those whose indicators are left blank.</summary>
    public static IEnumerable<Diagnostic> Doubts(ImmutableArray<SelfEvaluation> forms)
    {
        foreach (var form in forms)
        {
            var name = form.ProjectName.IsBlank ? form.Title : form.ProjectName;
            if (form.Family == Families.Unknown) yield return new(DiagnosticKinds.UnknownFamily, [name.Text], name.Place);
            if (form.Indicators.IsEmpty) yield return new(DiagnosticKinds.NoIndicators, [name.Text], name.Place);
        }
    }

    private static void Take(EvaluationDraft draft, Grid grid, int index)
    {
        draft.Grids.Add(index);
        draft.Confidence = Math.Min(draft.Confidence, grid.Confidence);
        draft.IsCut |= grid.IsCut;
        new GridReading(draft, grid).Read();
    }

    /// <summary>A table is an evaluation where it names a project, or weighs and scores its indicators.</summary>
    private static bool IsEvaluation(EvaluationDraft draft) =>
        draft.Indicators.Count > 0 && (draft.IsNamed || draft.Indicators.Exists(static i => !i.Weight.IsBlank && !i.Score.IsBlank));

    /// <summary>So is one whose cells are known where it says, beside what was done, what for or with what: a form of a body names no project.</summary>
    private static bool TellsWhatWasDone(EvaluationDraft draft, Grid grid) =>
        grid.Evidence is Evidence.Drawn or Evidence.Declared && draft.Indicators.Exists(static i => !i.Actual.IsBlank)
        && (draft.Funds.Count > 0 || !draft[Field.YearGoal].IsBlank || draft.Title.Text.Contains("自评", StringComparison.Ordinal));
}
