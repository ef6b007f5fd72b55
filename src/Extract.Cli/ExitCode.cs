namespace Extract.Cli;

/// <summary>How a run ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Finished, but some document failed, was refused or timed out; each is recorded.</summary>
    public const int SomeFailed = 1;

    public const int Usage = 2;

    public const int NothingProcessed = 3;

    /// <summary>A finding at or above --fail-on.</summary>
    public const int Findings = 4;

    /// <summary>Store or environment unusable.</summary>
    public const int Unusable = 5;

    public const int Bug = 70;

    public const int Interrupted = 130;

    public const int Terminated = 143;
}
