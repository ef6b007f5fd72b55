using Extract.Pdf.Fonts;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Content;

/// <summary>The fonts of a document used lately, each read once and numbered in the order met.</summary>
internal sealed class FontShelf
{
    /// <summary>Fonts kept open: more than any page in earnest uses.</summary>
    private const int Most = 96;

    private readonly Dictionary<int, Entry> byNumber = [];
    private readonly List<(PdfDictionary Fonts, string Name, Entry Entry)> here = [];
    private int count;
    private int clock;

    /// <summary>Names mean other fonts on the next page; direct dictionaries are read again.</summary>
    public void NextPage() => here.Clear();

    /// <summary>The font of that name in a Font resource.</summary>
    public (Font? Font, int Id) Find(PdfDictionary? fonts, string name)
    {
        if (fonts is null) return (null, -1);
        foreach (var (where, known, there) in here)
            if (ReferenceEquals(where, fonts) && known == name) return (there.Font, there.Id);
        if (fonts[name] is not PdfDictionary dictionary) return (null, -1);
        var entry = fonts.Written(name) is PdfReference reference ? Shelved(reference.ObjectNumber, dictionary) : new Entry(Font.Load(dictionary), count++);
        if (here.Count < Most) here.Add((fonts, name, entry));
        return (entry.Font, entry.Id);
    }

    private Entry Shelved(int number, PdfDictionary dictionary)
    {
        clock++;
        if (byNumber.TryGetValue(number, out var known))
        {
            known.Used = clock;
            return known;
        }
        if (byNumber.Count >= Most)
        {
            var stale = byNumber.MinBy(static pair => pair.Value.Used).Key;
            byNumber.Remove(stale);
        }
        var entry = new Entry(Font.Load(dictionary), count++) { Used = clock };
        byNumber[number] = entry;
        return entry;
    }

    private sealed record Entry(Font Font, int Id)
    {
        public int Used { get; set; }
    }
}
