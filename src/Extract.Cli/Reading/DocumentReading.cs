using System.Globalization;
using System.Security.Cryptography;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Documents;
using Extract.Records;
using Extract.Store;

namespace Extract.Cli.Reading;

/// <summary>What came of one file.</summary>
internal abstract record Result(Found Found);

/// <summary>It was read and checked.</summary>
internal sealed record ReadResult(Found Found, Disclosure Disclosure, Report Report) : Result(Found);

/// <summary>It could not be read.</summary>
internal sealed record FailedResult(Found Found, string? Sha256, Failure Failure) : Result(Found);

/// <summary>It is no document of a kind that is read, and nobody asked for it by name.</summary>
internal sealed record SkippedResult(Found Found, string What) : Result(Found);

/// <summary>Its bytes are known and were read by this version.</summary>
internal sealed record KnownResult(Found Found, string Sha256) : Result(Found);

/// <summary>One bad file costs one document: whatever happens inside the reading of a file becomes its result.</summary>
/// <param name="door">Where the reading happens.</param>
/// <param name="password">Opens locked files; the empty one is always tried.</param>
internal sealed class DocumentReading(Door door, string password = "")
{
    /// <summary>Plain text has no mark of its own: inside folders it is taken by these names only, so that notes and programs are left alone.</summary>
    private static readonly HashSet<string> TextNames = new(StringComparer.OrdinalIgnoreCase) { "", ".txt", ".text", ".md", ".csv", ".tsv" };

    /// <summary>Names under which documents are published: what they hold is read, or refused by name.</summary>
    private static readonly HashSet<string> DocumentNames = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".doc", ".docx", ".docm", ".dot", ".dotx", ".xls", ".xlsx", ".xlsm", ".xlt", ".xltx", ".wps", ".et", ".htm", ".html", ".mht", ".mhtml", ".rtf" };

    /// <summary>Reads, recognises and checks one file.</summary>
    /// <param name="found">The file.</param>
    /// <param name="isKnown">Answers whether bytes of this digest need no reading.</param>
    /// <param name="cancellation">Stops the run.</param>
    public Result Read(Found found, Func<string, bool>? isKnown, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            if (found.Path != "-" && new FileInfo(found.Path) is { Exists: true, Length: > Readers.MostBytes } file) return TooLarge(found, file.Length);
            bytes = found.Path == "-" ? ReadAll(door.In) : File.ReadAllBytes(found.Path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            return new FailedResult(found, null, Unopened(trouble));
        }
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (isKnown?.Invoke(sha256) == true) return new KnownResult(found, sha256);
        if (!found.Named && Skipped(found) is { } skipped && !LooksLikeDocument(bytes)) return new SkippedResult(found, skipped);
        return Read(found, bytes, sha256, cancellation);
    }

    private Result Read(Found found, byte[] bytes, string sha256, CancellationToken cancellation)
    {
        var stage = "read";
        try
        {
            var document = TimeLimit.Run(TimeLimit.ForBytes(bytes.Length), token => door.Pipeline.Open(found.Name, bytes, password, token), cancellation);
            if (document.Sheets.Count == 0 && document.Diagnostics.FirstOrDefault(d => d.Kind.Severity == Severity.Error) is { } refused)
                return Refused(found, sha256, refused);
            stage = "recognise";
            var limit = TimeLimit.ForPages(document.Sheets.Count);
            var disclosure = TimeLimit.Run(limit, token => door.Pipeline.Read(document, token), cancellation);
            stage = "check";
            var report = TimeLimit.Run(limit, _ => door.Pipeline.Check(disclosure), cancellation);
            return new ReadResult(found, disclosure, report);
        }
        catch (TimeLimitException late)
        {
            var seconds = late.Limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return new FailedResult(found, sha256, new Failure(stage, DiagnosticKinds.LimitReached.Id, $"超过时限 {seconds} 秒", $"time limit of {seconds} s passed"));
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // No input may end the run; the exception is a bug of this program and is recorded as one.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            var what = Shown.Line($"{bug.GetType().Name}: {bug.Message}");
            return new FailedResult(found, sha256, new Failure(stage, "bug", $"程序缺陷：{what}", $"a bug: {what}"));
        }
    }

    private static Result Refused(Found found, string sha256, Diagnostic why)
    {
        if (!found.Named && why.Kind.Id == DiagnosticKinds.NotReadable.Id && Skipped(found) is not null)
            return new SkippedResult(found, why.Arguments[0]);
        var arguments = why.Arguments.ToArray<object>();
        return new FailedResult(found, sha256, new Failure(
            "read", why.Kind.Id, string.Format(CultureInfo.InvariantCulture, why.Kind.Chinese, arguments), string.Format(CultureInfo.InvariantCulture, why.Kind.English, arguments)));
    }

    /// <summary>A file of a folder whose name is none of a text: what it is called is all that is said of it, unless its content is a known format.</summary>
    private static string? Skipped(Found found)
    {
        // By convention a README speaks of the folder it stands in.
        if (Path.GetFileNameWithoutExtension(found.Path) == "README") return "README";
        var extension = Path.GetExtension(found.Path);
        return TextNames.Contains(extension) || DocumentNames.Contains(extension) ? null : extension;
    }

    /// <summary>Formats that begin with marks of their own: PDF, ZIP (Office Open XML), OLE2 (doc, xls).</summary>
    private static bool LooksLikeDocument(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static FailedResult TooLarge(Found found, long length) => new(found, null, new Failure(
        "open", DiagnosticKinds.LimitReached.Id, $"文件 {length} 字节，超过上限 {Readers.MostBytes} 字节", $"{length} bytes, more than the limit of {Readers.MostBytes}"));

    private static Failure Unopened(Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => new Failure("open", "missing", "文件不存在", "no such file"),
        UnauthorizedAccessException => new Failure("open", "denied", "没有读取权限", "no permission to read it"),
        _ => new Failure("open", "unreadable", $"无法读取：{trouble.Message}", $"cannot be read: {trouble.Message}"),
    };

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int n; (n = stream.Read(buffer)) > 0 && all.Length <= Readers.MostBytes;) all.Write(buffer, 0, n);
        return all.ToArray();
    }
}
