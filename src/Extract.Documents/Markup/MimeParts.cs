using System.Text;
using System.Text.RegularExpressions;

namespace Extract.Documents.Markup;

/// <summary>A part of a web archive.</summary>
/// <param name="IsHtml">True for a page.</param>
/// <param name="Charset">The encoding its header names; null for none.</param>
/// <param name="Location">The name it has among the parts.</param>
/// <param name="Body">Its bytes, decoded.</param>
internal sealed record MimePart(bool IsHtml, string? Charset, string Location, ReadOnlyMemory<byte> Body);

/// <summary>The parts of a MIME message (RFC 2045 to 2047, as far as Office writes them).</summary>
internal static partial class MimeParts
{
    private const int MostParts = 2_000;

    /// <summary>The parts in order.</summary>
    public static IEnumerable<MimePart> Of(ReadOnlyMemory<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 16_384)]);
        if (Boundary().Match(head) is not { Success: true } found) yield break;
        var mark = Encoding.Latin1.GetBytes("--" + (found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value));
        var at = Next(bytes.Span, mark, 0);
        for (var parts = 0; at >= 0 && parts < MostParts; parts++)
        {
            var next = Next(bytes.Span, mark, at + mark.Length);
            var part = bytes[(at + mark.Length)..(next < 0 ? bytes.Length : next)];
            if (part.Span.StartsWith("--"u8)) yield break;
            if (Read(part) is { } read) yield return read;
            at = next;
        }
    }

    private static int Next(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark, int from)
    {
        if (from >= bytes.Length) return -1;
        var found = bytes[from..].IndexOf(mark);
        return found < 0 ? -1 : from + found;
    }

    private static MimePart? Read(ReadOnlyMemory<byte> part)
    {
        var span = part.Span;
        var end = span.IndexOf("\r\n\r\n"u8);
        var gap = 4;
        if (end < 0) (end, gap) = (span.IndexOf("\n\n"u8), 2);
        if (end < 0 || end > 16_384) return null;
        var head = Encoding.Latin1.GetString(span[..end]);
        var body = part[(end + gap)..];
        var coding = Coding().Match(head).Groups[1].Value.ToLowerInvariant();
        return new MimePart(
            head.Contains("text/html", StringComparison.OrdinalIgnoreCase),
            Charset().Match(head) is { Success: true } charset ? charset.Groups[1].Value : null,
            Location().Match(head).Groups[1].Value.Trim(),
            !head.Contains("text/html", StringComparison.OrdinalIgnoreCase) ? default : coding == "quoted-printable" ? Quoted(body.Span) : coding == "base64" ? Base64(body.Span) : body);
    }

    /// <summary>=3D is a byte by its number; = at a line's end breaks nothing.</summary>
    private static byte[] Quoted(ReadOnlySpan<byte> body)
    {
        var result = new byte[body.Length];
        var length = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                result[length++] = body[i];
                continue;
            }
            if (i + 2 < body.Length && Uri.IsHexDigit((char)body[i + 1]) && Uri.IsHexDigit((char)body[i + 2]))
            {
                result[length++] = (byte)(Uri.FromHex((char)body[i + 1]) * 16 + Uri.FromHex((char)body[i + 2]));
                i += 2;
            }
            else
            {
                while (i + 1 < body.Length && body[i + 1] is (byte)' ' or (byte)'\r') i++;
                if (i + 1 < body.Length && body[i + 1] == '\n') i++;
            }
        }
        return result[..length];
    }

    private static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder(body.Length);
        foreach (var b in body)
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/') text.Append((char)b);
        text.Length -= text.Length % 4 == 1 ? 1 : 0;
        return Convert.FromBase64String(text.ToString().PadRight((text.Length + 3) / 4 * 4, '='));
    }

    [GeneratedRegex(@"boundary\s*=\s*(?:""([^""]{1,200})""|([^\s;]{1,200}))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"Content-Transfer-Encoding:\s*([A-Za-z0-9\-]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Coding();

    [GeneratedRegex(@"charset\s*=\s*[""']?([A-Za-z0-9_\-]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex(@"Content-Location:\s*([^\r\n]*)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Location();
}
