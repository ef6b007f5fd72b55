using System.Collections.Immutable;
using Extract.Checks;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Layout;
using Extract.Records;
using Extract.Records.Facts;
using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>A disclosure drawn in a test: statements, items, forms and tables, each cell at a place of its own.</summary>
internal sealed class Drawn
{
    private readonly List<Statement> _statements = [];
    private readonly List<Account> _accounts = [];
    private readonly List<SelfEvaluation> _forms = [];
    private readonly List<Grid> _grids = [];
    private readonly List<Paragraph> _paragraphs = [];
    private DisclosureKind _kind = DisclosureKind.FinalAccounts;
    private string _section = "一";
    private string _filer = "";
    private readonly List<(int Page, Run Run)> _runs = [];
    private readonly List<Func<Disclosure, Disclosure>> _changes = [];
    private bool _inked;
    private int _sentence;
    private int _line;

    public Drawn Kind(DisclosureKind kind)
    {
        _kind = kind;
        return this;
    }

    public Drawn Section(string section)
    {
        _section = section;
        _sentence++;
        return this;
    }

    /// <summary>Ends the sentence.</summary>
    public Drawn Stop()
    {
        _sentence++;
        return this;
    }

    /// <summary>Begins a paragraph of this text; statements after it stand in it.</summary>
    public Drawn Paragraph(string text)
    {
        _paragraphs.Add(new Paragraph(_section, text, []));
        _sentence++;
        return this;
    }

    /// <summary>A paragraph that stands on a page of the file, and is read from there.</summary>
    public Drawn Line(string text, int page = 1)
    {
        var run = Ink(text, page);
        _inked = true;
        _paragraphs.Add(new Paragraph(_section, text, [new Piece(0, run, 0, text.Length)]));
        _sentence++;
        return this;
    }

    /// <summary>Something a page prints that nothing was read from.</summary>
    public Drawn Stray(string text)
    {
        Ink(text, 1);
        return Inked();
    }

    /// <summary>The file's surfaces print what the cells do.</summary>
    public Drawn Inked()
    {
        _inked = true;
        return this;
    }

    /// <summary>What was read is changed after the reading.</summary>
    public Drawn Changed(Func<Disclosure, Disclosure> change)
    {
        _changes.Add(change);
        return this;
    }

    private Run Ink(string text, int page)
    {
        var run = new Run(text, new Box(0, _line, text.Length, _line + 1), Next(page));
        _runs.Add((page, run));
        return run;
    }

    public Drawn Amount(string item, string figure, Measure measure = Measure.Actual, int year = 2023) => Say(StatementKind.Amount, item, figure, measure, year, "");

    public Drawn Count(string item, string figure, Measure measure = Measure.Actual) => Say(StatementKind.Count, item, figure, measure, 2023, "");

    public Drawn Share(string item, string figure, string of = "") => Say(StatementKind.Share, item, figure, Measure.Actual, 2023, of);

    public Drawn Change(string item, string figure, string of = "") => Say(StatementKind.Change, item, figure, Measure.Actual, 2023, of);

    public Drawn Growth(string item, string figure) => Say(StatementKind.Growth, item, figure, Measure.Actual, 2023, "");

    public Drawn Rate(string item, string figure, string of = "预算") => Say(StatementKind.CompletionRate, item, figure, Measure.Actual, 2023, of);

    private Drawn Say(StatementKind kind, string item, string printed, Measure measure, int year, string of)
    {
        var figure = FigureReader.Read(printed).Figure ?? throw new ArgumentException(printed);
        var quote = kind == StatementKind.Share ? "占" + printed : item + printed;
        _statements.Add(new Statement(_section, item, year, kind, measure, figure, of, quote, "", [Next()]) { Sentence = _sentence, Paragraph = Math.Max(0, _paragraphs.Count - 1), Start = StartOf(figure.Printed) });
        return this;
    }

    private int StartOf(string printed) => _paragraphs.Count == 0 ? 0 : Math.Max(0, _paragraphs[^1].Text.IndexOf(printed, StringComparison.Ordinal));

    public Drawn Account(Account account)
    {
        _accounts.Add(account);
        return this;
    }

    public Drawn Item(string of, string item, string amount, string rate, string comparison, string budget = "")
    {
        _accounts.Add(new Account(of, "", item, Print(amount), "万元", Print(budget), Print(rate), comparison, "", $"{item}：支出决算为{amount}万元，完成预算{rate}，{comparison}"));
        return this;
    }

    /// <summary>
    /// A form. Funds are "source|年初|全年|执行|率|权重|得分"; indicators are "一级|二级|三级|符号|目标|完成|权重|得分", with optional "|完成情况|完成率|原因|单位".
    /// </summary>
    public Drawn Form(string[] funds, string[] indicators, string total = "", Func<SelfEvaluation, SelfEvaluation>? with = null)
    {
        var form = new SelfEvaluation(
            _forms.Count + 1, "", Printed.Blank, Printed.Blank, Print("某项目"), Printed.Blank, Printed.Blank, 2023, Printed.Blank, Printed.Blank, Printed.Blank,
            [.. funds.Select(Fund)], [.. indicators.Select(Indicator)], Printed.Blank, Print(total), Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank,
            Printed.Blank, Printed.Blank, Printed.Blank);
        _forms.Add(with is null ? form : with(form));
        return this;
    }

    private Fund Fund(string row)
    {
        var cells = Cells(row, 7);
        return new Fund(cells[0], cells[1], cells[2], Printed.Blank, Printed.Blank, cells[3], cells[4], cells[5], cells[6]) { Unit = "万元" };
    }

    private Indicator Indicator(string row)
    {
        var cells = Cells(row, 12);
        return new Indicator(
            cells[0], cells[1], cells[2], Printed.Blank, Printed.Blank, cells[3].Text, cells[4], cells[11].Text, cells[5], cells[8], cells[9], cells[6], cells[7], cells[10]);
    }

    private Printed[] Cells(string row, int count)
    {
        var cells = row.Split('|').Select(Print).ToList();
        while (cells.Count < count) cells.Add(Printed.Blank);
        return [.. cells];
    }

    /// <summary>A table: the first row is its header, cells are separated by |.</summary>
    public Drawn Table(string unit, params string[] rows)
    {
        var split = rows.Select(static row => row.Split('|')).ToArray();
        var cells = split.SelectMany((row, r) => row.Select((text, c) => new Cell(r, c, 1, 1, Print(text))));
        _grids.Add(new Grid(Printed.Blank, "", unit, Evidence.Drawn, 1, 1, rows.Length, split[0].Length, [.. cells], [1]));
        return this;
    }

    /// <summary>A statutory form: a cell "&lt;" is covered by the one to its left, "^" by the one above.</summary>
    public Drawn Sheet(string title, int header, params string[] rows)
    {
        var split = rows.Select(static row => row.Split('|')).ToArray();
        var cells = new List<Cell>();
        for (var r = 0; r < split.Length; r++)
        {
            for (var c = 0; c < split[r].Length; c++)
            {
                if (split[r][c] is "<" or "^") continue;
                var (wide, high) = (1, 1);
                while (c + wide < split[r].Length && split[r][c + wide] == "<") wide++;
                while (r + high < split.Length && split[r + high][c] == "^") high++;
                cells.Add(new Cell(r, c, high, wide, Print(split[r][c])));
            }
        }
        _grids.Add(new Grid(Print(title), "", "万元", Evidence.Drawn, 1, header, rows.Length, split[0].Length, [.. cells], [1]));
        return this;
    }

    public Drawn Filer(string filer)
    {
        _filer = filer;
        return this;
    }

    public Printed Print(string text) => text.Length == 0 ? Printed.Blank : new Printed(text, [Ink(text, 1).Place]);

    private TextPlace Next(int page = 1) => new(page, ++_line, 1, 10);

    private ImmutableArray<Sheet> Sheets => _inked ? [.. _runs.GroupBy(static one => one.Page).Select(static page => new Sheet(page.Key, [.. page.Select(static one => one.Run)], []))] : [];

    private DocumentFacts About => new(_kind, Printed.Blank, _filer.Length > 0 ? new Printed(_filer, []) : Printed.Blank, "", 2023, "万元");

    public Disclosure Disclosure => _changes.Aggregate(Read, static (read, change) => change(read));

    private Disclosure Read => new(
        new Document("drawn.txt", "0000", DocumentFormat.Txt, Sheets, TextLayer.Full, []), About,
        [.. _paragraphs], [.. _grids], FactReader.Read([.. _grids], new HashSet<int>(), About).Facts, [.. _statements], [.. _accounts], [.. _forms], []);

    public Report Report => Checker.Run(Disclosure);

    /// <summary>What one check makes of it.</summary>
    public List<Judgement> Apply(string check)
    {
        var entry = Catalogue.Find(check) ?? throw new ArgumentException(check);
        return [.. entry.Select(new Dossier(Disclosure)).Select(static instance => instance.Judge())];
    }
}
