using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>Paths, text, colours and the graphics state dictionary.</summary>
internal sealed partial class Interpreter
{
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
}
