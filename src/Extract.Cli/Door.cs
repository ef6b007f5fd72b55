using Extract.Store;

namespace Extract.Cli;

/// <summary>The language of sentences.</summary>
internal enum Language
{
    Chinese,
    English,
}

/// <summary>
/// What a command may touch of the outside: the streams, what they are, the language, and the reading of documents. Data goes to
/// <see cref="Out"/>, everything else to <see cref="Error"/>.
/// </summary>
internal sealed class Door
{
    public required Stream In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Pipeline Pipeline { get; init; }

    /// <summary>The language of text for people.</summary>
    public Language Language { get; init; }

    /// <summary>The language of sentences inside machine formats: it does not depend on the environment, only on --lang.</summary>
    public Language DataLanguage { get; init; }

    /// <summary>Colours and truncation to a screen's width: only where a person is looking.</summary>
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public bool Colour { get; init; }

    /// <summary>Columns of the screen; no limit where the output is redirected.</summary>
    public int Width { get; init; } = int.MaxValue;

    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    public void Line(string text = "") => Out.Write(text + "\n");

    public void Trouble(string text) => Error.Write(Shown.Line(text) + "\n");

    /// <summary>Text in an ANSI colour where colours are wanted; the text alone elsewhere.</summary>
    public string Paint(string text, int colour) => Colour ? $"\u001b[{colour}m{text}\u001b[0m" : text;

    public string Cause(FindingSentences words) => Language == Language.Chinese ? words.CauseChinese : words.CauseEnglish;

    public string Says(FindingSentences words) => Language == Language.Chinese ? words.SaysChinese : words.SaysEnglish;
}
