using System.Globalization;
using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>Carries out the operators of a page's content, forms included, and gathers what is seen (ISO 32000-2, Annex A).</summary>
internal sealed partial class Interpreter
{
    /// <summary>Forms inside forms.</summary>
    private const int DeepestForm = 24;

    /// <summary>Entering a form costs as much as so many operators.</summary>
    private const int CostOfForm = 500;

    /// <summary>States saved by q; deeper ones are counted, not kept.</summary>
    private const int DeepestState = 2048;

    /// <summary>Operators carried out for one page: what a page of earnest has, a thousand times over.</summary>
    private const int MostOperators = 20_000_000;

    private readonly PdfFile file;
    private readonly MarkCollector marks;
    private readonly PathPainter path;
    private readonly TextPainter text;
    private readonly MarkedContent marked;
    private readonly FontShelf fonts = new();
    private readonly Layers layers;
    private readonly ObjectParser parser;
    private readonly Operands operands = new();
    private readonly List<ByteSink> buffers = [];
    private readonly HashSet<int> active = [];
    private readonly CancellationToken cancellation;
    private readonly ByteSink strings = new();
    private readonly Dictionary<(PdfDictionary? Resources, string Name), ColourSpace> spaces = [];
    private GraphicsState[] saved = new GraphicsState[32];
    private GraphicsState state;
    private int depth;
    private int beyond;
    private int operators;

    /// <summary>States saved outside the form being carried out are not its to restore.</summary>
    private int floor;

    public Interpreter(PdfFile file, PdfPage page, CancellationToken cancellation)
    {
        (this.file, this.cancellation) = (file, cancellation);
        marks = new MarkCollector(page, file.Options.MostMarks, file.Troubles);
        path = new PathPainter(marks);
        text = new TextPainter(marks);
        marked = new MarkedContent(marks);
        layers = new Layers(file.Trailer.Dictionary("Root"), file);
        parser = new ObjectParser(file, file.Names);
    }

    public MarkCollector Marks => marks;

    /// <summary>Carries out the page's content and the appearances of its annotations.</summary>
    public void Run(PageNode node, in PageFrame frame)
    {
        marks.Clear();
        marked.Clear();
        fonts.NextPage();
        text.NextPage(frame);
        active.Clear();
        (depth, beyond, operators) = (0, 0, 0);
        state = GraphicsState.Initial(frame);
        var buffer = Buffer(0);
        Gather(node.Dictionary["Contents"], buffer);
        Carry(buffer.Written, node.Resources, 1);
        marked.EndTo(0);
        buffer.Shrink(8 << 20);
        Annotations(node, frame);
    }

    /// <summary>The content of a page is one stream or several, cut anywhere between tokens.</summary>
    private void Gather(PdfObject contents, ByteSink buffer)
    {
        if (contents is PdfStream single) file.DecodeInto(single, buffer);
        if (contents is not PdfArray several) return;
        for (var i = 0; i < several.Count && buffer.Length < file.Options.MostStreamBytes; i++)
        {
            if (several[i] is not PdfStream part) continue;
            file.DecodeInto(part, buffer);
            buffer.Add((byte)'\n');
        }
    }

    private ByteSink Buffer(int level)
    {
        while (buffers.Count <= level) buffers.Add(new ByteSink());
        buffers[level].Clear();
        return buffers[level];
    }

    private void Carry(ReadOnlySpan<byte> content, PdfDictionary? resources, int level)
    {
        var lexer = new Lexer(content, strings);
        operands.Clear();
        while (true)
        {
            switch (lexer.Next())
            {
                case TokenKind.Number:
                    operands.Add(lexer.Number);
                    break;
                case TokenKind.Name:
                    operands.Add(file.Names[lexer.Word].Value);
                    break;
                case TokenKind.String:
                    operands.HasString = true;
                    break;
                case TokenKind.ArrayOpen:
                    if (Array(ref lexer)) operands.Clear();
                    break;
                case TokenKind.DictionaryOpen:
                    if (operands.DictionaryAt < 0) operands.DictionaryAt = lexer.Position - 2;
                    PassDictionary(ref lexer);
                    break;
                case TokenKind.Keyword:
                    if (!Spend()) return;
                    Operator(ref lexer, resources, level);
                    operands.Clear();
                    break;
                case TokenKind.End:
                    return;
            }
        }
    }

    private bool Spend()
    {
        if ((++operators & 0x3FFF) == 0) cancellation.ThrowIfCancellationRequested();
        if (operators <= MostOperators && !text.Exhausted) return true;
        file.Troubles.Add(PdfTroubleKind.LimitReached, string.Create(CultureInfo.InvariantCulture, $"operators of a page {MostOperators}"));
        return false;
    }

    private static void PassDictionary(ref Lexer lexer)
    {
        for (var open = 1; open > 0;)
        {
            var token = lexer.Next();
            if (token == TokenKind.End) return;
            if (token == TokenKind.DictionaryOpen) open++;
            if (token == TokenKind.DictionaryClose) open--;
        }
    }

    /// <summary>An operator's letters as one number, first letter lowest.</summary>
    private static int Code(ReadOnlySpan<byte> word) => word.Length switch
    {
        1 => word[0],
        2 => word[0] | word[1] << 8,
        3 => word[0] | word[1] << 8 | word[2] << 16,
        _ => 0,
    };

    private void Operator(ref Lexer lexer, PdfDictionary? resources, int level)
    {
        switch (Code(lexer.Word))
        {
            case 'q': Save(); break;
            case 'Q': Restore(level); break;
            case 'c' | 'm' << 8: Concatenate(); break;
            case 'w': state.LineWidth = Math.Abs(operands[0]); break;
            case 'd': state.Dashed = operands.ArrayHasInk; break;
            case 'g' | 's' << 8: External(resources); break;
            case 'D' | 'o' << 8: XObject(resources, level); break;
            case 'B' | 'I' << 8: InlineImage(ref lexer); break;
            case 'B' | 'M' << 8 | 'C' << 16: marked.Begin(false, null); break;
            case 'B' | 'D' << 8 | 'C' << 16: BeginMarked(lexer.Data, resources); break;
            case 'E' | 'M' << 8 | 'C' << 16: marked.End(); break;
            default:
                if (!Path(Code(lexer.Word)) && !Text(lexer, Code(lexer.Word), resources)) Colours(Code(lexer.Word), resources);
                break;
        }
    }

    private void Concatenate()
    {
        if (operands.Last(6, out var p)) state.Ctm = new Matrix(p[0], p[1], p[2], p[3], p[4], p[5]).Then(state.Ctm);
    }

    private void Save()
    {
        if (depth >= DeepestState)
        {
            beyond++;
            return;
        }
        if (depth == saved.Length) System.Array.Resize(ref saved, saved.Length * 2);
        saved[depth++] = state;
    }

    private void Restore(int level)
    {
        if (beyond > 0) beyond--;
        else if (depth > floor && level > 0) state = saved[--depth];
    }

    private void BeginMarked(ReadOnlySpan<byte> content, PdfDictionary? resources)
    {
        var hides = false;
        PdfString? actual = null;
        if (operands.DictionaryAt >= 0)
        {
            // Read only where something in it matters: most say nothing but MCID.
            var lexer = parser.Over(content, operands.DictionaryAt);
            var scan = content[operands.DictionaryAt..];
            var end = scan.IndexOf("BDC"u8);
            if (end >= 0 && scan[..end].IndexOf("/ActualText"u8) >= 0) actual = parser.Read(ref lexer).AsDictionary()?["ActualText"] as PdfString;
        }
        else if (operands.LastName is { } name && resources?.Dictionary("Properties") is { } properties)
        {
            if (operands.FirstName == "OC") hides = layers.Hides(properties.Written(name));
            else actual = properties.Dictionary(name)?["ActualText"] as PdfString;
        }
        marked.Begin(hides, actual);
    }
}
