using System.Globalization;
using Extract.Cli.Evaluation.Pdf;
using Extract.Documents;
using Extract.Tables;
using Extract.Text;

namespace Extract.Cli.Commands;

/// <summary>extract bench tables: what reconstruction costs beside reading, page by page, and how it grows with the ink of a page.</summary>
internal static class TablesBench
{
    /// <summary>Runs of a page that is still an ordinary one.</summary>
    private const int Ordinary = 2000;

    /// <summary>The runtime compiles a method anew, and better, once it was called thirty times: so often everything is done before it is measured.</summary>
    private const int Warming = 40;

    public static int Run(Door door, string[] paths, int rounds, CancellationToken cancellation)
    {
        var documents = new List<(string Name, string Path, byte[] Bytes, Document Document)>();
        foreach (var found in Reading.Intake.Files(paths))
        {
            if (!found.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) continue;
            var bytes = File.ReadAllBytes(found.Path);
            documents.Add((found.Name, found.Path, bytes, Readers.Open(found.Name, bytes, cancellation)));
        }
        if (documents.Count == 0) return ExitCode.NothingProcessed;
        for (var i = 0; i < Warming; i++)
            foreach (var (name, _, bytes, document) in documents)
            {
                _ = Readers.Open(name, bytes, cancellation);
                _ = PageReading.Grids(document);
            }
        var ratios = new List<double>();
        var own = 0.0;
        foreach (var (name, _, bytes, document) in documents)
        {
            var reading = Least(rounds, () => Readers.Open(name, bytes, cancellation));
            var rebuilding = Least(rounds, () => PageReading.Grids(document));
            ratios.Add(rebuilding / Math.Max(0.001, reading));
            own += reading + rebuilding;
            door.Line(string.Create(CultureInfo.InvariantCulture, $"{reading,9:0.0} ms  {rebuilding,9:0.0} ms  {ratios[^1],6:0.00}  {document.Sheets.Count,4}  {name}"));
        }
        ratios.Sort();
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"重建与读取之比：中位 {ratios[ratios.Count / 2]:0.00}，最大 {ratios[^1]:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"reconstruction to reading: median {ratios[ratios.Count / 2]:0.00}, most {ratios[^1]:0.00}")));
        Beside(door, own, [.. documents.Select(static d => d.Path)]);
        Pages(door, [.. documents.SelectMany(static d => d.Document.Sheets)], rounds);
        return ExitCode.Done;
    }

    /// <summary>What other programs take for the same files, each started once a file.</summary>
    private static void Beside(Door door, double own, List<string> paths)
    {
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"{paths.Count} 个文件的处理器时间：本程序（预热后，读取与重建）{own:0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"processor time of {paths.Count} files: this program, warm, reading and rebuilding {own:0} ms")));
        foreach (var peer in Peer.All)
        {
            var costs = paths.ConvertAll(peer.Cost);
            var took = costs.Contains(null) ? door.Say("未安装", "not installed") : string.Create(CultureInfo.InvariantCulture, $"{costs.Sum(static cost => cost!.Value.TotalMilliseconds):0} ms");
            door.Line($"  {peer.Name}: {took} ({door.Say(peer.DoesChinese, peer.Does)})");
        }
    }

    private static void Pages(Door door, List<Sheet> sheets, int rounds)
    {
        var slowest = sheets.Where(static sheet => sheet.Runs.Count <= Ordinary).Select(sheet => Least(rounds, () => PageReading.Seen(sheet))).DefaultIfEmpty(0).Max();
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"不超过 {Ordinary} 段的页：最慢 {slowest:0.0} ms"), string.Create(CultureInfo.InvariantCulture, $"pages of at most {Ordinary} runs: the slowest {slowest:0.0} ms")));
        if (sheets.MaxBy(static sheet => sheet.Runs.Count) is not { Runs.Count: > 0 } fullest) return;
        foreach (var runs in (int[])[12_500, 25_000, 50_000])
        {
            var page = Grown(fullest, runs);
            door.Line(door.Say(
                string.Create(CultureInfo.InvariantCulture, $"{page.Runs.Count} 段、{page.Rules.Count} 线的页：{Least(2, () => PageReading.Seen(page)):0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"a page of {page.Runs.Count} runs, {page.Rules.Count} rules: {Least(2, () => PageReading.Seen(page)):0} ms")));
        }
        foreach (var cells in (int[])[12_500, 25_000, 50_000])
            foreach (var ruled in (bool[])[false, true])
            {
                var page = Gridded(cells, ruled);
                door.Line(door.Say(
                    string.Create(CultureInfo.InvariantCulture, $"{cells} 格的一张表，{page.Rules.Count} 线：{Least(2, () => PageReading.Seen(page)):0} ms"),
                    string.Create(CultureInfo.InvariantCulture, $"one table of {cells} cells, {page.Rules.Count} rules: {Least(2, () => PageReading.Seen(page)):0} ms")));
            }
    }

    /// <summary>One table of ten columns, its cells' borders drawn cell by cell, or none.</summary>
    private static Sheet Gridded(int cells, bool ruled)
    {
        const int columns = 10;
        const double wide = 6, high = 1.6, em = 10;
        var (runs, rules) = (new List<Run>(cells), new List<Rule>());
        for (var i = 0; i < cells; i++)
        {
            var (x, y) = (4 + i % columns * wide, 4 + i / columns * high);
            var text = i < columns ? "Head" : i % columns == 0 ? "Label" : (i * 7919 % 100_000).ToString(CultureInfo.InvariantCulture);
            var box = new Box(x + 0.5, y + 0.3, x + 0.5 + 0.5 * text.Length, y + 1.3);
            runs.Add(new Run(text, box, new PagePlace(1, box.Left * em, box.Top * em, box.Right * em, box.Bottom * em)));
            if (!ruled) continue;
            foreach (var at in (double[])[y, y + high]) rules.Add(new Rule(false, at, x, x + wide, RuleSource.Drawn));
            foreach (var at in (double[])[x, x + wide]) rules.Add(new Rule(true, at, y, y + high, RuleSource.Drawn));
        }
        return new Sheet(1, runs, rules) { EmPoints = em, Width = 8 + columns * wide, Height = 8 + (cells + columns - 1) / columns * high };
    }

    /// <summary>The page over and over, each below the last, until it has so many runs.</summary>
    private static Sheet Grown(Sheet sheet, int runs)
    {
        var times = (runs + sheet.Runs.Count - 1) / sheet.Runs.Count;
        var height = Math.Max(1, sheet.Height);
        Box Down(Box box, int k) => box with { Top = box.Top + k * height, Bottom = box.Bottom + k * height };
        return sheet with
        {
            Runs = [.. Enumerable.Range(0, times).SelectMany(k => sheet.Runs.Select(run => run with { Box = Down(run.Box, k) }))],
            Rules = [.. Enumerable.Range(0, times).SelectMany(k => sheet.Rules.Select(rule => rule.Vertical ? rule with { From = rule.From + k * height, To = rule.To + k * height } : rule with { At = rule.At + k * height }))],
            Fills = [.. Enumerable.Range(0, times).SelectMany(k => sheet.Fills.Select(fill => fill with { Box = Down(fill.Box, k) }))],
            Height = height * times,
        };
    }

    /// <summary>The least processor time of some rounds, in milliseconds: other programs may run beside.</summary>
    private static double Least(int rounds, Action work)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        return least;
    }
}
