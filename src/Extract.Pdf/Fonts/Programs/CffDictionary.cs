using System.Globalization;
using System.Text;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>A DICT of a CFF file: operators with their numbers (Adobe Technical Note 5176, 4). Two-byte operators are 1200 and on.</summary>
internal sealed class CffDictionary
{
    public const int Charset = 15, Encoding = 16, CharStrings = 17, Private = 18, Subrs = 19, DefaultWidth = 20, NominalWidth = 21;
    public const int FontMatrix = 1207, Ros = 1230, FontArray = 1236, FontSelect = 1237;

    private readonly Dictionary<int, double[]> entries = [];

    public CffDictionary(BigEndian data)
    {
        var operands = new List<double>(8);
        for (long at = 0; at < data.Length;)
        {
            var first = data.Byte(at++);
            if (first <= 21)
            {
                if (first == 12) first = 1200 + data.Byte(at++);
                entries[first] = [.. operands];
                operands.Clear();
            }
            else if (operands.Count < 64 && Operand(data, first, ref at) is { } operand) operands.Add(operand);
        }
    }

    public bool Has(int key) => entries.ContainsKey(key);

    /// <summary>A number of an entry, or <paramref name="otherwise"/>.</summary>
    public double Number(int key, int index = 0, double otherwise = 0) =>
        entries.TryGetValue(key, out var values) && index < values.Length ? values[index] : otherwise;

    /// <summary>A number of an entry that says where something is; -1 where there is none.</summary>
    public long Offset(int key, int index = 0) => Number(key, index, -1) is >= 0 and < int.MaxValue and var value ? (long)value : -1;

    private static double? Operand(BigEndian data, int first, ref long at)
    {
        switch (first)
        {
            case 28:
                at += 2;
                return data.Int16(at - 2);
            case 29:
                at += 4;
                return unchecked((int)data.UInt32(at - 4));
            case 30: return Real(data, ref at);
            case >= 32 and <= 246: return first - 139;
            case >= 247 and <= 250: return (first - 247) * 256 + data.Byte(at++) + 108;
            case >= 251 and <= 254: return -(first - 251) * 256 - data.Byte(at++) - 108;
            default: return null;
        }
    }

    private static double Real(BigEndian data, ref long at)
    {
        var text = new StringBuilder();
        while (at < data.Length && text.Length < 40)
        {
            var pair = data.Byte(at++);
            text.Append("0123456789.EX -"[Math.Min(pair >> 4, 14)]);
            if (pair >> 4 == 15) break;
            if ((pair & 15) == 15) break;
            text.Append("0123456789.EX -"[pair & 15]);
        }
        var digits = text.Replace("X", "E-").Replace(" ", "").ToString().TrimEnd('-');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
    }
}
