extern alias OpenXml;

using System.Globalization;
using System.Xml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using Extract.Documents.Containers;

namespace Extract.Documents.Word.Docx;

/// <summary>Automatic numbers (§17.9): the text a word processor prints before a paragraph of a list and the file does not hold.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, Dictionary<int, ListLevel>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string List, Dictionary<int, ListLevel> Own, Dictionary<int, int> Starts)> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Base, string? Number, int? Level)> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListCounter> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> started = new(StringComparer.Ordinal);
    private string? defaultStyle;

    /// <summary>Reads the lists and the styles that use them.</summary>
    public static Numbering Read(MainDocumentPart main)
    {
        var numbering = new Numbering();
        if (main.NumberingDefinitionsPart is { } definitions) Each(definitions, numbering.Definition);
        if (main.StyleDefinitionsPart is { } styles) Each(styles, numbering.Style);
        return numbering;
    }

    /// <summary>The number of the next paragraph of that style and list, with a space behind it; empty where it has none.</summary>
    public string Next(string? style, string? number, string? level)
    {
        var (styleNumber, styleLevel) = OfStyle(style ?? defaultStyle);
        number ??= styleNumber;
        if (number is null or "0" || !numbers.TryGetValue(number, out var list)) return "";
        var at = level is not null && int.TryParse(level, CultureInfo.InvariantCulture, out var given) ? given : styleLevel ?? LevelOfStyle(list.List, style) ?? 0;
        if (at is < 0 or > 8 || LevelsOf(list.List) is not { } levels) return "";
        if (!counters.TryGetValue(list.List, out var counter)) counters[list.List] = counter = new ListCounter();
        if (started.Add(number))
            foreach (var (restarted, start) in list.Starts) counter.Restart(restarted, start);
        return counter.Next(at, k => list.Own.GetValueOrDefault(k) ?? levels.GetValueOrDefault(k));
    }

    private Dictionary<int, ListLevel>? LevelsOf(string list)
    {
        if (lists.TryGetValue(list, out var levels) && levels.Count > 0) return levels;
        // A list may be only the name of a style that has another list.
        return links.TryGetValue(list, out var style) && styles.TryGetValue(style, out var linked) && linked.Number is { } number
            && numbers.TryGetValue(number, out var target) && lists.TryGetValue(target.List, out levels) ? levels : null;
    }

    private int? LevelOfStyle(string list, string? style)
    {
        if (style is null || LevelsOf(list) is not { } levels) return null;
        foreach (var (k, level) in levels)
            if (level.Style == style) return k;
        return null;
    }

    private (string? Number, int? Level) OfStyle(string? style)
    {
        int? level = null;
        for (var steps = 0; style is not null && steps < 20 && styles.TryGetValue(style, out var found); steps++)
        {
            level ??= found.Level;
            if (found.Number is not null) return (found.Number, level);
            style = found.Base;
        }
        return (null, null);
    }

    private static void Each(OpenXmlPart part, Action<XmlReader> read)
    {
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() == XmlNodeType.Element) PartXml.Children(reader, read);
    }

    private void Style(XmlReader reader)
    {
        if (reader.LocalName != "style" || PartXml.Attribute(reader, "type") is not (null or "paragraph" or "numbering") || PartXml.Attribute(reader, "styleId") is not { } id) return;
        if (PartXml.Attribute(reader, "default") is "1" or "true" && PartXml.Attribute(reader, "type") is null or "paragraph") defaultStyle = id;
        string? basis = null, number = null;
        int? level = null;
        PartXml.Children(reader, child =>
        {
            if (child.LocalName == "basedOn") basis = PartXml.Attribute(child, "val");
            if (child.LocalName != "pPr") return;
            PartXml.Children(child, property =>
            {
                if (property.LocalName != "numPr") return;
                PartXml.Children(property, part =>
                {
                    if (part.LocalName == "numId") number = PartXml.Attribute(part, "val");
                    else if (part.LocalName == "ilvl") level = Number(part);
                });
            });
        });
        styles[id] = (basis, number, level);
    }

    private void Definition(XmlReader reader)
    {
        if (reader.LocalName == "abstractNum" && PartXml.Attribute(reader, "abstractNumId") is { } id)
        {
            var levels = lists[id] = [];
            PartXml.Children(reader, child =>
            {
                if (child.LocalName == "lvl") Level(child, levels);
                else if (child.LocalName == "numStyleLink" && PartXml.Attribute(child, "val") is { } style) links[id] = style;
            });
        }
        else if (reader.LocalName == "num" && PartXml.Attribute(reader, "numId") is { } number)
        {
            var list = "";
            Dictionary<int, ListLevel> own = [];
            Dictionary<int, int> starts = [];
            PartXml.Children(reader, child =>
            {
                if (child.LocalName == "abstractNumId") list = PartXml.Attribute(child, "val") ?? "";
                if (child.LocalName != "lvlOverride" || !int.TryParse(PartXml.Attribute(child, "ilvl"), CultureInfo.InvariantCulture, out var k)) return;
                PartXml.Children(child, part =>
                {
                    if (part.LocalName == "startOverride") starts[k] = Number(part);
                    else if (part.LocalName == "lvl") Level(part, own);
                });
            });
            numbers[number] = (list, own, starts);
        }
    }

    private static void Level(XmlReader reader, Dictionary<int, ListLevel> levels)
    {
        if (!int.TryParse(PartXml.Attribute(reader, "ilvl"), CultureInfo.InvariantCulture, out var k)) return;
        var level = new ListLevel();
        PartXml.Children(reader, child =>
        {
            switch (child.LocalName)
            {
                case "start": level = level with { Start = Number(child) }; break;
                case "numFmt": level = level with { Format = PartXml.Attribute(child, "val") ?? "decimal" }; break;
                case "lvlText": level = level with { Text = PartXml.Attribute(child, "val") ?? "" }; break;
                case "isLgl": level = level with { IsLegal = PartXml.IsOn(child) }; break;
                case "suff": level = level with { Suffix = PartXml.Attribute(child, "val") ?? "tab" }; break;
                case "lvlRestart": level = level with { Restart = Number(child) }; break;
                case "pStyle": level = level with { Style = PartXml.Attribute(child, "val") }; break;
            }
        });
        levels[k] = level;
    }

    private static int Number(XmlReader reader) =>
        int.TryParse(PartXml.Attribute(reader, "val"), CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 0, 32_767) : 0;
}
