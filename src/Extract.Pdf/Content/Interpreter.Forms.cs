using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>What stands outside the content stream: images, forms, and the appearances of annotations.</summary>
internal sealed partial class Interpreter
{
    private void InlineImage(ref Lexer lexer)
    {
        var (width, height, filter) = InlineImages.Pass(ref lexer, parser, file.Names);
        if (!marked.Hidden) marks.Image(state.Clip, new PdfImage(state.Ctm.Bounds(0, 0, 1, 1), width, height, filter));
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
        marks.Image(state.Clip, new PdfImage(box, dictionary["Width"].Integer(), dictionary["Height"].Integer(), filter ?? "") { Stream = stream });
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
