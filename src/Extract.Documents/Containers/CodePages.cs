using System.Text;

namespace Extract.Documents.Containers;

/// <summary>Encodings by their Windows code page.</summary>
internal static class CodePages
{
    /// <summary>The encoding of a code page; Windows-1252 where it is not known.</summary>
    public static Encoding Of(int page)
    {
        var known = page switch
        {
            0x8001 => 1252,
            0x8000 => 10000,
            936 => 54936,
            1200 => 1200,
            _ => page,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? (known is 1200 or 65001 or 20127 ? Encoding.GetEncoding(known) : Western);
        }
        catch (Exception trouble) when (trouble is ArgumentException or NotSupportedException)
        {
            return Western;
        }
    }

    /// <summary>Windows-1252, what old Word writes in one byte a character.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
