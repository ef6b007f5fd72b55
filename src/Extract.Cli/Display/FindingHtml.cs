using System.Globalization;
using System.Text;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Diagnostics;
using Extract.Store;

namespace Extract.Cli.Display;

/// <summary>
/// Findings as one self-contained HTML page: the verdict first, each failure beside a picture of the place it was printed at, and
/// behind them, folded, what held only within rounding, what could not be checked and what had nothing to apply to.
/// </summary>
internal static class FindingHtml
{
    /// <summary>Findings of one check shown open; more are folded behind them.</summary>
    private const int MostOpen = 4;

    /// <summary>Pages pictured for one finding.</summary>
    private const int MostPictures = 3;

    private const string Style =
        "h1{font-size:1.5rem;line-height:1.3;margin:.2rem 0}h2{font-size:1.15rem;margin:1.8rem 0 .4rem}h3{font-size:1rem;margin:.1rem 0}h4{font-size:1rem;margin:1.6rem 0 .2rem}"
        + ".file{color:#57606a;word-break:break-all}.verdict{display:inline-block;font-weight:600;padding:.3rem .8rem;border-radius:.4rem;margin:.6rem 0}"
        + ".passed{background:#dafbe1;color:#116329}.doubtful{background:#fff1e5;color:#953800}.unchecked{background:#eaeef2;color:#424a53}"
        + "article{border:1px solid #d0d7de;border-left-width:4px;border-radius:.3rem;padding:.5rem 1rem;background:#fff}article.note{border-left-color:#8c959f;color:inherit}"
        + ".id{color:#57606a;font-weight:400;font-size:.85rem;margin-left:.4rem}.subject{color:#57606a}.formula{font-size:1.05rem;margin:.4rem 0;overflow-wrap:anywhere}"
        + ".numbers span{display:inline-block;margin-right:1.2rem}.cause{background:#fff8c5;padding:.15rem .5rem;border-radius:.3rem;display:inline-block}"
        + "ul.at{list-style:none;padding:0;margin:.4rem 0;font-size:.88rem}ul.at li{margin:.1rem 0;overflow-wrap:anywhere}ul.at b{font-weight:600}.stated{color:#b3261e}.other{color:#0550ae}.where{color:#57606a}"
        + "figure{margin:.5rem 0;overflow-x:auto}figcaption{font-size:.8rem;color:#57606a}svg{max-width:100%;min-width:26rem;height:auto;display:block}body{max-width:84rem}@media(min-width:62rem){article.pictured{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 1.2rem}}summary{cursor:pointer;padding:.25rem 0;color:#0550ae}details ul{padding-left:1.2rem}details li{margin:.25rem 0;overflow-wrap:anywhere}"
        + "table.files td:not(:first-child),table.files th:not(:first-child){text-align:right;white-space:nowrap}table.files td:first-child{overflow-wrap:anywhere}.scroll{overflow-x:auto}";

    public static string Write(Checked found, Door door)
    {
        var words = new Door
        {
            In = door.In,
            Out = door.Out,
            Error = door.Error,
            Pipeline = door.Pipeline,
            Language = door.DataLanguage,
            DataLanguage = door.DataLanguage,
        };
        var body = new StringBuilder();
        if (found.Documents.Count != 1) Summary(body, found, words);
        for (var i = 0; i < found.Documents.Count; i++) Document(body, found.Documents[i], i, words, found.Documents.Count == 1);
        Between(body, found, words);
        foreach (var (file, failure) in found.Failed)
            body.Append("<p class=\"error\">").Append(Html.Text($"{file}: {words.Say(failure.Chinese, failure.English)} [{failure.Code}]")).Append("</p>\n");
        var title = found.Documents.Count == 1 ? Title(found.Documents[0]) : words.Say($"核对结果：{found.Documents.Count} 个文件", $"Findings in {found.Documents.Count} documents");
        return Html.Page(title, body.ToString(), words.Language, Style);
    }

    private static string Title(CheckedDocument document) => document.Title.Length > 0 ? document.Title : Path.GetFileName(document.File);

    /// <summary>Several documents in a table, each leading to its own findings.</summary>
    private static void Summary(StringBuilder to, Checked found, Door door)
    {
        to.Append("<p>").Append(Html.Text(CoverageWords.Sum(found.Documents.Select(static document => document.Coverage)).In(door))).Append("</p>\n<div class=\"scroll\"><table class=\"files\">\n<tr>");
        foreach (var head in (string[])[door.Say("文件", "file"), door.Say("错误", "errors"), door.Say("警告", "warnings"), door.Say("提示", "notes"), door.Say("成立", "held"), door.Say("舍入内", "within rounding"), door.Say("无法核对", "could not run")])
            to.Append("<th>").Append(Html.Text(head)).Append("</th>");
        to.Append("</tr>\n");
        for (var i = 0; i < found.Documents.Count; i++)
        {
            var document = found.Documents[i];
            int Count(Severity severity) => document.Findings.Count(said => said.Finding.Verdict == Verdict.Fails && said.Finding.Severity == severity);
            to.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"#d{i}\">").Append(Html.Text(Path.GetFileName(document.File))).Append("</a></td>");
            foreach (var count in (int[])[Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note), document.Coverage.Held, document.Coverage.HeldWithinRounding, document.Coverage.CannotRun])
                to.Append(CultureInfo.InvariantCulture, $"<td>{count}</td>");
            to.Append("</tr>\n");
        }
        to.Append("</table></div>\n");
    }

    private static void Document(StringBuilder to, CheckedDocument document, int index, Door door, bool alone)
    {
        to.Append(CultureInfo.InvariantCulture, $"<section id=\"d{index}\">\n");
        if (!alone) to.Append("<h2>").Append(Html.Text(Title(document))).Append("</h2>\n");
        var about = string.Join(" · ", ((string[])[document.Filer, document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "", document.File]).Where(static part => part.Length > 0));
        to.Append("<p class=\"file\">").Append(Html.Text(about)).Append("</p>\n");
        to.Append($"<p class=\"verdict {VerdictWords.ClassOf(document)}\">").Append(Html.Text(VerdictWords.Of(document, door))).Append("</p>\n<p>").Append(Html.Text(document.Coverage.In(door))).Append("</p>\n");
        foreach (var diagnostic in document.Diagnostics.Where(static diagnostic => diagnostic.Severity != Severity.Note))
            to.Append($"<p class=\"{Names.Of(diagnostic.Severity)}\">").Append(Html.Text($"{diagnostic.Id} {door.Say(diagnostic.Chinese, diagnostic.English)}")).Append("</p>\n");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Note])
            Graded(to, document, [.. document.Findings.Where(said => said.Finding.Verdict == Verdict.Fails && said.Finding.Severity == severity)], severity, door);
        Folded(to, document, Verdict.HoldsWithinRounding, door.Say("舍入内成立", "Held within rounding"), "", door);
        Folded(to, document, Verdict.CannotRun, door.Say("无法核对", "Could not be checked"), FindingText.WhyNot(door), door);
        Unapplied(to, document, door);
        to.Append("</section>\n");
    }

    private static void Graded(StringBuilder to, CheckedDocument document, SaidFinding[] findings, Severity severity, Door door)
    {
        if (findings.Length == 0) return;
        to.Append($"<h4 class=\"{Names.Of(severity)}\">").Append(Html.Text($"{FindingText.Word(severity, door)} {findings.Length}")).Append("</h4>\n");
        foreach (var check in findings.GroupBy(static said => said.Finding.Check))
        {
            var all = check.ToArray();
            foreach (var said in all.Take(MostOpen)) Finding(to, document, said, door);
            if (all.Length <= MostOpen) continue;
            to.Append("<details>\n<summary>").Append(Html.Text(door.Say($"{check.Key} 另有 {all.Length - MostOpen} 处", $"{check.Key}: {all.Length - MostOpen} more"))).Append("</summary>\n");
            foreach (var said in all.Skip(MostOpen)) Finding(to, document, said, door);
            to.Append("</details>\n");
        }
    }

    private static void Finding(StringBuilder to, CheckedDocument? document, SaidFinding said, Door door)
    {
        var finding = said.Finding;
        var title = Catalogue.Find(finding.Check)?.Title;
        var pictures = document is null ? [] : PlaceSvg.Draw(document.Surfaces, finding.Operands).Take(MostPictures).ToList();
        to.Append($"<article class=\"{Names.Of(finding.Severity)}{(pictures.Count > 0 ? " pictured" : "")}\" id=\"{Html.Text(finding.Id)}\">\n<div>\n<h3>");
        to.Append(Html.Text(title is null ? door.Says(said.Words) : door.Say($"不符合：{title.Chinese}", $"Does not hold: {title.English}"))).Append("<span class=\"id\">").Append(Html.Text(finding.Check)).Append("</span></h3>\n");
        if (finding.Subject.Length > 0 && finding.Subject != finding.Formula) to.Append("<p class=\"subject\">").Append(Html.Text(finding.Subject)).Append("</p>\n");
        if (finding.Formula.Length > 0) to.Append("<p class=\"formula\">").Append(Html.Text(finding.Formula)).Append("</p>\n");
        var numbers = FindingText.Parts(finding, door);
        if (numbers.Count > 0)
            to.Append("<p class=\"numbers\">").AppendJoin("", numbers.Select(static part => "<span>" + Html.Text(part) + "</span>")).Append("</p>\n");
        if (door.Cause(said.Words) is { Length: > 0 } cause) to.Append("<p class=\"cause\">").Append(Html.Text(cause)).Append("</p>\n");
        At(to, finding, door);
        to.Append("</div>\n");
        if (pictures.Count > 0)
        {
            to.Append("<div>\n");
            foreach (var (page, svg) in pictures)
                to.Append("<figure>").Append(svg).Append("<figcaption>").Append(Html.Text(page.Shortly(door))).Append("</figcaption></figure>\n");
            to.Append("</div>\n");
        }
        to.Append("</article>\n");
    }

    /// <summary>Where each operand stands: the page, then the form, row and column, or the words around it.</summary>
    private static void At(StringBuilder to, Finding finding, Door door)
    {
        to.Append("<ul class=\"at\">\n");
        foreach (var operand in finding.Operands.Where(static operand => operand.Place is not null))
        {
            to.Append($"<li><span class=\"where\" title=\"{Html.Text(operand.Place!.In(door))}\">").Append(Html.Text(operand.Place!.Shortly(door))).Append($"</span> <b class=\"{(operand.Role == Role.Stated ? "stated" : "other")}\">").Append(Html.Text(operand.Printed)).Append("</b> ")
                .Append(Html.Text(FindingText.Around(operand))).Append("</li>\n");
        }
        to.Append("</ul>\n");
    }

    /// <summary>What is no failure, folded but accountable.</summary>
    private static void Folded(StringBuilder to, CheckedDocument document, Verdict verdict, string heading, string why, Door door)
    {
        var group = document.Findings.Where(said => said.Finding.Verdict == verdict).ToArray();
        if (group.Length == 0) return;
        to.Append("<details>\n<summary>").Append(Html.Text($"{heading} {group.Length}")).Append("</summary>\n");
        if (why.Length > 0) to.Append("<p class=\"where\">").Append(Html.Text(why)).Append("</p>\n");
        to.Append("<ul>\n");
        foreach (var said in group)
        {
            var place = said.Finding.Operands.FirstOrDefault(static operand => operand.Place is not null)?.Place;
            to.Append("<li>").Append(Html.Text($"{said.Finding.Check} {said.Finding.Subject} ")).Append("<span class=\"formula\">").Append(Html.Text(said.Finding.Formula)).Append("</span> <span class=\"where\">")
                .Append(Html.Text(string.Join(" ", ((string[])[door.Cause(said.Words), place?.Shortly(door) ?? ""]).Where(static part => part.Length > 0)))).Append("</span></li>\n");
        }
        to.Append("</ul>\n</details>\n");
    }

    private static void Unapplied(StringBuilder to, CheckedDocument document, Door door)
    {
        if (document.Unapplied.IsDefaultOrEmpty) return;
        to.Append("<details>\n<summary>").Append(Html.Text(door.Say($"没有适用对象的检查 {document.Unapplied.Length} 种", $"{document.Unapplied.Length} checks with nothing to apply to"))).Append("</summary>\n<ul>\n");
        foreach (var id in document.Unapplied)
            if (Catalogue.Find(id) is { } entry) to.Append("<li>").Append(Html.Text(door.Say($"{id} {entry.Title.Chinese}（{entry.Where.Chinese}）", $"{id} {entry.Title.English} ({entry.Where.English})"))).Append("</li>\n");
        to.Append("</ul>\n</details>\n");
    }

    private static void Between(StringBuilder to, Checked found, Door door)
    {
        if (found.Between.Length == 0) return;
        to.Append("<section>\n<h2>").Append(Html.Text(door.Say("文件之间", "Between documents"))).Append("</h2>\n");
        foreach (var said in found.Between.Where(static said => said.Finding.Verdict == Verdict.Fails)) Finding(to, null, said, door);
        foreach (var said in found.Between.Where(static said => said.Finding.Verdict != Verdict.Fails))
            to.Append("<p>").Append(Html.Text($"{said.Finding.Check} {door.Says(said.Words)}  {said.Finding.Formula}")).Append("</p>\n");
        to.Append("</section>\n");
    }
}
