using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extract.Text;

namespace Extract.Store;

/// <summary>
/// Places as JSON, the same in the store and in every output: {"page":1,"line":12,"columns":[3,8]} in a text, {"page":9,"box":[l,t,r,b]}
/// in points, {"sheet":…,"cell":…} with the number "stored" where the cell shows less than it, {"path":…}. A phrase printed at several places is its first place with the others under "also".
/// </summary>
public static class PlaceJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text of places; null where there is none.</summary>
    public static string? Text(ImmutableArray<Place> places)
    {
        if (places.IsDefaultOrEmpty) return null;
        var buffer = new ArrayBufferWriter<byte>(96);
        using (var json = new Utf8JsonWriter(buffer, Plain)) Write(json, places);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The JSON text of one place; null for null.</summary>
    public static string? Text(Place? place) => place is null ? null : Text([place]);

    /// <summary>Writes places as a JSON value; null where there is none.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Place> places)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (places.IsDefaultOrEmpty)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        WriteFields(json, places[0]);
        if (places.Length > 1)
        {
            json.WriteStartArray("also");
            foreach (var place in places.AsSpan()[1..])
            {
                json.WriteStartObject();
                WriteFields(json, place);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>The first place of a stored JSON text; null for null.</summary>
    public static Place? Read(string? text)
    {
        if (text is null) return null;
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.TryGetProperty("columns", out var columns))
            return new TextPlace(root.GetProperty("page").GetInt32(), root.GetProperty("line").GetInt32(), columns[0].GetInt32(), columns[1].GetInt32());
        if (root.TryGetProperty("box", out var box))
            return new PagePlace(root.GetProperty("page").GetInt32(), box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());
        if (root.TryGetProperty("cell", out var cell))
            return new CellPlace(root.GetProperty("sheet").GetString()!, cell.GetString()!) { Stored = root.TryGetProperty("stored", out var stored) ? stored.GetDouble() : null };
        return new PathPlace(root.GetProperty("path").GetString()!);
    }

    private static void WriteFields(Utf8JsonWriter json, Place place)
    {
        switch (place)
        {
            case TextPlace text:
                json.WriteNumber("page", text.Page);
                json.WriteNumber("line", text.Line);
                json.WriteStartArray("columns");
                json.WriteNumberValue(text.FromColumn);
                json.WriteNumberValue(text.ToColumn);
                json.WriteEndArray();
                break;
            case PagePlace page:
                json.WriteNumber("page", page.Page);
                json.WriteStartArray("box");
                // A hundredth of a point is finer than any printer; more would only differ between machines.
                foreach (var edge in (ReadOnlySpan<double>)[page.Left, page.Top, page.Right, page.Bottom]) json.WriteNumberValue(Math.Round(edge, 2));
                json.WriteEndArray();
                break;
            case CellPlace cell:
                json.WriteString("sheet", cell.Sheet);
                json.WriteString("cell", cell.Cell);
                if (cell.Stored is { } stored && double.IsFinite(stored)) json.WriteNumber("stored", stored);
                break;
            case PathPlace path:
                json.WriteString("path", path.Path);
                break;
            default:
                throw new NotSupportedException($"a place of an unknown kind: {place.GetType().Name}");
        }
    }
}
