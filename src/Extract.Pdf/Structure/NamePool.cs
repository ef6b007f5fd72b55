using System.Text;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>The names of one file, each as one string, found again from its bytes without making another.</summary>
internal sealed class NamePool
{
    /// <summary>A hostile file may invent a name a line; past this many, names are no longer kept.</summary>
    private const int Most = 1 << 16;

    private int[] slots = new int[512];
    private readonly List<(byte[] Bytes, PdfName Text)> names = [];

    /// <summary>The name written so (number signs not yet resolved).</summary>
    public PdfName this[ReadOnlySpan<byte> written]
    {
        get
        {
            var mask = slots.Length - 1;
            var at = Hash(written) & mask;
            for (; slots[at] != 0; at = (at + 1) & mask)
            {
                var (bytes, text) = names[slots[at] - 1];
                if (written.SequenceEqual(bytes)) return text;
            }
            var made = new PdfName(Unescape(written));
            if (names.Count >= Most) return made;
            names.Add((written.ToArray(), made));
            slots[at] = names.Count;
            if (names.Count * 2 > slots.Length) Widen();
            return made;
        }
    }

    private void Widen()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var i = 0; i < names.Count; i++)
        {
            var at = Hash(names[i].Bytes) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = i + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var b in bytes) hash = (hash ^ b) * 16777619u;
            return (int)(hash ^ (hash >> 15)) & int.MaxValue;
        }
    }

    /// <summary>#xx is the byte xx (7.3.5); a number sign without two digits stands for itself.</summary>
    private static string Unescape(ReadOnlySpan<byte> written)
    {
        if (!written.Contains((byte)'#')) return Encoding.Latin1.GetString(written);
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length && ByteClass.Hex(written[i + 1]) is >= 0 and var high && ByteClass.Hex(written[i + 2]) is >= 0 and var low)
            {
                text.Append((char)(high * 16 + low));
                i += 2;
            }
            else
            {
                text.Append((char)written[i]);
            }
        }
        return text.ToString();
    }
}
