using System.Globalization;
using System.Text;
using Extract.Cli.Json;
using Extract.Store;

namespace Extract.Cli.Display;

/// <summary>Rows of a query as a table, CSV, Markdown or JSON.</summary>
internal static class AnswerText
{
    public static string Write(Answer answer, string format, int width)
    {
        switch (format)
        {
            case "json":
                return Json(answer);
            case "csv":
                var csv = new StringBuilder();
                Csv.Row(csv, answer.Columns);
                foreach (var row in answer.Rows) Csv.Row(csv, row.Select(Text));
                return csv.ToString();
            case "md":
                var markdown = new StringBuilder();
                GridMarkdown.Row(markdown, answer.Columns);
                GridMarkdown.Row(markdown, answer.Columns.Select(_ => "---"), raw: true);
                foreach (var row in answer.Rows) GridMarkdown.Row(markdown, row.Select(Text));
                return markdown.ToString();
            default:
                var rows = answer.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(v => Shown.Line(Text(v)))]).ToArray();
                return TextTable.Fits(answer.Columns, rows, width) ? TextTable.Write(answer.Columns, rows, width) : TextTable.Upright(answer.Columns, rows);
        }
    }

    private static string Json(Answer answer) => JsonOut.Document("query", json =>
    {
        json.Array("columns", answer.Columns, json.WriteStringValue);
        json.Array("rows", answer.Rows, row =>
        {
            json.WriteStartArray();
            foreach (var value in row)
            {
                switch (value)
                {
                    case null: json.WriteNullValue(); break;
                    case long number: json.WriteNumberValue(number); break;
                    case double number: json.WriteNumberValue(number); break;
                    default: json.WriteStringValue(Text(value)); break;
                }
            }
            json.WriteEndArray();
        });
        json.WriteBoolean("cut", answer.Cut);
    });

    private static string Text(object? value) => value switch
    {
        null => "",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
