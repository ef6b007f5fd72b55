using System.Text;
using Extract.Documents;
using Extract.Records;

namespace Extract.Tests.Tables.Broken;

/// <summary>The product's pipeline, from the characters of a text file to its records.</summary>
internal static class Reading
{
    public static Disclosure Of(string text) => Extraction.Read(Readers.Open("generated.txt", Encoding.UTF8.GetBytes(text)));
}
