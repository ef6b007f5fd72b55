using System.Text;

namespace Extract.Tests.Pdf.Fonts;

/// <summary>The smallest Type 1 file: an encoding, and glyphs that say their widths.</summary>
internal static class Type1Bytes
{
    public static byte[] Font(bool hexadecimal, params (int Code, string Name, int Width)[] glyphs)
    {
        var clear = new StringBuilder("%!PS-AdobeFont-1.0: Made\n/FontName /Made def\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n");
        foreach (var (code, name, _) in glyphs) clear.Append("dup ").Append(code).Append(" /").Append(name).Append(" put\n");
        clear.Append("readonly def\ncurrentfile eexec\n");
        var secret = new Bytes().Latin("\0\0\0\0dup /Private 8 dict dup begin /lenIV 4 def /Subrs 1 array dup 0 3 RD ").Add([1, 2, 3]).Latin(" NP\n2 index /CharStrings 3 dict dup begin\n");
        foreach (var (_, name, width) in glyphs)
        {
            var code = Encrypt(new Bytes().Zeros(4).U8(139, 255).U32(width).U8(13, 14).ToArray(), 4330);
            secret.Latin("/" + name + " " + code.Length + " RD ").Add(code).Latin(" ND\n");
        }
        var cipher = Encrypt(secret.Latin("end end\n").ToArray(), 55665);
        return new Bytes().Latin(clear.ToString()).Add(hexadecimal ? Encoding.ASCII.GetBytes(Convert.ToHexString(cipher)) : cipher).ToArray();
    }

    private static byte[] Encrypt(byte[] plain, ushort key)
    {
        var cipher = new byte[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            cipher[i] = (byte)((plain[i] ^ key >> 8) & 0xFF);
            key = unchecked((ushort)((cipher[i] + key) * 52845 + 22719));
        }
        return cipher;
    }
}
