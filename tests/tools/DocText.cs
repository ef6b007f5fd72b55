#:project ../../src/Extract.Documents/Extract.Documents.csproj
#:property PublishAot=false

// Prints the text of each document, run by run, into a folder: dotnet run tests/tools/DocText.cs FOLDER FILE…
using Extract.Documents;

foreach (var file in args[1..])
{
    try
    {
        var document = Readers.Open(Path.GetFileName(file), File.ReadAllBytes(file));
        File.WriteAllLines(Path.Combine(args[0], Path.GetFileName(file) + ".extract"), document.Sheets.SelectMany(static sheet => sheet.Runs).Select(static run => run.Text));
    }
    catch (Exception refused)
    {
        Console.Error.WriteLine($"{Path.GetFileName(file)}: {refused.GetType().Name}");
    }
}
