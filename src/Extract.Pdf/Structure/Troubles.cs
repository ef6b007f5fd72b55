namespace Extract.Pdf.Structure;

/// <summary>Collects what went wrong, each thing once, not more than a person would read.</summary>
internal sealed class Troubles
{
    private const int Most = 200;

    private readonly List<PdfTrouble> list = [];
    private readonly HashSet<PdfTrouble> seen = [];

    public IReadOnlyList<PdfTrouble> List => list;

    /// <summary>The page being read; 0 before the first.</summary>
    public int Page { get; set; }

    public void Add(PdfTroubleKind kind, string detail)
    {
        var trouble = new PdfTrouble(kind, detail, Page);
        if (list.Count < Most && seen.Add(trouble)) list.Add(trouble);
    }
}
