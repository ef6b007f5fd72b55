using System.Collections.Immutable;
using System.Globalization;
using Extract.Checks;
using Extract.Cli.Reading;
using Extract.Diagnostics;
using Extract.Store;
using Extract.Text;

namespace Extract.Cli;

/// <summary>A finding with its sentences.</summary>
internal sealed record SaidFinding(Finding Finding, FindingSentences Words);

/// <summary>A diagnostic with its sentences filled in.</summary>
internal sealed record SaidDiagnostic(string Id, Severity Severity, string Chinese, string English, string? Place);

/// <summary>A document and what the checks found in it, read just now or taken from the store.</summary>
internal sealed record CheckedDocument(
    string File,
    string Sha256,
    string Format,
    string Kind,
    string Title,
    string Filer,
    string Region,
    int? FiscalYear,
    string Unit,
    int Sheets,
    string TextLayer,
    Coverage Coverage,
    ImmutableArray<SaidFinding> Findings,
    ImmutableArray<SaidDiagnostic> Diagnostics)
{
    /// <summary>The document's surfaces, to draw places on; none where it comes from the store.</summary>
    public IReadOnlyList<Sheet> Surfaces { get; init; } = [];

    /// <summary>The checks that had nothing in the document to apply to; unknown where it comes from the store.</summary>
    public ImmutableArray<string> Unapplied { get; init; } = [];

    /// <summary>True where a limit cut the reading: such a document never looks clean.</summary>
    public bool IsCut => Diagnostics.Any(d => d.Id == DiagnosticKinds.LimitReached.Id);

    public static CheckedDocument Of(ReadResult read, Pipeline pipeline)
    {
        var (document, about) = (read.Disclosure.Document, read.Disclosure.About);
        return new CheckedDocument(
            read.Found.Name, document.Sha256, Names.Of(document.Format), Names.Of(about.Kind), about.Title.Text, about.Filer.Text, about.Region,
            about.FiscalYear, about.Unit, document.Sheets.Count, Names.Of(document.TextLayer), read.Report.Coverage,
            [.. read.Report.Findings.Select(f => new SaidFinding(f, pipeline.Say(f)))],
            [.. read.Disclosure.AllDiagnostics().Select(Said)])
        {
            Surfaces = document.Sheets,
            Unapplied = read.Report.Unapplied,
        };
    }

    private static SaidDiagnostic Said(Diagnostic diagnostic)
    {
        var arguments = diagnostic.Arguments.ToArray<object>();
        return new SaidDiagnostic(
            diagnostic.Kind.Id,
            diagnostic.Kind.Severity,
            string.Format(CultureInfo.InvariantCulture, diagnostic.Kind.Chinese, arguments),
            string.Format(CultureInfo.InvariantCulture, diagnostic.Kind.English, arguments),
            PlaceJson.Text(diagnostic.Place));
    }
}
