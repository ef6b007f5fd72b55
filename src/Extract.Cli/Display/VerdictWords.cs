using Extract.Checks;
using Extract.Diagnostics;

namespace Extract.Cli.Display;

/// <summary>What comes of a document in one line: 通过, 有疑点 or 未能核对. A document of which nothing could be checked never passes.</summary>
internal static class VerdictWords
{
    /// <summary>The verdict as a class of the page's style.</summary>
    public static string ClassOf(CheckedDocument document)
    {
        if (document.Findings.Any(static said => said.Finding is { Verdict: Verdict.Fails, Severity: not Severity.Note })) return "doubtful";
        return document.Coverage.Held + document.Coverage.HeldWithinRounding == 0 || document.IsCut ? "unchecked" : "passed";
    }

    public static string Of(CheckedDocument document, Door door)
    {
        int Count(Severity severity) => document.Findings.Count(said => said.Finding.Verdict == Verdict.Fails && said.Finding.Severity == severity);
        var (errors, warnings, notes) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note));
        var (coverage, cannot) = (document.Coverage, document.Coverage.CannotRun);
        if (errors + warnings > 0)
            return door.Say($"结论：有疑点（错误 {errors}，警告 {warnings}，提示 {notes}；无法核对 {cannot}）", $"verdict: doubtful ({errors} errors, {warnings} warnings, {notes} notes; {cannot} could not run)");
        if (coverage.Held + coverage.HeldWithinRounding == 0 || document.IsCut)
            return door.Say($"结论：未能核对（{cannot} 项无法核对）", $"verdict: not checked ({cannot} could not run)");
        return door.Say($"结论：通过（成立 {coverage.Held}，舍入内成立 {coverage.HeldWithinRounding}，提示 {notes}；无法核对 {cannot}）", $"verdict: passed ({coverage.Held} held, {coverage.HeldWithinRounding} within rounding, {notes} notes; {cannot} could not run)");
    }
}
