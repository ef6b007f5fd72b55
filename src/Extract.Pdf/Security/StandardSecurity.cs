using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Security;

/// <summary>How bytes are encrypted.</summary>
internal enum Cipher
{
    /// <summary>Not at all.</summary>
    Identity,

    /// <summary>RC4 with a key of the object.</summary>
    Rc4,

    /// <summary>AES-128 in CBC mode with a key of the object.</summary>
    Aes128,

    /// <summary>AES-256 in CBC mode with the key of the file.</summary>
    Aes256,
}

/// <summary>The standard security handler, revisions 2 to 6 (ISO 32000-2, 7.6.4).</summary>
internal sealed class StandardSecurity
{
    private readonly byte[] key;
    private readonly Cipher strings;
    private readonly Cipher streams;
    private readonly bool metadata;

    private StandardSecurity(byte[]? key, Cipher strings, Cipher streams, bool metadata)
    {
        Opened = key is not null;
        this.key = key ?? [];
        (this.strings, this.streams, this.metadata) = (strings, streams, metadata);
    }

    /// <summary>The key is known.</summary>
    public bool Opened { get; }

    /// <summary>The security of a file; null where it is not encrypted.</summary>
    public static StandardSecurity? Of(PdfDictionary trailer, string password, Troubles troubles)
    {
        if (trailer.Dictionary("Encrypt") is not { } encrypt) return null;
        var (version, revision) = (encrypt["V"].Integer(), encrypt["R"].Integer());
        var known = encrypt.NameOf("Filter") is "Standard" or null && version is 1 or 2 or 4 or 5 && revision is >= 2 and <= 6;
        if (!known)
        {
            troubles.Add(PdfTroubleKind.UnknownSecurity, string.Create(CultureInfo.InvariantCulture, $"{encrypt.NameOf("Filter")} V{version} R{revision}"));
            return new StandardSecurity(null, Cipher.Identity, Cipher.Identity, false);
        }
        var metadata = encrypt["EncryptMetadata"] is not PdfBool { Value: false };
        var key = new PasswordCheck(encrypt, trailer.Array("ID")?[0] is PdfString id ? id.Bytes : [], metadata).KeyFor(password);
        if (key is null) troubles.Add(PdfTroubleKind.PasswordNeeded, string.Create(CultureInfo.InvariantCulture, $"V{version} R{revision}"));
        return new StandardSecurity(key, CipherOf(encrypt, version, "StrF"), CipherOf(encrypt, version, "StmF"), metadata);
    }

    public byte[] DecryptString(ReadOnlySpan<byte> written, int number, int generation) =>
        Opened ? Decrypt(written, strings, number, generation) : written.ToArray();

    /// <summary>The bytes of a stream, decrypted; cross-reference streams and streams that say so are not encrypted (7.6.3).</summary>
    public ReadOnlyMemory<byte> Decrypt(PdfStream stream)
    {
        var dictionary = stream.Dictionary;
        if (!Opened || streams == Cipher.Identity || dictionary.NameOf("Type") is "XRef" || HasOwnIdentity(dictionary)) return stream.Raw;
        if (!metadata && dictionary.NameOf("Type") is "Metadata") return stream.Raw;
        return Decrypt(stream.Raw.Span, streams, stream.ObjectNumber, stream.Generation);
    }

    private static bool HasOwnIdentity(PdfDictionary dictionary)
    {
        var first = dictionary["Filter"] is PdfArray filters ? filters[0].Name : dictionary.NameOf("Filter");
        if (first != "Crypt") return false;
        var parameters = dictionary["DecodeParms"] is PdfArray several ? several[0].AsDictionary() : dictionary.Dictionary("DecodeParms");
        return parameters?.NameOf("Name") is null or "Identity";
    }

    private static Cipher CipherOf(PdfDictionary encrypt, int version, string use)
    {
        if (version < 4) return Cipher.Rc4;
        var name = encrypt.NameOf(use) ?? "Identity";
        return encrypt.Dictionary("CF")?.Dictionary(name)?.NameOf("CFM") switch
        {
            "V2" => Cipher.Rc4,
            "AESV2" => Cipher.Aes128,
            "AESV3" => Cipher.Aes256,
            _ => Cipher.Identity,
        };
    }

    private byte[] Decrypt(ReadOnlySpan<byte> data, Cipher cipher, int number, int generation) => cipher switch
    {
        Cipher.Rc4 => Rc4.Apply(ObjectKey(number, generation, aes: false), data),
        Cipher.Aes128 => Cbc(ObjectKey(number, generation, aes: true), data),
        Cipher.Aes256 => Cbc(key, data),
        _ => data.ToArray(),
    };

    /// <summary>Algorithm 1: the key of an object.</summary>
    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        Span<byte> material = stackalloc byte[32 + 9];
        key.CopyTo(material);
        var at = key.Length;
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        four[..3].CopyTo(material[at..]);
        BinaryPrimitives.WriteInt32LittleEndian(four, generation);
        four[..2].CopyTo(material[(at + 3)..]);
        at += 5;
        if (aes)
        {
            "sAlT"u8.CopyTo(material[at..]);
            at += 4;
        }
#pragma warning disable CA5351 // The format prescribes it; nothing is kept secret here.
        return MD5.HashData(material[..at])[..Math.Min(16, key.Length + 5)];
#pragma warning restore CA5351
    }

    /// <summary>The first block is the initialisation vector; the last says how many bytes of it are padding.</summary>
    private static byte[] Cbc(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 32 || key.Length is not (16 or 32)) return [];
        using var aes = Aes.Create();
        aes.Key = key;
        var body = data[16..];
        var plain = aes.DecryptCbc(body[..(body.Length & ~15)], data[..16], PaddingMode.None);
        var padding = plain[^1];
        return padding is >= 1 and <= 16 ? plain[..^padding] : plain;
    }
}
