using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>A self-evaluation while it is read from its grids.</summary>
internal sealed class EvaluationDraft
{
    private readonly Dictionary<Field, Printed> values = [];

    public List<Fund> Funds { get; } = [];

    public List<Indicator> Indicators { get; } = [];

    public List<Printed> GoalRates { get; } = [];

    public List<DepartmentTask> Tasks { get; } = [];

    /// <summary>What it shows of its family.</summary>
    public FormSigns Signs { get; } = new();

    public List<int> Grids { get; } = [];

    public Printed Title { get; set; } = Printed.Blank;

    public Printed TotalWeight { get; set; } = Printed.Blank;

    public Printed TotalScore { get; set; } = Printed.Blank;

    public decimal? IndicatorPoints { get; set; }

    public decimal? ExecutionPoints { get; set; }

    public double Confidence { get; set; } = 1;

    public bool IsCut { get; set; }

    /// <summary>True where there is nothing to record; a form whose indicators were left blank is a form.</summary>
    public bool IsEmpty => Indicators.Count == 0 && Funds.Count == 0 && !(IsNamed && Signs.Indicators.Contains(Field.Target));

    /// <summary>True where it says whose form it is: a project's, or in a form of a whole body the body's.</summary>
    public bool IsNamed => !this[Field.ProjectName].IsBlank || IsOfDepartment && !(this[Field.Department].IsBlank && this[Field.ImplementingUnit].IsBlank);

    private bool IsOfDepartment
    {
        get
        {
            Signs.Read(Title.Text);
            return Signs.IsOfDepartment;
        }
    }

    public Printed this[Field field] => values.GetValueOrDefault(field, Printed.Blank);

    /// <summary>Keeps a value; the first one printed stays, a goal's further rows are joined behind it.</summary>
    public void Set(Field field, Printed value)
    {
        if (value.IsBlank) return;
        Signs.Labels.Add(field);
        if (!values.TryGetValue(field, out var there) || there.IsBlank) values[field] = value;
        else if (field is Field.YearGoal or Field.GoalCompletion) values[field] = new Printed(there.Text + "\n" + value.Text, there.Places.AddRange(value.Places));
    }

    public SelfEvaluation ToRecord(int index)
    {
        var (code, name) = ProjectNames.Split(this[Field.ProjectName]);
        var (problems, improvements) = FormTexts.Problems(this[Field.Problems], this[Field.Improvements], this[Field.ProblemsAndImprovements]);
        return new SelfEvaluation(
            index, Family(), Title, this[Field.ProjectCode].IsBlank ? code : this[Field.ProjectCode], name, this[Field.Department], this[Field.ImplementingUnit],
            FormTexts.YearIn(Title.Text) ?? FormTexts.YearIn(this[Field.FiscalYear].Text), this[Field.YearGoal], this[Field.GoalCompletion], this[Field.Overview],
            [.. Funds.Select(fund => fund.Unit.Length > 0 ? fund : fund with { Unit = PrintedUnit() })], [.. WithReasons(problems)], TotalWeight, TotalScore, this[Field.Conclusion], problems, improvements,
            this[Field.ProjectLeader], this[Field.FinanceLeader], this[Field.FilledBy], this[Field.Phone], this[Field.Date])
        {
            IndicatorPoints = IndicatorPoints,
            ExecutionPoints = ExecutionPoints,
            Rules = FormTexts.Rules(this[Field.Rules]),
            GoalRates = [.. GoalRates],
            Tasks = [.. Tasks],
            Grids = [.. Grids],
            Confidence = Confidence,
            IsCut = IsCut,
        };
    }

    /// <summary>The unit that amounts print themselves (499.86万), where no heading states one; empty where none does.</summary>
    private string PrintedUnit()
    {
        foreach (var fund in Funds)
            foreach (var cell in (Printed[])[fund.Initial, fund.Adjusted, fund.Budget, fund.Received, fund.Executed])
                if (FigureReader.Read(cell.Text).Figure?.Unit.AsMoney is { Dimension: Dimension.Money } unit) return unit.Name;
        return "";
    }

    /// <summary>A reason that the problems name for an indicator (“…增幅未完成原因：…”) is that indicator's reason.</summary>
    private IEnumerable<Indicator> WithReasons(Printed problems)
    {
        foreach (var indicator in Indicators)
        {
            var name = indicator.Level3.Text;
            var at = name.Length < 4 || !indicator.Reason.IsBlank ? -1 : problems.Text.IndexOf(name + "未完成原因", StringComparison.Ordinal);
            if (at < 0)
            {
                yield return indicator;
                continue;
            }
            var start = at + name.Length + "未完成原因".Length;
            while (start < problems.Text.Length && problems.Text[start] is ':' or '：') start++;
            var end = problems.Text.IndexOf('。', start);
            yield return indicator with { Reason = new Printed(problems.Text[start..(end < 0 ? problems.Text.Length : end)], problems.Places) };
        }
    }

    /// <summary>The family of forms, by its title, columns and labels.</summary>
    private string Family()
    {
        Signs.Read(Title.Text);
        Signs.HasLevelPoints |= Indicators.Exists(static i => Levels.PointsIn(Characters.Key(i.Level1.Text)).Length > 0 || Levels.PointsIn(Characters.Key(i.Level3.Text)).Length > 0);
        Signs.IsOfDepartment |= Funds.Exists(static fund => fund.Source.Text == "基本支出") && Funds.Exists(static fund => fund.Source.Text == "项目支出");
        if (!Indicators.Exists(static i => !i.Level4.IsBlank)) Signs.Indicators.Remove(Field.Level4);
        return Families.Of(Signs);
    }
}

/// <summary>Project names printed with their code before them.</summary>
internal static class ProjectNames
{
    /// <summary>51000022T000000249284-知识产权… is a code and a name; a name alone has no code.</summary>
    public static (Printed Code, Printed Name) Split(Printed printed)
    {
        var text = printed.Text;
        var dash = text.IndexOfAny(['-', '－', '—']);
        if (dash < 8 || dash > 40 || dash + 1 >= text.Length) return (Printed.Blank, printed);
        var digits = 0;
        foreach (var c in text.AsSpan(0, dash))
        {
            if (!char.IsAsciiLetterOrDigit(c)) return (Printed.Blank, printed);
            if (char.IsAsciiDigit(c)) digits++;
        }
        return digits < 6 ? (Printed.Blank, printed) : (new Printed(text[..dash], printed.Places), new Printed(text[(dash + 1)..], printed.Places));
    }
}
