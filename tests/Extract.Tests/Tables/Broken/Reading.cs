using System.Reflection;
using System.Text;
using Extract.Documents;
using Extract.Records;

namespace Extract.Tests.Tables.Broken;

/// <summary>The product's pipeline, from the characters of a text file to its records.</summary>
internal static class Reading
{
    private static readonly MethodInfo? Read =
        Type.GetType("Extract.Extraction, Extract")?.GetMethods().FirstOrDefault(static m => m.Name == "Read" && m.GetParameters().Length >= 1);

    public static bool CanRead => Read is not null;

    public static Disclosure Of(string text)
    {
        var document = Readers.Open("generated.txt", Encoding.UTF8.GetBytes(text));
        var arguments = Read!.GetParameters().Select((p, i) => i == 0 ? (object?)document : p.DefaultValue).ToArray();
        return (Disclosure)Read.Invoke(null, arguments)!;
    }
}

/// <summary>A law that waits for the pipeline: skipped, saying so, while there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PipelineFactAttribute : FactAttribute
{
    public PipelineFactAttribute()
    {
        if (!Reading.CanRead) Skip = "the pipeline (Extraction.Read) is not there yet";
    }
}
