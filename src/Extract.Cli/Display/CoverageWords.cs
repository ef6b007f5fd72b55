using Extract.Checks;

namespace Extract.Cli;

/// <summary>The first line of every report: how many checks ran, and what came of them. Passed and not run never look alike.</summary>
internal static class CoverageWords
{
    public static string In(this Coverage coverage, Door door) => door.Say(
        $"核对 {coverage.Run} 项：成立 {coverage.Held}，舍入内成立 {coverage.HeldWithinRounding}，不成立 {coverage.Failed}，无法核对 {coverage.CannotRun}",
        $"{coverage.Run} checks: {coverage.Held} held, {coverage.HeldWithinRounding} within rounding, {coverage.Failed} failed, {coverage.CannotRun} could not run");

    public static Coverage Sum(IEnumerable<Coverage> all) => all.Aggregate(
        new Coverage(0, 0, 0, 0, 0),
        (a, b) => new Coverage(a.Run + b.Run, a.Held + b.Held, a.HeldWithinRounding + b.HeldWithinRounding, a.Failed + b.Failed, a.CannotRun + b.CannotRun));
}
