using System.Text;

namespace Extract.Documents.Excel.Xls;

/// <summary>Reads texts over the records they are cut into (MS-XLS 2.5.293, 2.5.294): behind each cut a byte says how wide the characters go on.</summary>
internal sealed class BiffText(List<ReadOnlyMemory<byte>> parts)
{
    private int part;
    private int at;

    /// <summary>True where there is nothing left.</summary>
    public bool AtEnd
    {
        get
        {
            while (part < parts.Count && at >= parts[part].Length) (part, at) = (part + 1, 0);
            return part >= parts.Count;
        }
    }

    /// <summary>A byte; 0 at the end.</summary>
    public int Byte() => AtEnd ? 0 : parts[part].Span[at++];

    /// <summary>Two bytes as a number.</summary>
    public int Word() => Byte() | Byte() << 8;

    /// <summary>Four bytes as a number.</summary>
    public long Long() => Word() + 65_536L * Word();

    /// <summary>Passes bytes over.</summary>
    public void Skip(long count)
    {
        for (; count > 0 && !AtEnd;)
        {
            var step = (int)Math.Min(count, parts[part].Length - at);
            at += step;
            count -= step;
        }
    }

    /// <summary>A text with its length in two bytes, its options, and what formats it behind it.</summary>
    public string Rich()
    {
        var length = Word();
        var options = Byte();
        var runs = (options & 8) != 0 ? Word() : 0;
        var phonetic = (options & 4) != 0 ? Long() : 0;
        var text = Characters(length, (options & 1) != 0);
        Skip(runs * 4L + phonetic);
        return text;
    }

    /// <summary>Characters, one or two bytes each.</summary>
    public string Characters(int length, bool wide)
    {
        var text = new StringBuilder(Math.Min(length, 4096));
        while (text.Length < length && !AtEnd)
        {
            // Where a record ends inside the characters, the next begins with their width.
            if (at == 0 && part > 0 && text.Length > 0) wide = (Byte() & 1) != 0;
            if (AtEnd) break;
            var span = parts[part].Span;
            if (wide && at + 1 < span.Length)
            {
                text.Append((char)(span[at] | span[at + 1] << 8));
                at += 2;
            }
            else
            {
                if (!wide) text.Append((char)span[at]);
                at++;
            }
        }
        return text.ToString();
    }
}
