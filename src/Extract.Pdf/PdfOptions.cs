namespace Extract.Pdf;

/// <summary>What a reading may cost, and the password if one is known.</summary>
public sealed record PdfOptions
{
    /// <summary>Tried as the user's and as the owner's password behind the empty one.</summary>
    public string Password { get; init; } = "";

    /// <summary>The most bytes one stream may decode to.</summary>
    public int MostStreamBytes { get; init; } = 256 << 20;

    /// <summary>The most bytes all streams of the document may decode to.</summary>
    public long MostDecodedBytes { get; init; } = 1L << 30;

    /// <summary>The most pages read.</summary>
    public int MostPages { get; init; } = 20_000;

    /// <summary>The most glyphs, rules, fills and images one page may show.</summary>
    public int MostMarks { get; init; } = 2_000_000;
}

/// <summary>What kind of trouble a PDF made.</summary>
public enum PdfTroubleKind
{
    /// <summary>There is no PDF in the bytes: no object, no page.</summary>
    NotPdf,

    /// <summary>It is encrypted and the password is not known.</summary>
    PasswordNeeded,

    /// <summary>It is encrypted in a way that is not of the standard.</summary>
    UnknownSecurity,

    /// <summary>Its cross-reference is missing or wrong; objects were found by scanning.</summary>
    Rebuilt,

    /// <summary>A stream is damaged; what could be saved was read.</summary>
    DamagedStream,

    /// <summary>A page, or the whole file, made the reader itself fail; what it had of it was kept.</summary>
    Unreadable,

    /// <summary>A limit was reached; what follows was not read.</summary>
    LimitReached,

    /// <summary>It asks to run a program or script, or carries files; none of it is done.</summary>
    ActiveContent,
}

/// <summary>Trouble met while reading.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Detail">What exactly, in figures or names of the format; never a sentence.</param>
/// <param name="Page">The page, from 1; 0 where it concerns the file.</param>
public sealed record PdfTrouble(PdfTroubleKind Kind, string Detail, int Page);
