using Extract.Checks;
using Extract.Cli.Reading;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>What is said of one document after it was stored; the document itself is let go.</summary>
internal sealed record IngestEntry(string File, Outcome? Outcome)
{
    public string? Sha256 { get; init; }

    public DocumentFacts? About { get; init; }

    public int Tables { get; init; }

    public int Facts { get; init; }

    public int Figures { get; init; }

    public int SelfEvaluations { get; init; }

    public Coverage? Coverage { get; init; }

    /// <summary>True where a limit cut the reading.</summary>
    public bool IsCut { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>For a file that was left alone, what it is.</summary>
    public string What { get; init; } = "";

    public bool Failed => Outcome == Store.Outcome.Failed || IsCut;

    public static IngestEntry Of(Result result, Outcome? outcome) => result switch
    {
        ReadResult read => new IngestEntry(read.Found.Name, outcome)
        {
            Sha256 = read.Disclosure.Document.Sha256,
            About = read.Disclosure.About,
            Tables = read.Disclosure.Tables.Length,
            Facts = read.Disclosure.Facts.Length,
            Figures = read.Disclosure.Statements.Length,
            SelfEvaluations = read.Disclosure.SelfEvaluations.Length,
            Coverage = read.Report.Coverage,
            IsCut = read.Disclosure.AllDiagnostics().Any(d => d.Kind.Id == DiagnosticKinds.LimitReached.Id),
        },
        FailedResult failed => new IngestEntry(failed.Found.Name, outcome) { Sha256 = failed.Sha256, Failure = failed.Failure },
        KnownResult known => new IngestEntry(known.Found.Name, outcome) { Sha256 = known.Sha256 },
        SkippedResult skipped => new IngestEntry(skipped.Found.Name, outcome) { What = skipped.What },
        _ => throw new NotSupportedException(result.GetType().Name),
    };
}
