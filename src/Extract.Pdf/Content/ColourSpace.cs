using Extract.Pdf.Objects;

namespace Extract.Pdf.Content;

/// <summary>Turns colour operands into red, green and blue: near enough to tell a shade from white and a line from its ground.</summary>
internal abstract class ColourSpace
{
    public static readonly ColourSpace Gray = new GraySpace();
    public static readonly ColourSpace Rgb = new RgbSpace();
    public static readonly ColourSpace Cmyk = new CmykSpace();
    public static readonly ColourSpace Pattern = new PatternSpace();
    private static readonly ColourSpace Lab = new LabSpace();
    private static readonly ColourSpace Tint = new TintSpace(null, null);

    /// <summary>Spaces inside spaces (Indexed over Separation over ICCBased …).</summary>
    private const int Deepest = 6;

    /// <summary>The colour of the operands, 0xRRGGBB; missing ones are 0.</summary>
    public abstract int Mix(ReadOnlySpan<double> operands);

    /// <summary>The colour before any operand is given (8.6.5.1).</summary>
    public virtual int Start => Mix([0, 0, 0, 0]);

    /// <summary>The space of a name or of an array; grey where it is not known.</summary>
    public static ColourSpace Of(PdfObject item, PdfDictionary? resources, int depth = 0)
    {
        if (depth > Deepest) return Gray;
        if (item is PdfName { Value: var name })
        {
            if (Device(name) is { } device) return device;
            return resources?.Dictionary("ColorSpace")?[name] is { } found and not PdfNull ? Of(found, null, depth + 1) : Gray;
        }
        if (item is not PdfArray { Count: > 0 } array) return Gray;
        return array[0].Name switch
        {
            "ICCBased" => ByComponents(array[1].AsDictionary()?["N"].Integer() ?? 3),
            "CalRGB" => Rgb,
            "Lab" => Lab,
            "Indexed" or "I" => Indexed(array, resources, depth),
            "Separation" => new TintSpace(Of(array[2], resources, depth + 1), array[3].AsDictionary()),
            "DeviceN" => Tint,
            { } device => Device(device) ?? Gray,
            _ => Gray,
        };
    }

    private static ColourSpace? Device(string name) => name switch
    {
        "DeviceGray" or "G" or "CalGray" => Gray,
        "DeviceRGB" or "RGB" or "CalRGB" => Rgb,
        "DeviceCMYK" or "CMYK" or "CalCMYK" => Cmyk,
        "Pattern" => Pattern,
        _ => null,
    };

    private static ColourSpace ByComponents(int count) => count switch { 1 => Gray, 4 => Cmyk, _ => Rgb };

    private static IndexedSpace Indexed(PdfArray array, PdfDictionary? resources, int depth)
    {
        var table = array[3] switch
        {
            PdfString text => text.Bytes,
            PdfStream stream => stream.Decode().ToArray(),
            _ => [],
        };
        var under = Of(array[1], resources, depth + 1);
        return new IndexedSpace(under, under is CmykSpace ? 4 : under is GraySpace or TintSpace ? 1 : 3, table);
    }

    private static int Pack(double red, double green, double blue) => Part(red) << 16 | Part(green) << 8 | Part(blue);

    private static int Part(double share) => share >= 1 ? 255 : share > 0 ? (int)(share * 255 + 0.5) : 0;

    private sealed class GraySpace : ColourSpace
    {
        public override int Mix(ReadOnlySpan<double> operands) => operands.IsEmpty ? 0 : Pack(operands[0], operands[0], operands[0]);
    }

    private sealed class RgbSpace : ColourSpace
    {
        public override int Mix(ReadOnlySpan<double> operands) => operands.Length < 3 ? Gray.Mix(operands) : Pack(operands[0], operands[1], operands[2]);
    }

    private sealed class CmykSpace : ColourSpace
    {
        public override int Start => 0;

        public override int Mix(ReadOnlySpan<double> operands)
        {
            if (operands.Length < 4) return Gray.Mix(operands);
            var light = 1 - Math.Clamp(operands[3], 0, 1);
            return Pack((1 - operands[0]) * light, (1 - operands[1]) * light, (1 - operands[2]) * light);
        }
    }

    private sealed class LabSpace : ColourSpace
    {
        public override int Mix(ReadOnlySpan<double> operands) => operands.IsEmpty ? 0 : Gray.Mix([operands[0] / 100]);
    }

    /// <summary>One ink: through its tint transform where that is an exponential function (type 2), else from white to black.</summary>
    private sealed class TintSpace : ColourSpace
    {
        private readonly ColourSpace? under;
        private readonly double[]? none;
        private readonly double[]? full;

        public TintSpace(ColourSpace? under, PdfDictionary? function)
        {
            if (under is null || function?["FunctionType"].Integer() != 2) return;
            this.under = under;
            none = function.Array("C0")?.Numbers(4) ?? [0];
            full = function.Array("C1")?.Numbers(4) ?? [1];
        }

        public override int Start => Mix([1]);

        public override int Mix(ReadOnlySpan<double> operands)
        {
            var tint = 0.0;
            foreach (var operand in operands) tint = Math.Max(tint, operand);
            tint = Math.Clamp(tint, 0, 1);
            if (under is null || none is null || full is null || none.Length != full.Length) return Gray.Mix([1 - tint]);
            Span<double> mixed = stackalloc double[4];
            for (var i = 0; i < none.Length; i++) mixed[i] = none[i] + tint * (full[i] - none[i]);
            return under.Mix(mixed[..none.Length]);
        }
    }

    private sealed class IndexedSpace(ColourSpace under, int components, byte[] table) : ColourSpace
    {
        public override int Mix(ReadOnlySpan<double> operands)
        {
            var at = (operands.IsEmpty ? 0 : (int)Math.Clamp(operands[0], 0, 255)) * components;
            if (at + components > table.Length) return 0;
            Span<double> entry = stackalloc double[4];
            for (var i = 0; i < components; i++) entry[i] = table[at + i] / 255.0;
            return under.Mix(entry[..components]);
        }
    }

    /// <summary>A pattern is seen as something between ink and paper.</summary>
    private sealed class PatternSpace : ColourSpace
    {
        public override int Mix(ReadOnlySpan<double> operands) => 0x808080;
    }
}
