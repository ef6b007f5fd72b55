using System.Globalization;
using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>Carries out the operators of a page's content, forms included, and gathers what is seen (ISO 32000-2, Annex A).</summary>
internal sealed class Interpreter
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
    private GraphicsState[] saved = new GraphicsState[32];
    private GraphicsState state;
    private int depth;
    private int beyond;
    private int operators;

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

    /// <summary>
    /// An array is shown as it is read if it holds strings (only TJ takes such); true then, with the operator passed. Else its numbers
    /// only say whether it has ink (a dash pattern).
    /// </summary>
    private bool Array(ref Lexer lexer)
    {
        var start = lexer.Position;
        var nested = 0;
        while (true)
        {
            switch (lexer.Next())
            {
                case TokenKind.String:
                    lexer.Position = start;
                    ShowArray(ref lexer);
                    return true;
                case TokenKind.Number:
                    if (lexer.Number != 0) operands.ArrayHasInk = true;
                    break;
                case TokenKind.ArrayOpen:
                    nested++;
                    break;
                case TokenKind.ArrayClose:
                    if (nested-- == 0) return false;
                    break;
                case TokenKind.Keyword:
                    // Never closed: the operator stands where the bracket should.
                    if (lexer.Word is [(byte)'T', (byte)'J'])
                    {
                        lexer.Position = start;
                        ShowArray(ref lexer);
                        return true;
                    }
                    if (lexer.Word.Length > 2) break;
                    lexer.Position -= lexer.Word.Length;
                    return false;
                case TokenKind.End:
                    return false;
            }
        }
    }

    private void ShowArray(ref Lexer lexer)
    {
        text.StartShow();
        var visible = !marked.Hidden;
        while (true)
        {
            var before = lexer.Position;
            switch (lexer.Next())
            {
                case TokenKind.String:
                    text.Show(state, lexer.String, visible);
                    break;
                case TokenKind.Number:
                    text.Adjust(state, lexer.Number);
                    break;
                case TokenKind.ArrayClose or TokenKind.End:
                    return;
                case TokenKind.Keyword:
                    if (lexer.Word is [(byte)'T', (byte)'J'])
                    {
                        lexer.Position = before;
                        return;
                    }
                    break;
            }
        }
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

    private bool Path(int code)
    {
        switch (code)
        {
            case 'm' when operands.Last(2, out var p):
                var (mx, my) = state.Ctm.Apply(p[0], p[1]);
                path.Move(mx, my);
                return true;
            case 'l' when operands.Last(2, out var p):
                var (lx, ly) = state.Ctm.Apply(p[0], p[1]);
                path.Line(lx, ly);
                return true;
            case 'c' when operands.Last(6, out var p):
                path.Curve(state.Ctm.Apply(p[0], p[1]), state.Ctm.Apply(p[2], p[3]), state.Ctm.Apply(p[4], p[5]));
                return true;
            case 'v' when operands.Last(4, out var p):
                path.Curve(path.Current, state.Ctm.Apply(p[0], p[1]), state.Ctm.Apply(p[2], p[3]));
                return true;
            case 'y' when operands.Last(4, out var p):
                path.Curve(state.Ctm.Apply(p[0], p[1]), state.Ctm.Apply(p[2], p[3]), state.Ctm.Apply(p[2], p[3]));
                return true;
            case 'r' | 'e' << 8 when operands.Last(4, out var p):
                path.Rectangle(state.Ctm, p[0], p[1], p[2], p[3]);
                return true;
            case 'h': path.Close(); return true;
            case 'n': return Paint(false, false);
            case 'S': return Paint(false, true);
            case 's': path.Close(); return Paint(false, true);
            case 'f' or 'F' or ('f' | '*' << 8): return Paint(true, false);
            case 'B' or ('B' | '*' << 8): return Paint(true, true);
            case 'b' or ('b' | '*' << 8): path.Close(); return Paint(true, true);
            case 'W' or ('W' | '*' << 8): path.Clips = true; return true;
            default: return false;
        }
    }

    private bool Paint(bool fill, bool stroke)
    {
        path.Paint(ref state, fill, stroke, !marked.Hidden);
        return true;
    }

    private bool Text(in Lexer lexer, int code, PdfDictionary? resources)
    {
        switch (code)
        {
            case 'T' | 'j' << 8: Show(lexer); return true;
            case 'T' | 'J' << 8: return true;
            case 'T' | 'm' << 8 when operands.Last(6, out var p): text.Set(new Matrix(p[0], p[1], p[2], p[3], p[4], p[5])); return true;
            case 'T' | 'd' << 8 when operands.Last(2, out var p): text.Move(p[0], p[1]); return true;
            case 'T' | 'D' << 8 when operands.Last(2, out var p):
                state.Leading = -p[1];
                text.Move(p[0], p[1]);
                return true;
            case 'T' | '*' << 8: text.Move(0, -state.Leading); return true;
            case 'T' | 'f' << 8: SetFont(resources?.Dictionary("Font")); return true;
            case 'T' | 'c' << 8: state.CharacterSpacing = operands[0]; return true;
            case 'T' | 'w' << 8: state.WordSpacing = operands[0]; return true;
            case 'T' | 'z' << 8: state.HorizontalScale = operands[0] / 100; return true;
            case 'T' | 'L' << 8: state.Leading = operands[0]; return true;
            case 'T' | 'r' << 8: state.TextMode = (int)Math.Clamp(operands[0], 0, 7); return true;
            case 'T' | 's' << 8: state.Rise = operands[0]; return true;
            case 'B' | 'T' << 8: text.Begin(); return true;
            case 'E' | 'T' << 8: return true;
            case '\'':
                text.Move(0, -state.Leading);
                Show(lexer);
                return true;
            case '"':
                (state.WordSpacing, state.CharacterSpacing) = (operands[0], operands[1]);
                text.Move(0, -state.Leading);
                Show(lexer);
                return true;
            default: return false;
        }
    }

    private void Show(in Lexer lexer)
    {
        if (!operands.HasString) return;
        text.StartShow();
        text.Show(state, lexer.String, !marked.Hidden);
    }

    private void SetFont(PdfDictionary? resource)
    {
        state.FontSize = operands.Last(1, out var size) ? size[0] : state.FontSize;
        if (operands.LastName is { } name) (state.Font, state.FontId) = fonts.Find(resource, name);
    }

    private void Colours(int code, PdfDictionary? resources)
    {
        switch (code)
        {
            case 'g': state.Fill = Mixed(ColourSpace.Gray); break;
            case 'G': state.Stroke = Mixed(ColourSpace.Gray); break;
            case 'r' | 'g' << 8: state.Fill = Mixed(ColourSpace.Rgb); break;
            case 'R' | 'G' << 8: state.Stroke = Mixed(ColourSpace.Rgb); break;
            case 'k': state.Fill = Mixed(ColourSpace.Cmyk); break;
            case 'K': state.Stroke = Mixed(ColourSpace.Cmyk); break;
            case 'c' | 's' << 8: state.Fill = Chosen(resources); break;
            case 'C' | 'S' << 8: state.Stroke = Chosen(resources); break;
            case 's' | 'c' << 8 or ('s' | 'c' << 8 | 'n' << 16): state.Fill = Mixed(state.Fill.Space); break;
            case 'S' | 'C' << 8 or ('S' | 'C' << 8 | 'N' << 16): state.Stroke = Mixed(state.Stroke.Space); break;
        }
    }

    private Colour Mixed(ColourSpace space) => new(space.Mix(operands.All), space);

    private Colour Chosen(PdfDictionary? resources)
    {
        if (operands.LastName is not { } name) return Colour.Black;
        var space = spaces.TryGetValue((resources, name), out var known) ? known : ColourSpace.Of(new PdfName(name), resources);
        if (spaces.Count < 256) spaces.TryAdd((resources, name), space);
        return new Colour(space.Start, space);
    }

    private readonly Dictionary<(PdfDictionary? Resources, string Name), ColourSpace> spaces = [];

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

    /// <summary>States saved outside the form being carried out are not its to restore.</summary>
    private int floor;

    private void External(PdfDictionary? resources)
    {
        if (operands.LastName is not { } name || resources?.Dictionary("ExtGState")?.Dictionary(name) is not { } settings) return;
        foreach (var key in settings.Keys)
        {
            switch (key)
            {
                case "ca": state.FillAlpha = settings[key].Number(1); break;
                case "CA": state.StrokeAlpha = settings[key].Number(1); break;
                case "LW": state.LineWidth = Math.Abs(settings[key].Number(1)); break;
                case "D": state.Dashed = settings.Array(key)?[0] is PdfArray { Count: > 0 }; break;
                case "Font" when settings.Array(key) is { Count: >= 2 } font && font[0] is PdfDictionary:
                    state.FontSize = font[1].Number();
                    var holder = new PdfDictionary(new(StringComparer.Ordinal) { ["F"] = font.Written(0) }, file);
                    (state.Font, state.FontId) = fonts.Find(holder, "F");
                    break;
            }
        }
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

    private void InlineImage(ref Lexer lexer)
    {
        var (width, height, filter) = InlineImages.Pass(ref lexer, parser, file.Names);
        if (!marked.Hidden) marks.Image(state.Clip, new PdfImage(state.Ctm.Bounds(0, 0, 1, 1), width, height, filter, default));
    }

    private void XObject(PdfDictionary? resources, int level)
    {
        if (operands.LastName is not { } name || resources?.Dictionary("XObject") is not { } listed || listed[name] is not PdfStream stream) return;
        if (layers.Hides(stream.Dictionary.Written("OC")) || marked.Hidden) return;
        if (stream.Dictionary.NameOf("Subtype") == "Image") Image(stream);
        else if (stream.Dictionary.NameOf("Subtype") is "Form" or null) Form(stream, resources, level);
    }

    private void Image(PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        var filter = dictionary["Filter"] is PdfArray { Count: > 0 } filters ? filters[filters.Count - 1].Name : dictionary.NameOf("Filter");
        var box = state.Ctm.Bounds(0, 0, 1, 1);
        marks.Image(state.Clip, new PdfImage(box, dictionary["Width"].Integer(), dictionary["Height"].Integer(), filter ?? "", stream.Raw));
        // A picture a hair thick and long is a line drawn by an old word processor.
        if (Math.Min(box.Width, box.Height) > 2 || Math.Max(box.Width, box.Height) < 10) return;
        marks.Rule(state.Clip, box.Width > box.Height
            ? new PdfRule(false, (box.Top + box.Bottom) / 2, box.Left, box.Right, box.Height, 0, false)
            : new PdfRule(true, (box.Left + box.Right) / 2, box.Top, box.Bottom, box.Width, 0, false), dot: false);
    }

    /// <summary>Carries out a form's content in its own state, clipped to its box; one inside itself is not entered.</summary>
    private void Form(PdfStream stream, PdfDictionary? resources, int level)
    {
        // Forms may multiply without content of their own.
        operators += CostOfForm;
        if (level > DeepestForm || (stream.ObjectNumber > 0 && !active.Add(stream.ObjectNumber))) return;
        var outer = (state, depth, beyond, floor, marked.Depth);
        var dictionary = stream.Dictionary;
        if (dictionary.Array("Matrix") is { Count: >= 6 } array && array.Numbers(6) is var m) state.Ctm = new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]).Then(state.Ctm);
        if (dictionary.Array("BBox") is { Count: >= 4 } box && box.Numbers(4) is var b && b[0] != b[2] && b[1] != b[3]) state.Clip = state.Clip.Within(state.Ctm.Bounds(b[0], b[1], b[2], b[3]));
        (floor, beyond) = (depth, 0);
        if (!state.Clip.IsEmpty)
        {
            var buffer = Buffer(level);
            if (file.DecodeInto(stream, buffer)) Carry(buffer.Written, dictionary.Dictionary("Resources") ?? resources, level + 1);
            buffer.Shrink(2 << 20);
        }
        marked.EndTo(outer.Depth);
        (state, depth, beyond, floor, _) = outer;
        active.Remove(stream.ObjectNumber);
    }

    /// <summary>The normal appearances of annotations that are shown (ISO 32000-2, 12.5.5).</summary>
    private void Annotations(PageNode node, in PageFrame frame)
    {
        if (node.Dictionary.Array("Annots") is not { } annotations) return;
        for (var i = 0; i < annotations.Count && Spend(); i++)
        {
            if (annotations[i] is not PdfDictionary annotation || annotation.NameOf("Subtype") == "Popup" || (annotation["F"].Integer() & 0x22) != 0) continue;
            if (layers.Hides(annotation.Written("OC")) || annotation.Array("Rect") is not { Count: >= 4 } rectangle) continue;
            var normal = annotation.Dictionary("AP")?["N"];
            if (normal is PdfDictionary states && annotation.NameOf("AS") is { } chosen) normal = states[chosen];
            if (normal is PdfStream { Dictionary: var appearance } stream && appearance.Array("BBox") is { Count: >= 4 } box)
            {
                state = GraphicsState.Initial(frame);
                (depth, beyond, floor) = (0, 0, 0);
                if (Placed(box.Numbers(4), appearance.Array("Matrix"), rectangle.Numbers(4)) is not { } place) continue;
                state.Ctm = place.Then(state.Ctm);
                Form(stream, node.Resources, 1);
            }
        }
    }

    /// <summary>Algorithm 8.1: the matrix that brings the appearance's transformed box onto the annotation's rectangle.</summary>
    private static Matrix? Placed(double[] b, PdfArray? matrix, double[] r)
    {
        var own = matrix is { Count: >= 6 } && matrix.Numbers(6) is var m ? new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]) : Matrix.Identity;
        var box = own.Bounds(Math.Min(b[0], b[2]), Math.Min(b[1], b[3]), Math.Max(b[0], b[2]), Math.Max(b[1], b[3]));
        if (!(box.Width > 0 && box.Height > 0)) return null;
        var (sx, sy) = (Math.Abs(r[2] - r[0]) / box.Width, Math.Abs(r[3] - r[1]) / box.Height);
        return new Matrix(sx, 0, 0, sy, Math.Min(r[0], r[2]) - box.Left * sx, Math.Min(r[1], r[3]) - box.Top * sy);
    }
}
