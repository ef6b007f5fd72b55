using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Extract.Text;

namespace Extract.Cli.Evaluation.Grids;

/// <summary>A part of a table on one page: where, in points, origin top left.</summary>
internal sealed record TrueRegion(PagePlace Place);

/// <summary>A table as the competition's files state it.</summary>
internal sealed record TrueTable(IReadOnlyList<TrueRegion> Regions, IReadOnlyList<ScoredCell> Cells);

/// <summary>
/// Reads the ground truth of the ICDAR 2013 table competition: <c>-reg.xml</c> has a region's box in points from the page's lower left
/// corner, <c>-str.xml</c> the cells with first and last row and column.
/// </summary>
internal static class CompetitionTruth
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The tables of a document; regions and cells by the tables' order.</summary>
    /// <param name="regions">The -reg.xml; null where only the cells are known.</param>
    /// <param name="structure">The -str.xml.</param>
    /// <param name="heights">The height of a page in points.</param>
    public static List<TrueTable> Read(string? regions, string structure, Func<int, double> heights)
    {
        var cells = Tables(structure).Select(static table => table.Elements("region").SelectMany(Cells).ToList()).ToList();
        var places = Tables(regions ?? structure).Select(table => table.Elements("region").Select(region => new TrueRegion(Place(region, heights))).ToList()).ToList();
        return [.. cells.Select((own, i) => new TrueTable(i < places.Count ? places[i] : [], own))];
    }

    private static List<XElement> Tables(string path)
    {
        using var reader = XmlReader.Create(path, Safe);
        return [.. XDocument.Load(reader).Descendants("table")];
    }

    private static IEnumerable<ScoredCell> Cells(XElement region)
    {
        int row = Whole(region, "row-increment", 0), column = Whole(region, "col-increment", 0);
        foreach (var cell in region.Elements("cell"))
        {
            var (r, c) = (Whole(cell, "start-row", 0), Whole(cell, "start-col", 0));
            yield return new ScoredCell(
                row + r, row + Math.Max(r, Whole(cell, "end-row", r)), column + c, column + Math.Max(c, Whole(cell, "end-col", c)),
                CellRelations.Normalise((string?)cell.Element("content") ?? ""));
        }
    }

    /// <summary>A region's box; where it states none, what its cells cover.</summary>
    private static PagePlace Place(XElement region, Func<int, double> heights)
    {
        var page = Whole(region, "page", 1);
        var boxes = region.Elements("bounding-box").ToList();
        if (boxes.Count == 0) boxes = [.. region.Descendants("bounding-box")];
        double Edge(string name, Func<IEnumerable<double>, double> of) => of(boxes.Select(box => double.Parse((string)box.Attribute(name)!, CultureInfo.InvariantCulture)));
        var height = heights(page);
        return new PagePlace(
            page, Edge("x1", Enumerable.Min), height - Edge("y2", Enumerable.Max), Edge("x2", Enumerable.Max), height - Edge("y1", Enumerable.Min));
    }

    private static int Whole(XElement element, string name, int otherwise) =>
        int.TryParse((string?)element.Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
