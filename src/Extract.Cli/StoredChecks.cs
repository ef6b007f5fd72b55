using System.Collections.Immutable;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Diagnostics;
using Extract.Store;

namespace Extract.Cli;

/// <summary>What the checks found when the documents of a store were ingested.</summary>
internal static class StoredChecks
{
    public static Checked Read(string db)
    {
        using var store = StoreReader.Open(db);
        var findings = Findings(store).ToLookup(f => f.Document, f => f.Said);
        var diagnostics = store.Read<(long Document, string Id, string Severity, string Chinese, string English, string? Place)>(
            "select document_id, id, severity, says_zh, says_en, place from diagnostic order by document_id, ordinal")
            .ToLookup(d => d.Document, d => new SaidDiagnostic(d.Id, Names.Parse<Severity>(d.Severity)!.Value, d.Chinese, d.English, d.Place));
        var coverage = store.Read<(long Document, long Run, long Held, long Rounding, long Failed, long CannotRun)>(
            "select document_id, checks_run, held, held_within_rounding, failed, cannot_run from check_run")
            .ToDictionary(r => r.Document, r => new Coverage((int)r.Run, (int)r.Held, (int)r.Rounding, (int)r.Failed, (int)r.CannotRun));
        var documents = store.Read<Row>(
            """
            select d.id, d.file, d.sha256, d.format, d.kind, d.title, coalesce(f.name, '') as filer, d.region, d.fiscal_year as fiscalyear, d.unit, d.sheets,
                   d.text_layer as textlayer
            from document d left join filer f on f.id = d.filer_id
            where d.status <> 'failed'
            order by d.file, d.sha256
            """).Select(d => new CheckedDocument(
                d.File, d.Sha256, d.Format, d.Kind, d.Title, d.Filer, d.Region, (int?)d.FiscalYear, d.Unit, (int)d.Sheets, d.TextLayer,
                coverage.GetValueOrDefault(d.Id, new Coverage(0, 0, 0, 0, 0)), [.. findings[d.Id]], [.. diagnostics[d.Id]]));
        return new Checked(documents.ToArray(), Failed(store));
    }

    /// <summary>The findings whose id begins so, with the document's row id.</summary>
    public static IEnumerable<(long Document, SaidFinding Said)> Findings(StoreReader store, string idBeginsWith = "")
    {
        var begins = new { begins = idBeginsWith, after = idBeginsWith + "\U0010FFFF" };
        var operands = store.Read<OperandRow>(
            """
            select o.document_id as document, o.finding_ordinal as finding, o.label, o.role, o.printed, o.quote, o.place
            from finding_operand o join finding n on n.document_id = o.document_id and n.ordinal = o.finding_ordinal
            where n.id >= @begins and n.id < @after
            order by o.document_id, o.finding_ordinal, o.ordinal
            """,
            begins).ToLookup(o => (o.Document, o.Finding));
        var rows = store.Read<FindingRow>(
            """
            select n.document_id as document, n.ordinal, n.id, n.check_id as checkid, n.verdict, n.severity, n.subject, n.formula, n.stated, n.computed, n.gap,
                   n.slack, n.unit, n.cause, n.says_zh as sayszh, n.says_en as saysen, n.cause_zh as causezh, n.cause_en as causeen
            from finding n where n.id >= @begins and n.id < @after
            order by n.document_id, n.ordinal
            """,
            begins);
        return rows.Select(n => (n.Document, new SaidFinding(
            new Finding(
                n.Id, n.CheckId, Names.Parse<Verdict>(n.Verdict)!.Value, Names.Parse<Severity>(n.Severity)!.Value, n.Subject, n.Formula, n.Stated, n.Computed,
                n.Gap, n.Slack, n.Unit, n.Cause, [], [.. operands[(n.Document, n.Ordinal)].Select(o => o.ToOperand())]),
            new FindingSentences(n.SaysZh, n.SaysEn, n.CauseZh, n.CauseEn))));
    }

    private static ImmutableArray<(string File, Failure Failure)> Failed(StoreReader store) =>
    [
        .. store.Read<(string File, string Stage, string Code, string Chinese, string English)>(
            """
            select file, failed_stage, failed_code, failed_zh, failed_en from document where status = 'failed'
            union all
            select path, 'open', code, says_zh, says_en from unreadable_file
            order by 1
            """).Select(f => (f.File, new Failure(f.Stage, f.Code, f.Chinese, f.English))),
    ];

    private sealed record Row
    {
        public long Id { get; init; }

        public string File { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string Format { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Title { get; init; } = "";

        public string Filer { get; init; } = "";

        public string Region { get; init; } = "";

        public long? FiscalYear { get; init; }

        public string Unit { get; init; } = "";

        public long Sheets { get; init; }

        public string TextLayer { get; init; } = "";
    }

    private sealed record FindingRow
    {
        public long Document { get; init; }

        public long Ordinal { get; init; }

        public string Id { get; init; } = "";

        public string CheckId { get; init; } = "";

        public string Verdict { get; init; } = "";

        public string Severity { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Formula { get; init; } = "";

        public string Stated { get; init; } = "";

        public string Computed { get; init; } = "";

        public string Gap { get; init; } = "";

        public string Slack { get; init; } = "";

        public string Unit { get; init; } = "";

        public string Cause { get; init; } = "";

        public string SaysZh { get; init; } = "";

        public string SaysEn { get; init; } = "";

        public string CauseZh { get; init; } = "";

        public string CauseEn { get; init; } = "";
    }

    private sealed record OperandRow
    {
        public long Document { get; init; }

        public long Finding { get; init; }

        public string Label { get; init; } = "";

        public string Role { get; init; } = "";

        public string Printed { get; init; } = "";

        public string Quote { get; init; } = "";

        public string? Place { get; init; }

        public Operand ToOperand() => new(Label, Printed, Names.Parse<Role>(Role)!.Value, Quote, PlaceJson.Read(Place));
    }
}
