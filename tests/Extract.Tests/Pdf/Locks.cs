using System.Security.Cryptography;
using System.Text;

namespace Extract.Tests.Pdf;

#pragma warning disable CA5350, CA5351, CA5358, CA5401 // The algorithms are those of the format.

/// <summary>Encrypts made files, in every way of the standard handler, from the side of the writer.</summary>
internal static class Locks
{
    private static readonly byte[] Pad = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private static readonly byte[] Id = Encoding.ASCII.GetBytes("0123456789abcdef");

    /// <summary>The same file, encrypted for the two passwords.</summary>
    public static MadePdf Lock(this MadePdf made, int revision, string user, string owner = "owner")
    {
        var (entries, encrypt) = revision >= 5 ? Modern(revision, user, owner) : Legacy(revision, user, owner);
        var number = made.Add($"<< /Filter /Standard {entries} >>");
        made.TrailerEntries = $"/Encrypt {number} 0 R /ID [<{Convert.ToHexString(Id)}> <{Convert.ToHexString(Id)}>]";
        made.Encryption = encrypt;
        return made;
    }

    private static (string, Func<int, byte[], byte[]>) Legacy(int revision, string user, string owner)
    {
        var (length, rounds) = revision == 2 ? (5, 0) : (16, 19);
        var ownerHash = MD5.HashData(Padded(owner));
        for (var i = 0; i < (revision == 2 ? 0 : 50); i++) ownerHash = MD5.HashData(ownerHash);
        var o = Padded(user);
        for (var i = 0; i <= rounds; i++) o = Rc4(Mask(ownerHash[..length], i), o);
        var key = MD5.HashData([.. Padded(user), .. o, 0xFC, 0xFF, 0xFF, 0xFF, .. Id]);
        for (var i = 0; i < (revision == 2 ? 0 : 50); i++) key = MD5.HashData(key.AsSpan(0, length));
        key = key[..length];
        var u = revision == 2 ? Rc4(key, Pad) : MD5.HashData([.. Pad, .. Id]);
        for (var i = 0; i <= rounds && revision > 2; i++) u = Rc4(Mask(key, i), u);
        if (revision > 2) u = [.. u, .. new byte[16]];
        var version = revision switch { 2 => "/V 1", 3 => "/V 2 /Length 128", _ => "/V 4 /Length 128 /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF" };
        return ($"{version} /R {revision} /P -4 /O <{Convert.ToHexString(o)}> /U <{Convert.ToHexString(u)}>", (number, bytes) =>
        {
            byte[] salted = [.. key, (byte)number, (byte)(number >> 8), 0, 0, 0];
            if (revision == 4) salted = [.. salted, .. "sAlT"u8];
            var own = MD5.HashData(salted)[..Math.Min(16, length + 5)];
            return revision == 4 ? Cbc(own, bytes) : Rc4(own, bytes);
        }
        );
    }

    private static (string, Func<int, byte[], byte[]>) Modern(int revision, string user, string owner)
    {
        var (key, us, uk, os, ok) = (Id.Concat(Id).ToArray(), Id[..8], Id[8..], Id[4..12], Id[2..10]);
        byte[] u = [.. Hash(revision, user, us, []), .. us, .. uk];
        byte[] o = [.. Hash(revision, owner, os, u), .. os, .. ok];
        var ue = Wrap(Hash(revision, user, uk, []), key);
        var oe = Wrap(Hash(revision, owner, ok, u), key);
        return ($"/V 5 /R {revision} /Length 256 /P -4 /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF /O <{Convert.ToHexString(o)}> /U <{Convert.ToHexString(u)}> /OE <{Convert.ToHexString(oe)}> /UE <{Convert.ToHexString(ue)}>",
            (_, bytes) => Cbc(key, bytes));
    }

    private static byte[] Hash(int revision, string password, byte[] salt, byte[] u)
    {
        var p = Encoding.UTF8.GetBytes(password);
        var k = SHA256.HashData([.. p, .. salt, .. u]);
        for (var round = 1; revision == 6; round++)
        {
            var k1 = Enumerable.Repeat((byte[])[.. p, .. k, .. u], 64).SelectMany(static b => b).ToArray();
            using var aes = Aes.Create();
            aes.Key = k[..16];
            var e = aes.EncryptCbc(k1, k.AsSpan(16, 16), PaddingMode.None);
            k = (e.Take(16).Sum(static b => b) % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 64 && e[^1] <= round - 32) break;
        }
        return k[..32];
    }

    private static byte[] Wrap(byte[] by, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = by;
        return aes.EncryptCbc(key, new byte[16], PaddingMode.None);
    }

    private static byte[] Cbc(byte[] key, byte[] bytes)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. Id, .. aes.EncryptCbc(bytes, Id)];
    }

    private static byte[] Mask(byte[] key, int mask) => Array.ConvertAll(key, b => (byte)(b ^ mask));

    private static byte[] Padded(string password) => [.. Encoding.Latin1.GetBytes(password), .. Pad.AsSpan(0, 32 - password.Length)];

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        var s = Enumerable.Range(0, 256).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + s[i] + key[i % key.Length]) & 255;
            (s[i], s[j]) = (s[j], s[i]);
        }
        var result = new byte[data.Length];
        for (int n = 0, i = 0, j = 0; n < data.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + s[i]) & 255;
            (s[i], s[j]) = (s[j], s[i]);
            result[n] = (byte)(data[n] ^ s[(s[i] + s[j]) & 255]);
        }
        return result;
    }
}
