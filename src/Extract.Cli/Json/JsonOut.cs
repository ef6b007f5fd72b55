using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extract.Store;
using Extract.Text;

namespace Extract.Cli.Json;

/// <summary>JSON as all outputs write it: keys in the order of the code, Chinese as it is, two spaces a level, one line end at the end.</summary>
internal static class JsonOut
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>An object that begins with its schema.</summary>
    public static string Document(string schema, Action<Utf8JsonWriter> fields) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", $"extract.{schema}/1");
        fields(json);
        json.WriteEndObject();
    });

    /// <summary>The same, written out as it is made: a table of a million cells is never held as one text.</summary>
    public static void Document(TextWriter output, string schema, Action<Utf8JsonWriter> fields)
    {
        using (var json = new Utf8JsonWriter(new Pieces(output), Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", $"extract.{schema}/1");
            fields(json);
            json.WriteEndObject();
        }
        output.Write('\n');
    }

    /// <summary>Hands every piece of UTF-8 on as text.</summary>
    private sealed class Pieces(TextWriter output) : IBufferWriter<byte>
    {
        private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
        private byte[] bytes = new byte[1 << 14];
        private char[] chars = new char[1 << 14];

        public void Advance(int count)
        {
            if (chars.Length < count + 2) chars = new char[count + 2];
            output.Write(chars, 0, decoder.GetChars(bytes, 0, count, chars, 0, flush: false));
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (bytes.Length < sizeHint) bytes = new byte[sizeHint];
            return bytes;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    public static void Object(this Utf8JsonWriter json, string name, Action fields)
    {
        json.WriteStartObject(name);
        fields();
        json.WriteEndObject();
    }

    public static void Item(this Utf8JsonWriter json, Action fields)
    {
        json.WriteStartObject();
        fields();
        json.WriteEndObject();
    }

    public static void NumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void Place(this Utf8JsonWriter json, Printed printed)
    {
        json.WritePropertyName("place");
        PlaceJson.Write(json, printed.Places);
    }

    public static void Place(this Utf8JsonWriter json, Place? place)
    {
        json.WritePropertyName("place");
        PlaceJson.Write(json, place is null ? [] : [place]);
    }

    /// <summary>Places kept as JSON text in the store.</summary>
    public static void RawPlace(this Utf8JsonWriter json, string? text)
    {
        json.WritePropertyName("place");
        if (text is null) json.WriteNullValue();
        else json.WriteRawValue(text);
    }
}
