using Extract.Checks;
using Extract.Records;

namespace Extract.Store;

/// <summary>What became of a file that was submitted.</summary>
public enum Outcome
{
    /// <summary>Its bytes were not known.</summary>
    New,

    /// <summary>Its bytes were known and read by the same version: nothing was written.</summary>
    Unchanged,

    /// <summary>The path held other bytes before, or another version had read these bytes: the old facts were replaced.</summary>
    Changed,

    /// <summary>It could not be read; an error row says why, and no facts are kept.</summary>
    Failed,

    /// <summary>It has no text layer; it is kept by name until it can be read.</summary>
    NeedsOcr,
}

/// <summary>Why a file could not be read.</summary>
/// <param name="Stage">Where: open, read, recognise, check.</param>
/// <param name="Code">A diagnostic's id, or "bug" for an exception of this program's own.</param>
/// <param name="Chinese">What a person should know, in one line.</param>
/// <param name="English">The same in English.</param>
public sealed record Failure(string Stage, string Code, string Chinese, string English);

/// <summary>One file handed to the store.</summary>
/// <param name="Path">Its full path: where the same file is looked for next time.</param>
/// <param name="File">Its name without the folder.</param>
/// <param name="ReaderVersion">What read it.</param>
public abstract record Submission(string Path, string File, string ReaderVersion);

/// <summary>A file that was read and checked.</summary>
public sealed record ReadSubmission(string Path, string File, string ReaderVersion, Disclosure Disclosure, Report Report)
    : Submission(Path, File, ReaderVersion);

/// <summary>A file that could not be read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="File">Its name without the folder.</param>
/// <param name="ReaderVersion">What tried to read it.</param>
/// <param name="Sha256">The digest of its bytes; null where even those could not be had.</param>
/// <param name="Format">Its format where that could be told; else empty.</param>
/// <param name="Failure">Why.</param>
public sealed record FailedSubmission(string Path, string File, string ReaderVersion, string? Sha256, string Format, Failure Failure)
    : Submission(Path, File, ReaderVersion);
