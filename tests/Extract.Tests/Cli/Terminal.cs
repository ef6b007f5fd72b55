using System.Text;
using Extract.Cli;
using Extract.Documents;
using Extract.Tests.Store;

namespace Extract.Tests.Cli;

/// <summary>One run of the command line inside the test: what it wrote and how it ended.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    /// <summary>Reads as the tests draw: text that says "bug" makes the reading throw.</summary>
    public static Pipeline Drawing { get; } = new(
        "1",
        Readers.Open,
        (document, cancellation) =>
        {
            var text = string.Concat(document.Sheets.SelectMany(s => s.Runs).Select(r => r.Text));
            if (text.Contains("bug", StringComparison.Ordinal)) throw new InvalidOperationException("drawn to fail");
            return Drawn.Disclosure(text) with { Document = document };
        },
        Drawn.Report,
        Drawn.Sentences,
        []);

    public static Run Of(params string[] args) => With(Drawing, "", args);

    public static Run With(Pipeline pipeline, string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var asked = CommandLine.LanguageAsked(args);
        var door = new Door
        {
            In = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Out = output,
            Error = error,
            Pipeline = pipeline,
            Language = asked ?? Language.Chinese,
            DataLanguage = asked ?? Language.Chinese,
        };
        var code = CommandLine.RunAsync(args, door, CancellationToken.None).GetAwaiter().GetResult();
        return new Run(code, output.ToString(), error.ToString());
    }

}
