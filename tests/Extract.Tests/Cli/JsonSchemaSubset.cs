using System.Text.Json;

namespace Extract.Tests.Cli;

/// <summary>The part of JSON Schema 2020-12 that the published schemas use; any other keyword is an error of the schema.</summary>
internal sealed class JsonSchemaSubset(JsonElement schema)
{
    private static readonly HashSet<string> Silent = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>Where and why the value breaks the schema; empty where it does not.</summary>
    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement rule, JsonElement value, string path, List<string> errors)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Check(schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, path, errors);
                    break;
                case "const" when keyword.Value.ToString() != value.ToString():
                    errors.Add($"{path}: {value} is not {keyword.Value}");
                    break;
                case "enum" when keyword.Value.EnumerateArray().All(e => e.ToString() != value.ToString()):
                    errors.Add($"{path}: {value} is none of {keyword.Value}");
                    break;
                case "type" when !Types(keyword.Value).Any(t => Is(value, t)):
                    errors.Add($"{path}: {value.ValueKind} is not {keyword.Value}");
                    break;
                case "anyOf" when !keyword.Value.EnumerateArray().Any(any => Fits(any, value)):
                    errors.Add($"{path}: {value} fits none");
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i))) Check(keyword.Value, item, $"{path}[{i}]", errors);
                    break;
                case "minItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < keyword.Value.GetInt32():
                case "maxItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > keyword.Value.GetInt32():
                    errors.Add($"{path}: {value.GetArrayLength()} items");
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var member)) Check(property.Value, member, $"{path}.{property.Name}", errors);
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    errors.AddRange(keyword.Value.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{path}: {r} is missing"));
                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    var known = rule.GetProperty("properties");
                    errors.AddRange(value.EnumerateObject().Where(p => !known.TryGetProperty(p.Name, out _)).Select(p => $"{path}: {p.Name} is not in the schema"));
                    break;
                case "const" or "enum" or "type" or "anyOf" or "items" or "minItems" or "maxItems" or "properties" or "required" or "additionalProperties":
                    break;
                default:
                    if (!Silent.Contains(keyword.Name)) errors.Add($"{path}: the keyword {keyword.Name} is not known here");
                    break;
            }
        }
    }

    private bool Fits(JsonElement rule, JsonElement value)
    {
        var errors = new List<string>();
        Check(rule, value, "", errors);
        return errors.Count == 0;
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
