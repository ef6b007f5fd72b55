using System.Text;

namespace Extract.Documents.Word.Doc;

/// <summary>Automatic numbers (MS-DOC 2.9.150 LSTF, 2.9.131 LFO, 2.9.148 LVLF): lists, and the uses that paragraphs name.</summary>
internal sealed class DocLists
{
    private const int MostLists = 10_000;

    private readonly Dictionary<long, ListLevel[]> lists = [];
    private readonly List<(long List, Dictionary<int, int> Starts)> uses = [];
    private readonly Dictionary<long, ListCounter> counters = [];
    private readonly HashSet<int> started = [];

    private DocLists()
    {
    }

    /// <summary>Reads the lists and their uses.</summary>
    public static DocLists Read(Slab table, (long At, long Length) lists, (long At, long Length) uses)
    {
        var result = new DocLists();
        if (lists.Length > 0) result.ReadLists(table, lists.At);
        if (uses.Length > 0) result.ReadUses(new Slab(table.Part(uses.At, uses.Length)));
        return result;
    }

    /// <summary>The number of the next paragraph of a use (from 1) at a level.</summary>
    public string Next(int use, int level)
    {
        if (use > uses.Count || level is < 0 or > 8) return "";
        var (list, starts) = uses[use - 1];
        if (!lists.TryGetValue(list, out var levels) || level >= levels.Length) return "";
        if (!counters.TryGetValue(list, out var counter)) counters[list] = counter = new ListCounter();
        if (started.Add(use))
            foreach (var (restarted, start) in starts) counter.Restart(restarted, start);
        return counter.Next(level, k => k < levels.Length ? levels[k] : null);
    }

    /// <summary>The levels stand behind the lists, list by list, and are not counted in the lists' length.</summary>
    private void ReadLists(Slab table, long at)
    {
        var count = Math.Min(table.Word(at), MostLists);
        var levelAt = at + 2 + count * 28L;
        for (var i = 0; i < count && levelAt < table.Length; i++)
        {
            var entry = at + 2 + i * 28L;
            var simple = (table.Byte(entry + 26) & 1) != 0;
            var levels = new ListLevel[simple ? 1 : 9];
            for (var k = 0; k < levels.Length; k++) levels[k] = Level(table, ref levelAt);
            lists[table.Long(entry)] = levels;
        }
    }

    private static ListLevel Level(Slab table, ref long at)
    {
        var (start, format, flags, follow) = (table.Long(at), table.Byte(at + 4), table.Byte(at + 5), table.Byte(at + 15));
        var (character, paragraph) = (table.Byte(at + 24), table.Byte(at + 25));
        at += 28 + character + paragraph;
        var length = table.Word(at);
        var text = new StringBuilder();
        for (var i = 0; i < length && i < 64; i++)
        {
            var c = (char)table.Word(at + 2 + i * 2L);
            // A character below nine stands for the number of that level.
            if (c < 9) text.Append('%').Append((char)('1' + c));
            else text.Append(c);
        }
        at += 2 + length * 2L;
        return new ListLevel
        {
            Start = (int)Math.Min(start, 32_767),
            Format = Form(format),
            Text = text.ToString(),
            IsLegal = (flags & 4) != 0,
            Suffix = follow == 2 ? "nothing" : "space",
        };
    }

    private void ReadUses(Slab bytes)
    {
        var count = (int)Math.Min(bytes.Long(0), MostLists);
        long dataAt = 4 + count * 16L;
        for (var i = 0; i < count && 4 + i * 16L < bytes.Length; i++)
        {
            var entry = 4 + i * 16L;
            var starts = new Dictionary<int, int>();
            var overrides = bytes.Byte(entry + 12);
            dataAt += 4;
            for (var k = 0; k < overrides && dataAt < bytes.Length; k++)
            {
                var flags = bytes.Long(dataAt + 4);
                if ((flags & 0x10) != 0) starts[(int)(flags & 0xF)] = (int)Math.Min(bytes.Long(dataAt), 32_767);
                dataAt += 8;
                if ((flags & 0x20) == 0) continue;
                var level = Level(bytes, ref dataAt);
                if ((flags & 0x10) != 0) starts[(int)(flags & 0xF)] = level.Start;
            }
            uses.Add((bytes.Long(entry), starts));
        }
    }

    /// <summary>Forms of numbers (MS-OSHARED 2.2.1.3 MSONFC).</summary>
    private static string Form(int code) => code switch
    {
        0 => "decimal",
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        5 => "ordinal",
        10 or 11 => "japaneseCounting",
        14 or 19 => "decimalFullWidth",
        17 => "ideographDigital",
        18 => "decimalEnclosedCircle",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        28 => "decimalEnclosedCircleChinese",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 => "ideographZodiac",
        33 => "taiwaneseCounting",
        34 => "ideographLegalTraditional",
        35 => "taiwaneseCountingThousand",
        37 => "chineseCounting",
        38 => "chineseLegalSimplified",
        39 => "chineseCountingThousand",
        255 => "none",
        _ => "decimal",
    };
}
