using System.Globalization;
using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>Undoes the filters of a stream (ISO 32000-2, 7.4) within the limits of the document.</summary>
internal sealed class FilterChain(PdfOptions options, Troubles troubles, CancellationToken cancellation)
{
    /// <summary>Filters on one stream.</summary>
    private const int Longest = 8;

    /// <summary>Working buffers larger than this are not kept.</summary>
    private const int KeptBuffer = 4 << 20;

    private readonly ByteSink[] work = [new(), new(), new()];
    private long decoded;

    /// <summary>
    /// Appends the decoded bytes to the sink. False, with nothing appended, where an image's own compression (or one that is not known)
    /// is met.
    /// </summary>
    public bool Decode(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, ByteSink sink)
    {
        if (Steps(dictionary) is not var (steps, whole) || !whole) return false;
        Decode(steps, raw, sink);
        return true;
    }

    /// <summary>Appends an image's bytes in its own compression: decoded up to the first filter that is not undone here.</summary>
    public void DecodeImage(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, ByteSink sink)
    {
        if (Steps(dictionary) is var (steps, _)) Decode(steps, raw, sink);
    }

    private void Decode(List<Step> steps, ReadOnlyMemory<byte> raw, ByteSink sink)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = sink.Length;
        var left = options.MostDecodedBytes - decoded;
        sink.Limit = (int)Math.Min(int.MaxValue / 2, start + Math.Clamp(left, 0, options.MostStreamBytes));
        if (steps.Count == 0) sink.Add(raw.Span);
        else Run(steps, raw, sink);
        decoded += sink.Length - start;
        if (sink.Overflowed)
            troubles.Add(PdfTroubleKind.LimitReached, string.Create(CultureInfo.InvariantCulture, $"decoded bytes {sink.Limit - start}"));
    }

    private void Run(List<Step> steps, ReadOnlyMemory<byte> raw, ByteSink sink)
    {
        var input = raw;
        for (var i = 0; i < steps.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var last = i == steps.Count - 1;
            var output = last ? sink : Prepared(work[i % 2], sink);
            if (steps[i].Predictor is { } predictor)
            {
                var plain = Prepared(work[2], sink);
                One(steps[i], input, plain);
                predictor.Undo(plain.Written, output);
                plain.Shrink(KeptBuffer);
            }
            else
            {
                One(steps[i], input, output);
            }
            input = output.WrittenMemory;
        }
        work[0].Shrink(KeptBuffer);
        work[1].Shrink(KeptBuffer);
    }

    private static ByteSink Prepared(ByteSink buffer, ByteSink target)
    {
        buffer.Clear();
        buffer.Limit = target.Limit;
        return buffer;
    }

    private void One(Step step, ReadOnlyMemory<byte> input, ByteSink output)
    {
        var whole = step.Kind switch
        {
            FilterKind.Flate => Flate.Decode(input, output, cancellation),
            FilterKind.Lzw => Lzw.Decode(input.Span, output, step.EarlyChange),
            FilterKind.AsciiHex => AsciiFilters.Hex(input.Span, output),
            FilterKind.Ascii85 => AsciiFilters.Base85(input.Span, output),
            FilterKind.RunLength => AsciiFilters.RunLength(input.Span, output),
            _ => output.Add(input.Span),
        };
        if (!whole && !output.Overflowed) troubles.Add(PdfTroubleKind.DamagedStream, step.Kind.ToString());
    }

    /// <summary>The filters in the order they are undone, and whether those are all; null where they are too many.</summary>
    private static (List<Step> Steps, bool Whole)? Steps(PdfDictionary dictionary)
    {
        var filters = dictionary["Filter"] is PdfNull ? dictionary["F"] : dictionary["Filter"];
        var parameters = dictionary["DecodeParms"] is PdfNull ? dictionary["DP"] : dictionary["DecodeParms"];
        var steps = new List<Step>();
        if (filters is PdfName single) return (steps, Add(steps, single.Value, (parameters as PdfArray)?[0].AsDictionary() ?? parameters.AsDictionary()));
        if (filters is not PdfArray several) return (steps, true);
        if (several.Count > Longest) return null;
        for (var i = 0; i < several.Count; i++)
            if (several[i].Name is { } name && !Add(steps, name, parameters is PdfArray array ? array[i].AsDictionary() : i == 0 ? parameters.AsDictionary() : null)) return (steps, false);
        return (steps, true);
    }

    private static bool Add(List<Step> steps, string name, PdfDictionary? parameters)
    {
        var kind = name switch
        {
            "FlateDecode" or "Fl" => FilterKind.Flate,
            "LZWDecode" or "LZW" => FilterKind.Lzw,
            "ASCIIHexDecode" or "AHx" => FilterKind.AsciiHex,
            "ASCII85Decode" or "A85" => FilterKind.Ascii85,
            "RunLengthDecode" or "RL" => FilterKind.RunLength,
            "Crypt" => FilterKind.None,
            _ => FilterKind.Foreign,
        };
        if (kind == FilterKind.Foreign) return false;
        var predictor = kind is FilterKind.Flate or FilterKind.Lzw ? Predictor.Of(parameters) : null;
        steps.Add(new Step(kind, predictor, parameters?["EarlyChange"].Integer(1) != 0));
        return true;
    }

    private enum FilterKind
    {
        None,
        Flate,
        Lzw,
        AsciiHex,
        Ascii85,
        RunLength,
        Foreign,
    }

    private readonly record struct Step(FilterKind Kind, Predictor? Predictor, bool EarlyChange);
}
