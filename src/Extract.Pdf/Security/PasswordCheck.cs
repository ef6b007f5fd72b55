using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Security;

#pragma warning disable CA5350, CA5351, CA5358 // The algorithms are those of the format.

/// <summary>From a password to the key of a file (ISO 32000-2, 7.6.4.3 and 7.6.4.4).</summary>
internal sealed class PasswordCheck(PdfDictionary encrypt, byte[] id, bool metadata)
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly int revision = encrypt["R"].Integer();
    private readonly byte[] ownerEntry = Bytes(encrypt, "O");
    private readonly byte[] userEntry = Bytes(encrypt, "U");

    /// <summary>The key, if the empty password or the given one (as the user's, then as the owner's) opens the file.</summary>
    public byte[]? KeyFor(string password)
    {
        foreach (var candidate in password.Length == 0 ? (string[])[""] : ["", password])
            if ((revision >= 5 ? ModernKey(candidate) : LegacyKey(candidate)) is { } key) return key;
        return null;
    }

    private byte[]? LegacyKey(string password)
    {
        var bytes = Encoding.Latin1.GetBytes(password);
        return UserKey(bytes) ?? UserKey(UserPasswordOf(bytes));
    }

    /// <summary>Algorithms 2, 4, 5 and 6.</summary>
    private byte[]? UserKey(ReadOnlySpan<byte> password)
    {
        var key = FileKey(password);
        if (revision == 2) return userEntry.AsSpan().SequenceEqual(Rc4.Apply(key, Padding)) ? key : null;
        var check = Rc4.Apply(key, MD5.HashData([.. Padding, .. id]));
        for (var round = 1; round <= 19; round++) check = Rc4.Apply(Masked(key, round), check);
        return userEntry.Length >= 16 && userEntry.AsSpan(0, 16).SequenceEqual(check) ? key : null;
    }

    /// <summary>Algorithm 2.</summary>
    private byte[] FileKey(ReadOnlySpan<byte> password)
    {
        var permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, unchecked((int)(long)Math.Clamp(encrypt["P"].Number(), -4e9, 4.2e9)));
        byte[] material = [.. Padded(password), .. ownerEntry.AsSpan(0, Math.Min(32, ownerEntry.Length)), .. permissions, .. id];
        if (revision >= 4 && !metadata) material = [.. material, 0xFF, 0xFF, 0xFF, 0xFF];
        var hash = MD5.HashData(material);
        var length = KeyLength();
        if (revision >= 3)
            for (var i = 0; i < 50; i++) hash = MD5.HashData(hash.AsSpan(0, length));
        return hash[..length];
    }

    private int KeyLength()
    {
        if (revision == 2) return 5;
        // Some writers give the length of a crypt filter in bytes, some in bits.
        var bits = encrypt["V"].Integer() == 4 ? 128 : encrypt["Length"].Integer(40);
        return Math.Clamp(bits / 8, 5, 16);
    }

    /// <summary>Algorithm 7: what the owner's password hides.</summary>
    private byte[] UserPasswordOf(ReadOnlySpan<byte> owner)
    {
        var hash = MD5.HashData(Padded(owner));
        var length = KeyLength();
        if (revision >= 3)
            for (var i = 0; i < 50; i++) hash = MD5.HashData(hash);
        var key = hash[..length];
        var text = ownerEntry[..Math.Min(32, ownerEntry.Length)];
        for (var round = revision == 2 ? 0 : 19; round >= 0; round--) text = Rc4.Apply(Masked(key, round), text);
        return text;
    }

    private static byte[] Masked(byte[] key, int mask) => Array.ConvertAll(key, b => (byte)(b ^ mask));

    private static byte[] Padded(ReadOnlySpan<byte> password)
    {
        var padded = new byte[32];
        var take = Math.Min(32, password.Length);
        password[..take].CopyTo(padded);
        Padding.AsSpan(0, 32 - take).CopyTo(padded.AsSpan(take));
        return padded;
    }

    /// <summary>Algorithm 2.A.</summary>
    private byte[]? ModernKey(string password)
    {
        if (userEntry.Length < 48 || ownerEntry.Length < 48) return null;
        var bytes = Encoding.UTF8.GetBytes(password);
        if (bytes.Length > 127) bytes = bytes[..127];
        var user = userEntry.AsSpan(0, 48);
        if (Hash(bytes, userEntry.AsSpan(32, 8), []).AsSpan().SequenceEqual(user[..32])) return Unwrap(Hash(bytes, user.Slice(40, 8), []), "UE");
        if (Hash(bytes, ownerEntry.AsSpan(32, 8), user).AsSpan().SequenceEqual(ownerEntry.AsSpan(0, 32))) return Unwrap(Hash(bytes, ownerEntry.AsSpan(40, 8), user), "OE");
        return null;
    }

    private byte[]? Unwrap(byte[] wrapping, string entry)
    {
        var wrapped = Bytes(encrypt, entry);
        if (wrapped.Length < 32) return null;
        using var aes = Aes.Create();
        aes.Key = wrapping;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B for revision 6; revision 5 hashes once.</summary>
    private byte[] Hash(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> user)
    {
        var key = SHA256.HashData([.. password, .. salt, .. user]);
        if (revision < 6) return key;
        using var aes = Aes.Create();
        for (var round = 0; ; round++)
        {
            byte[] once = [.. password, .. key, .. user];
            var repeated = new byte[once.Length * 64];
            for (var i = 0; i < 64; i++) once.CopyTo(repeated, i * once.Length);
            aes.Key = key[..16];
            var coded = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            var remainder = 0;
            foreach (var b in coded.AsSpan(0, 16)) remainder += b;
            key = (remainder % 3) switch { 0 => SHA256.HashData(coded), 1 => SHA384.HashData(coded), _ => SHA512.HashData(coded) };
            if (round >= 63 && coded[^1] <= round - 31) return key[..32];
        }
    }

    private static byte[] Bytes(PdfDictionary dictionary, string key) => dictionary[key] is PdfString text ? text.Bytes : [];
}
