using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// Divides a document into regions. Rules are the strongest evidence and come first; a form is known by its project's name and the head of
/// its indicators; what white space alone divides is told apart by the tables it gives; the rest is running text.
/// </summary>
internal static class Regions
{
    /// <summary>The regions in reading order. A form's region reaches to the next form: what the form does not take is divided again.</summary>
    public static List<Region> Of(Document document)
    {
        var lines = Flow.Of(document);
        var rules = document.Sheets.ToDictionary(static sheet => sheet.Number, static sheet => sheet.Rules);
        var forms = FormStarts.Of(lines);
        var regions = new List<Region>();
        var at = 0;
        foreach (var (start, titles, end) in forms)
        {
            Divide(lines.GetRange(at, start - at), rules, regions);
            regions.Add(new Region(RegionKind.Form, lines.GetRange(start, end - start), [], titles));
            at = end;
        }
        Divide(lines.GetRange(at, lines.Count - at), rules, regions);
        return regions;
    }

    /// <summary>The lines a form left over, divided.</summary>
    public static List<Region> Divide(IReadOnlyList<FlowLine> lines)
    {
        var regions = new List<Region>();
        Divide([.. lines], [], regions);
        return regions;
    }

    private static void Divide(List<FlowLine> lines, Dictionary<int, IReadOnlyList<Rule>> rules, List<Region> regions)
    {
        var at = 0;
        while (at < lines.Count)
        {
            var end = at;
            if (lines[at].Kind == LineKind.Ruled)
            {
                while (end < lines.Count && lines[end].Kind == LineKind.Ruled && lines[end].Sheet == lines[at].Sheet && lines[end].Top - lines[at].Top == end - at) end++;
                var bottom = lines[end - 1].Top + 1;
                var own = rules.GetValueOrDefault(lines[at].Sheet, []).Where(rule => Inside(rule, lines[at].Top, bottom)).ToList();
                regions.Add(new Region(RegionKind.Ruled, lines.GetRange(at, end - at), own, 0));
            }
            else
            {
                while (end < lines.Count && lines[end].Kind == lines[at].Kind) end++;
                regions.Add(new Region(lines[at].Kind == LineKind.Free ? RegionKind.Spaced : RegionKind.Prose, lines.GetRange(at, end - at), [], 0));
            }
            at = end;
        }
    }

    private static bool Inside(Rule rule, double top, double bottom) =>
        rule.Vertical ? rule.From >= top - 0.01 && rule.To <= bottom + 0.01 : rule.At >= top - 0.01 && rule.At <= bottom + 0.01;
}
