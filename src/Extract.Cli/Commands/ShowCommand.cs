using System.CommandLine;
using System.Globalization;
using Extract.Cli.Display;
using Extract.Cli.Json;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>extract show: one finding, fact or figure of the store, with what it rests on.</summary>
internal static class ShowCommand
{
    /// <summary>The shortest beginning of a finding's id that is looked for.</summary>
    private const int ShortestBeginning = 4;

    public static Command Build(Door door)
    {
        var id = new Argument<string>("ID") { Description = door.Say("发现的编号（或其开头），或表内数、文中数的编号（…-f12、…-n7）", "a finding's id (or its beginning), or that of a fact or figure (…-f12, …-n7)") };
        var db = Options.Db(door);
        var format = Options.Format(door, "text", "json");
        var command = new Verb(
            "show",
            door.Say("显示库中的一个发现或一个数：参与的数、印出的原文与出处。", "Shows one finding or figure of the store: its operands, their printed text and places."),
            "extract show 3f9a1c22d0b84e71 --db x.db",
            "extract show b1f9787596522663-n12 --db x.db")
        {
            id, db, format,
        };
        command.SetAction(parsed =>
        {
            using var store = StoreReader.Open(parsed.GetValue(db)!);
            return Show(door, store, parsed.GetValue(id)!, parsed.GetValue(format) == "json");
        });
        return command;
    }

    private static int Show(Door door, StoreReader store, string id, bool json)
    {
        if (Fact(door, store, id, json) || Figure(door, store, id, json)) return ExitCode.Done;
        var found = id.Length < ShortestBeginning ? [] : StoredChecks.Findings(store, id).ToArray();
        if (found.Length == 1)
        {
            Finding(door, store, found[0].Document, found[0].Said, json);
            return ExitCode.Done;
        }
        door.Trouble(found.Length == 0
            ? door.Say($"库中没有 {id}", $"the store holds no {id}")
            : door.Say($"{id} 不唯一：{string.Join(' ', found.Take(10).Select(f => f.Said.Finding.Id))}", $"{id} is not unique: {string.Join(' ', found.Take(10).Select(f => f.Said.Finding.Id))}"));
        return ExitCode.NothingProcessed;
    }

    private static void Finding(Door door, StoreReader store, long documentId, SaidFinding said, bool json)
    {
        var document = Document(store, "d.id = @documentId", new { documentId });
        if (json)
        {
            door.Out.Write(JsonOut.Document("show", w =>
            {
                w.WriteString("kind", "finding");
                w.Object("document", () => document.Write(w));
                w.WritePropertyName("finding");
                CheckJson.Finding(w, said, door.DataLanguage);
            }));
            return;
        }
        door.Line(Shown.Line(document.Line));
        door.Out.Write(new FindingText(door, all: true).One(said));
    }

    private static bool Fact(Door door, StoreReader store, string id, bool json)
    {
        var found = store.Read<Number>(
            """
            select x.id, x.document_id as documentid, x.form, x.row_name as item, x.column_name as ofwhat, x.code, x.year, x.entry, x.printed,
                   coalesce(x.value, '') as value, x.base_unit as baseunit, x.unit, x.decimals, '' as kind, '' as section, '' as quote, x.place
            from fact x where x.id = @id
            """,
            new { id });
        if (found.Count == 0) return false;
        var (fact, document) = (found[0], Document(store, "d.id = @documentId", new { documentId = found[0].DocumentId }));
        if (json) door.Out.Write(Json("fact", document, fact));
        else Text(door, document, fact, string.Join(" / ", ((string[])[fact.Form, fact.Item, fact.OfWhat]).Where(s => s.Length > 0)));
        return true;
    }

    private static bool Figure(Door door, StoreReader store, string id, bool json)
    {
        var found = store.Read<Number>(
            """
            select x.id, x.document_id as documentid, '' as form, x.item, x.of as ofwhat, '' as code, x.year, 'number' as entry, x.printed, x.value,
                   x.base_unit as baseunit, x.unit, x.decimals, x.kind, x.section, x.quote, x.place
            from figure x where x.id = @id
            """,
            new { id });
        if (found.Count == 0) return false;
        var (figure, document) = (found[0], Document(store, "d.id = @documentId", new { documentId = found[0].DocumentId }));
        if (json) door.Out.Write(Json("figure", document, figure));
        else Text(door, document, figure, string.Join(" / ", ((string[])[figure.Section, figure.Item]).Where(s => s.Length > 0)));
        return true;
    }

    private static void Text(Door door, Source document, Number number, string address)
    {
        door.Line(Shown.Line(document.Line));
        door.Line(Shown.Line(address + (number.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"（{year}）") : "")));
        door.Line(Shown.Line($"    {door.Say("印出", "printed")} {number.Printed} {number.Unit}" + (number.Value.Length > 0 ? $"  = {number.Value} {(number.BaseUnit == "1" ? "" : number.BaseUnit)}".TrimEnd() : "")));
        if (number.Quote.Length > 0) door.Line(Shown.Line($"    “{number.Quote}”"));
        if (PlaceJson.Read(number.Place) is { } place) door.Line($"    {door.Say("出处", "at")} {place.In(door)}");
        door.Line($"    {number.Id}");
    }

    private static string Json(string kind, Source document, Number number) => JsonOut.Document("show", w =>
    {
        w.WriteString("kind", kind);
        w.Object("document", () => document.Write(w));
        w.Object(kind, () =>
        {
            w.WriteString("id", number.Id);
            if (kind == "fact")
            {
                w.WriteString("form", number.Form);
                w.WriteString("row", number.Item);
                w.WriteString("column", number.OfWhat);
                w.WriteString("code", number.Code);
                w.WriteString("entry", number.Entry);
            }
            else
            {
                w.WriteString("section", number.Section);
                w.WriteString("item", number.Item);
                w.WriteString("kind", number.Kind);
                w.WriteString("of", number.OfWhat);
                w.WriteString("quote", number.Quote);
            }
            w.NumberOrNull("year", (int?)number.Year);
            w.WriteString("printed", number.Printed);
            w.WriteString("value", number.Value);
            w.WriteString("base_unit", number.BaseUnit);
            w.WriteString("unit", number.Unit);
            w.NumberOrNull("decimals", (int?)number.Decimals);
            w.RawPlace(number.Place);
        });
    });

    private static Source Document(StoreReader store, string where, object parameters) => store.Read<Source>(
        $"select d.file, d.sha256, coalesce(f.name, '') as filer, d.fiscal_year as fiscalyear from document d left join filer f on f.id = d.filer_id where {where}", parameters)[0];

    private sealed record Source
    {
        public string File { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string Filer { get; init; } = "";

        public long? FiscalYear { get; init; }

        public string Line => string.Join(" · ", ((string[])[File, Filer, FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? ""]).Where(s => s.Length > 0));

        public void Write(System.Text.Json.Utf8JsonWriter w)
        {
            w.WriteString("file", File);
            w.WriteString("sha256", Sha256);
            w.WriteString("filer", Filer);
            w.NumberOrNull("fiscal_year", (int?)FiscalYear);
        }
    }

    private sealed record Number
    {
        public string Id { get; init; } = "";

        public long DocumentId { get; init; }

        public string Form { get; init; } = "";

        public string Section { get; init; } = "";

        public string Item { get; init; } = "";

        public string OfWhat { get; init; } = "";

        public string Code { get; init; } = "";

        public string Kind { get; init; } = "";

        public long? Year { get; init; }

        public string Entry { get; init; } = "";

        public string Printed { get; init; } = "";

        public string Value { get; init; } = "";

        public string BaseUnit { get; init; } = "";

        public string Unit { get; init; } = "";

        public long? Decimals { get; init; }

        public string Quote { get; init; } = "";

        public string? Place { get; init; }
    }
}
