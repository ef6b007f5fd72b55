using System.Globalization;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>A page before it is read: its dictionary, and what it inherits (ISO 32000-2, 7.7.3.4).</summary>
internal sealed record PageNode(int Number, PdfDictionary Dictionary, PdfDictionary? Resources, PdfObject MediaBox, PdfObject CropBox, int Rotate);

/// <summary>Walks the page tree in order, one page at a time, with guards against cycles and depth.</summary>
internal sealed class PageTree(PdfFile file)
{
    private const int Deepest = 256;

    /// <summary>True where the trailer leads to something that looks like a page tree.</summary>
    public static bool Looks(PdfDictionary trailer) =>
        trailer.Dictionary("Root")?.Dictionary("Pages") is { } pages && (pages.Array("Kids") is not null || pages.NameOf("Type") == "Page");

    /// <summary>How many pages the tree says it has.</summary>
    public int Promised => Math.Max(0, file.Trailer.Dictionary("Root")?.Dictionary("Pages")?["Count"].Integer() ?? 0);

    /// <summary>The pages; where the tree leads to none, every page object of the file in the order of numbers.</summary>
    public IEnumerable<PageNode> Pages()
    {
        var number = 0;
        foreach (var page in Walk())
        {
            if (number >= file.Options.MostPages)
            {
                file.Troubles.Add(PdfTroubleKind.LimitReached, string.Create(CultureInfo.InvariantCulture, $"pages {file.Options.MostPages}"));
                yield break;
            }
            yield return page with { Number = ++number };
        }
        if (number > 0) yield break;
        file.Rebuild();
        foreach (var page in Walk()) yield return page with { Number = ++number };
        if (number > 0) yield break;
        foreach (var candidate in file.Numbers)
            if (number < file.Options.MostPages && file.Load(candidate) is PdfDictionary lone && lone.NameOf("Type") == "Page")
                yield return Inherit(new Level(null, PdfNull.Instance, PdfNull.Instance, PdfNull.Instance), lone).Page(lone) with { Number = ++number };
    }

    private IEnumerable<PageNode> Walk()
    {
        if (file.Trailer.Dictionary("Root")?.Written("Pages") is not { } root) yield break;
        var seen = new HashSet<int>();
        var open = new Stack<(PdfArray Kids, int Next, Level Level)>();
        var none = new Level(null, PdfNull.Instance, PdfNull.Instance, PdfNull.Instance);
        var written = root;
        var level = none;
        while (true)
        {
            if (Enter(written, seen) is { } node)
            {
                var inner = Inherit(level, node);
                if (node.Array("Kids") is not { } kids || node.NameOf("Type") == "Page") yield return inner.Page(node);
                else if (open.Count < Deepest) open.Push((kids, 0, inner));
            }
            while (open.Count > 0 && open.Peek() is var (list, next, _) && next >= list.Count) open.Pop();
            if (open.Count == 0) yield break;
            var (siblings, index, around) = open.Pop();
            open.Push((siblings, index + 1, around));
            (written, level) = (siblings.Written(index), around);
        }
    }

    private PdfDictionary? Enter(PdfObject written, HashSet<int> seen)
    {
        if (written is PdfReference reference && !seen.Add(reference.ObjectNumber)) return null;
        return file.Resolve(written).AsDictionary();
    }

    private static Level Inherit(Level outer, PdfDictionary node) => new(
        node.Dictionary("Resources") ?? outer.Resources,
        node["MediaBox"] is PdfArray ? node["MediaBox"] : outer.MediaBox,
        node["CropBox"] is PdfArray ? node["CropBox"] : outer.CropBox,
        node["Rotate"] is PdfNumber ? node["Rotate"] : outer.Rotate);

    private sealed record Level(PdfDictionary? Resources, PdfObject MediaBox, PdfObject CropBox, PdfObject Rotate)
    {
        public PageNode Page(PdfDictionary node) => new(0, node, Resources, MediaBox, CropBox, Rotate.Integer());
    }
}
