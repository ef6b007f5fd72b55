using System.CommandLine;
using System.Globalization;
using Extract.Cli.Display;
using Extract.Cli.Evaluation;
using Extract.Cli.Evaluation.Grids;
using Extract.Cli.Evaluation.Planned;
using Extract.Documents;
using Extract.Tables;
using Extract.Text;

namespace Extract.Cli.Commands;

/// <summary>extract evaluate-tables: reconstructed grids against the ground truth of the ICDAR 2013 table competition.</summary>
internal static class EvaluateTablesCommand
{
    private static readonly string[] Headings = ["document", "tables", "exact", "precision", "recall", "f1", "structure_f1", "found", "said"];

    public static Command Build(Door door)
    {
        var folder = new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = door.Say("含 *.pdf、*-reg.xml、*-str.xml 的文件夹", "the folder with *.pdf, *-reg.xml, *-str.xml") };
        var planned = new Option<int>("--generated") { HelpName = "N", Description = door.Say("另读 N 张按计划排印的表，按种类打分", "read also N tables set from plans, scored by kind") };
        var shown = new Option<int>("--show") { HelpName = "N", Description = door.Say("列出前 N 张读错的排印表", "list the first N of those that were read wrongly") };
        var reliable = new Option<bool>("--reliability") { Description = door.Say("按置信度分档，对照读对的表和格的比例", "bins of confidence against the share of tables and cells that are right") };
        var command = new Verb(
            "evaluate-tables",
            door.Say("对照 ICDAR 2013 表格竞赛的标注，按单元格相邻关系给重建的表打分：整体、给定区域、找表。", "Scores reconstructed tables by cell adjacency against ground truth of the ICDAR 2013 competition: complete, on given regions, detection."),
            "extract evaluate-tables icdar2013-eu",
            "extract evaluate-tables --generated 1400 --reliability")
        {
            folder, planned, shown, reliable,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(door, parsed.GetValue(folder), parsed.GetValue(planned), parsed.GetValue(shown), parsed.GetValue(reliable), cancellation)));
        return command;
    }

    private static int Run(Door door, string? folder, int planned, int shown, bool reliable, CancellationToken cancellation)
    {
        if (folder is null && planned <= 0) throw new UsageException(door.Say("请给出文件夹或 --generated N", "give a folder or --generated N"));
        var code = folder is null ? ExitCode.Done : Competition(door, folder, reliable, cancellation);
        if (planned > 0) Planned(door, planned, shown, reliable);
        return code;
    }

    private static void Planned(Door door, int count, int shown, bool reliable)
    {
        var readings = Enumerable.Range(0, count).Select(PlannedReading.Of).ToList();
        door.Out.Write(TextTable.Write(["kind", "tables", "cells", "cells_exact", "tables_exact"], [.. PlannedReading.ByKind(readings)]));
        foreach (var wrong in readings.Where(static reading => reading.Right < reading.All).Take(shown)) door.Line(wrong.Describe());
        if (reliable) Reliable(door, [.. readings.SelectMany(static reading => reading.Judged)]);
    }

    private static void Reliable(Door door, List<Judged> tables)
    {
        door.Out.Write(TextTable.Write(Reliability.Headings, [.. Reliability.Rows(tables)]));
        door.Line(string.Create(CultureInfo.InvariantCulture, $"Brier {Reliability.Brier(tables):0.0000}"));
    }

    private static int Competition(Door door, string folder, bool reliable, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) throw new UsageException(door.Say($"没有文件夹 {folder}", $"no folder {folder}"));
        var scores = new List<Scored>();
        foreach (var pdf in Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            var truths = Truths(folder, Path.GetFileNameWithoutExtension(pdf));
            if (truths.Count == 0) continue;
            var document = Readers.Open(pdf, File.ReadAllBytes(pdf), cancellation);
            var grids = PageReading.Grids(document);
            // Where the truth is stated in two ways, either is right.
            scores.Add(truths.Select(truth => Score(document, grids, truth)).MaxBy(static score => score.Complete.Cells.F1 + score.Structure.F1)!);
        }
        if (scores.Count == 0) return ExitCode.NothingProcessed;
        door.Out.Write(TextTable.Write(Headings, [.. scores.Select(static score => score.Row)]));
        Summary(door, scores);
        if (reliable) Reliable(door, [.. scores.SelectMany(static score => score.Complete.Said)]);
        return ExitCode.Done;
    }

    /// <summary>The truth of a document: name-str.xml, or several of which each adds a letter to the name.</summary>
    private static List<(string? Regions, string Structure)> Truths(string folder, string name)
    {
        var stem = char.IsAsciiLetter(name[^1]) && name.Length > 1 && char.IsAsciiDigit(name[^2]) ? name[..^1] : name;
        return [.. Directory.GetFiles(folder, stem + "*-str.xml").Where(path => Path.GetFileName(path).Length - "-str.xml".Length - stem.Length <= 1).Order(StringComparer.Ordinal)
            .Select(static path => (path.Replace("-str.xml", "-reg.xml", StringComparison.Ordinal) is var regions && File.Exists(regions) ? regions : null, path))];
    }

    private static Scored Score(Document document, IReadOnlyList<Grid> grids, (string? Regions, string Structure) files)
    {
        double Height(int page) => page >= 1 && page <= document.Sheets.Count ? document.Sheets[page - 1].Height * document.Sheets[page - 1].EmPoints : 0;
        var truth = CompetitionTruth.Read(files.Regions, files.Structure, Height);
        var structure = truth.Select(table => Structure(document, table)).Aggregate(default(Agreement), static (a, b) => a + b);
        return new Scored(Path.GetFileName(document.File), truth.Count, GridScore.Of(truth, grids), structure);
    }

    /// <summary>One table's relations where its regions are given.</summary>
    private static Agreement Structure(Document document, TrueTable table)
    {
        var said = new List<ScoredCell>();
        var row = 0;
        foreach (var place in table.Regions.Select(static region => region.Place).Where(place => place.Page <= document.Sheets.Count))
        {
            if (PageReading.InRegion(document.Sheets[place.Page - 1], place) is not { } grid) continue;
            said.AddRange(grid.Cells.Select(cell => GridScore.Scored(cell) is var scored ? scored with { FirstRow = scored.FirstRow + row, LastRow = scored.LastRow + row } : scored));
            row += grid.RowCount;
        }
        var (wanted, found) = (CellRelations.Of(table.Cells), CellRelations.Of(said));
        return new Agreement(CellRelations.Shared(wanted, found), wanted.Values.Sum(), found.Values.Sum());
    }

    private static void Summary(Door door, List<Scored> scores)
    {
        var complete = scores.Select(static score => score.Complete.Cells).Aggregate(static (a, b) => a + b);
        var structure = scores.Select(static score => score.Structure).Aggregate(static (a, b) => a + b);
        var detection = scores.Select(static score => score.Complete.Regions).Aggregate(static (a, b) => a + b);
        var (tables, exact) = (scores.Sum(static score => score.Tables), scores.Sum(static score => score.Complete.Exact));
        door.Line(string.Create(CultureInfo.InvariantCulture, $"complete: mean F1 {scores.Average(static score => score.Complete.Cells.F1):0.0000}, pooled {complete.F1:0.0000}; exact {exact}/{tables}"));
        door.Line(string.Create(CultureInfo.InvariantCulture, $"structure: mean F1 {scores.Average(static score => score.Structure.F1):0.0000}, pooled {structure.F1:0.0000}"));
        door.Line(string.Create(CultureInfo.InvariantCulture, $"detection: precision {detection.Precision:0.000}, recall {detection.Recall:0.000}, F1 {detection.F1:0.000}"));
    }

    private sealed record Scored(string File, int Tables, GridScore Complete, Agreement Structure)
    {
        public IReadOnlyList<string> Row =>
        [
            File, Whole(Tables), Whole(Complete.Exact), Part(Complete.Cells.Precision), Part(Complete.Cells.Recall), Part(Complete.Cells.F1), Part(Structure.F1),
            Whole(Complete.Regions.Right), Whole(Complete.Regions.Said),
        ];

        private static string Part(double part) => part.ToString("0.000", CultureInfo.InvariantCulture);

        private static string Whole(int whole) => whole.ToString(CultureInfo.InvariantCulture);
    }
}
