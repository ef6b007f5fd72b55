using System.Text.Json;
using Extract.Text;

namespace Extract.Cli.Evaluation;

/// <summary>
/// Figures of sentences against the gold: one is found where number, unit and kind are the same and the quotes overlap. Where the gold
/// names headings of the document, only what stands under these counts for precision: a gold may be of a part.
/// </summary>
internal sealed class FigureScore
{
    /// <summary>Characters that two quotes of one figure share at least; fewer where a quote is shorter.</summary>
    private const int LeastOverlap = 6;

    public int Gold { get; private set; }

    public int Read { get; private set; }

    public int Found { get; private set; }

    public int ItemsAgree { get; private set; }

    public int YearsAgree { get; private set; }

    public List<Difference> Differences { get; } = [];

    public void Compare(JsonElement gold, JsonElement ours)
    {
        if (!gold.TryGetProperty("figures", out var figures)) return;
        var golds = figures.EnumerateArray().Select(f => Quoted.Of(f, "value")).ToArray();
        var read = InScope(golds, ours.GetProperty("figures").EnumerateArray().Select(f => Quoted.Of(f, "printed")).ToArray());
        Gold = golds.Length;
        Read = read.Length;
        var pairs =
            from g in Enumerable.Range(0, golds.Length)
            from r in Enumerable.Range(0, read.Length)
            where golds[g].SameNumber(read[r])
            let overlap = Overlap(golds[g].Quote, read[r].Quote)
            where overlap >= Math.Min(LeastOverlap, Math.Min(golds[g].Quote.Length, read[r].Quote.Length) / 2)
            orderby golds[g].Item == read[r].Item descending, overlap descending, g, r
            select (g, r);
        var (takenGold, takenRead) = (new int?[golds.Length], new bool[read.Length]);
        foreach (var (g, r) in pairs)
        {
            if (takenGold[g] is not null || takenRead[r]) continue;
            takenGold[g] = r;
            takenRead[r] = true;
            Pair(golds[g], read[r]);
        }
        for (var g = 0; g < golds.Length; g++)
            if (takenGold[g] is null) Differences.Add(new Difference("figures: missed", golds[g].ToString(), Nearest(golds[g], read, takenRead)));
        for (var r = 0; r < read.Length; r++)
            if (!takenRead[r]) Differences.Add(new Difference("figures: not in the gold", "", read[r].ToString()));
    }

    private void Pair(Quoted gold, Quoted read)
    {
        Found++;
        if (gold.Item == read.Item) ItemsAgree++;
        else Differences.Add(new Difference("figures: item", gold.Item, $"{read.Item}  ({read.Printed}{read.Unit})"));
        if (gold.Year == read.Year) YearsAgree++;
        else Differences.Add(new Difference("figures: year", $"{gold.Year}  {gold.Item}", $"{read.Year}  ({read.Printed}{read.Unit})"));
    }

    private static Quoted[] InScope(Quoted[] golds, Quoted[] read)
    {
        var headings = golds.Select(g => g.Headings[0]).ToHashSet(StringComparer.Ordinal);
        var known = read.SelectMany(r => r.Headings).ToHashSet(StringComparer.Ordinal);
        if (headings.Count(known.Contains) * 2 < headings.Count) return read;
        return [.. read.Where(r => r.Headings.Any(headings.Contains))];
    }

    private static string Nearest(Quoted gold, Quoted[] read, bool[] taken) => read
        .Where((r, i) => !taken[i] && r.Printed == gold.Printed && Overlap(gold.Quote, r.Quote) >= LeastOverlap).Select(r => r.ToString()).FirstOrDefault("");

    /// <summary>The length of the longest text both hold.</summary>
    private static int Overlap(string a, string b)
    {
        var best = 0;
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            for (var j = b.Length; j > 0; j--)
            {
                row[j] = b[j - 1] == c ? row[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
        }
        return best;
    }

    /// <summary>A figure as it is compared: characters folded, white space and grouping away; a sign is in the words of the sentence.</summary>
    private sealed record Quoted(string Printed, string Unit, string Kind, string Item, string Year, string Quote, string[] Headings, string Value)
    {
        public static Quoted Of(JsonElement figure, string number) => new(
            Key(figure, number).Replace(",", "", StringComparison.Ordinal).TrimStart('-', '+'),
            Key(figure, "unit"),
            Key(figure, "kind"),
            Key(figure, "item").Replace("(目标)", "", StringComparison.Ordinal),
            Key(figure, "year"),
            Key(figure, "quote"),
            (figure.TryGetProperty("section", out var section) ? section.GetString()! : "").Split('/').Select(Characters.Key).ToArray(),
            Key(figure, "value"));

        /// <summary>The same number: as printed, or, where one of the two wrote 2 for 两, by what it comes to.</summary>
        public bool SameNumber(Quoted other) =>
            Unit == other.Unit && Kind == other.Kind && (Printed == other.Printed || InWords(Printed) && Value == other.Printed || InWords(other.Printed) && other.Value == Printed);

        private static bool InWords(string printed) => printed.Length > 0 && !printed.Any(char.IsAsciiDigit);

        public override string ToString() => $"{Item} {Year} {Kind} {Printed}{Unit}  “{Quote}”";

        private static string Key(JsonElement figure, string name) => figure.TryGetProperty(name, out var value)
            ? Characters.Key(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "")
            : "";
    }
}
