using Extract.Pdf.Objects;

namespace Extract.Pdf.Content;

/// <summary>Which optional content is hidden when the file is opened (ISO 32000-2, 8.11).</summary>
internal sealed class Layers
{
    private const int Deepest = 16;

    private readonly HashSet<int> switched = [];
    private readonly bool baseOff;
    private readonly IObjectSource source;

    public Layers(PdfDictionary? catalogue, IObjectSource source)
    {
        this.source = source;
        if (catalogue?.Dictionary("OCProperties")?.Dictionary("D") is not { } settings) return;
        baseOff = settings.NameOf("BaseState") == "OFF";
        // The exceptions to the base state are the layers that are listed for the opposite one.
        if (settings.Array(baseOff ? "ON" : "OFF") is not { } listed) return;
        for (var i = 0; i < listed.Count; i++)
            if (listed.Written(i) is PdfReference reference) switched.Add(reference.ObjectNumber);
    }

    /// <summary>The group or membership, as written in a Properties resource or an OC entry, hides what it marks.</summary>
    public bool Hides(PdfObject? written)
    {
        if (written is null || source.Resolve(written).AsDictionary() is not { } marked) return false;
        if (marked.NameOf("Type") != "OCMD") return written is PdfReference && IsOff(written);
        if (marked.Array("VE") is { } expression) return !Holds(expression, 0);
        if (marked.Written("OCGs") is not { } groups) return false;
        if (source.Resolve(groups) is not PdfArray several) return Policy(marked, 1, IsOff(groups) ? 1 : 0);
        var off = 0;
        for (var i = 0; i < several.Count; i++)
            if (IsOff(several.Written(i))) off++;
        return several.Count > 0 && Policy(marked, several.Count, off);
    }

    private static bool Policy(PdfDictionary membership, int count, int off) => membership.NameOf("P") switch
    {
        "AllOn" => off > 0,
        "AnyOff" => off == 0,
        "AllOff" => off < count,
        _ => off == count,
    };

    private bool IsOff(PdfObject written) => written is PdfReference reference && switched.Contains(reference.ObjectNumber) != baseOff;

    private bool Holds(PdfArray expression, int depth)
    {
        if (depth > Deepest) return true;
        var operation = expression[0].Name;
        for (var i = 1; i < expression.Count && i < 256; i++)
        {
            var term = expression[i] is PdfArray inner ? Holds(inner, depth + 1) : !IsOff(expression.Written(i));
            if (operation == "Not") return !term;
            if (operation == "Or" && term) return true;
            if (operation == "And" && !term) return false;
        }
        return operation != "Or";
    }
}
