using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Forms.Statutory;

/// <summary>
/// A statutory form as data: its names in final accounts and budgets, the words its titles hold and lack, the words its headers or
/// rows must show, and the parts its total column is made of. A form is known by title, headers and columns, never by its number.
/// </summary>
/// <param name="Kind">Which form.</param>
/// <param name="FinalName">Its national name in final accounts.</param>
/// <param name="BudgetName">Its name in budgets.</param>
/// <param name="Title">Words a title holds; "a|b" stands for either.</param>
/// <param name="Without">Words a title must not hold.</param>
/// <param name="Shows">Words of which headers and row labels show at least one.</param>
public sealed record Form(
    FormKind Kind, string FinalName, string BudgetName, ImmutableArray<string> Title, ImmutableArray<string> Without, ImmutableArray<string> Shows)
{
    /// <summary>The columns that its 合计 column adds, as canonical names.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Every form; the first whose title fits is the one.</summary>
    public static ImmutableArray<Form> All { get; } =
    [
        new(FormKind.ThreePublic, "财政拨款“三公”经费支出决算表", "“三公”经费预算表", ["三公"], [], ["接待", "因公"])
        {
            Parts = [ColumnNames.Travel, ColumnNames.Vehicles, ColumnNames.Reception],
        },
        new(FormKind.Procurement, "政府采购支出决算表", "政府采购预算表", ["政府采购"], [], ["采购"]),
        new(FormKind.OperatingExpenses, "机关运行经费支出决算表", "机关运行经费支出预算表", ["机关运行经费"], [], ["科目", "机关运行经费"]),
        new(FormKind.StateCapital, "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算支出预算表", ["国有资本经营"], [], ["科目", "支出"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project],
        },
        new(FormKind.GovernmentFunds, "政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出预算表", ["政府性基金"], [], ["科目", "支出"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project],
        },
        new(FormKind.ProjectExpenditure, "一般公共预算财政拨款项目支出决算表", "项目支出预算表", ["项目支出"], ["绩效", "自评"], ["科目"]),
        new(FormKind.ByEconomicClass, "财政拨款支出决算明细表", "支出预算明细表", ["支出", "明细"], ["基本支出"], ["科目"]),
        new(FormKind.BasicExpenditure, "一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出预算表", ["一般公共预算|公共财政预算|公共预算", "基本支出"], [], ["科目", "工资福利"])
        {
            Parts = [ColumnNames.Staff, ColumnNames.Public],
        },
        new(FormKind.GrantBasicExpenditure, "财政拨款基本支出决算表", "财政拨款基本支出预算表", ["基本支出"], ["项目"], ["科目", "工资福利"])
        {
            Parts = [ColumnNames.Staff, ColumnNames.Public],
        },
        new(FormKind.Grants, "财政拨款收入支出决算总表", "财政拨款收支预算总表", ["财政拨款", "收支|收入支出"], [], ["总计", "合计"])
        {
            Parts = [ColumnNames.General, ColumnNames.Fund, ColumnNames.Capital],
        },
        new(FormKind.GeneralBudget, "一般公共预算财政拨款支出决算表", "一般公共预算支出预算表", ["一般公共预算|公共财政预算|公共预算", "支出"], ["收入支出", "收支"], ["科目"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project],
        },
        new(FormKind.GrantExpenditure, "财政拨款支出决算表", "财政拨款支出预算表", ["财政拨款", "支出"], ["收入"], ["科目"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project],
        },
        new(FormKind.IncomeAndExpenditure, "收入支出决算总表", "收支预算总表", ["收支|收入支出"], ["财政拨款"], ["总计", "收入合计", "本年收入"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project],
        },
        new(FormKind.Income, "收入决算表", "收入预算总表", ["收入"], ["支出"], ["财政拨款", "一般公共预算", "合计", "总计"])
        {
            Parts = [ColumnNames.GrantIncome, "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
        },
        new(FormKind.Expenditure, "支出决算表", "支出预算总表", ["支出"], ["收入"], ["基本支出"])
        {
            Parts = [ColumnNames.Basic, ColumnNames.Project, "上缴上级支出", "经营支出", "对附属单位补助支出", "单位预留机动经费", ColumnNames.Closing],
        },
    ];

    /// <summary>The form of a kind.</summary>
    public static Form Of(FormKind kind) => All.First(form => form.Kind == kind);

    /// <summary>The form a title names, or null; the words shown by headers and rows are not asked.</summary>
    /// <param name="title">The printed title.</param>
    public static Form? Named(string title)
    {
        var key = Characters.Key(title);
        if (!key.Contains('表', StringComparison.Ordinal) && !key.EndsWith("预算", StringComparison.Ordinal) && !key.EndsWith("决算", StringComparison.Ordinal)) return null;
        if (!key.Contains("预算", StringComparison.Ordinal) && !key.Contains("决算", StringComparison.Ordinal)) return null;
        foreach (var form in All)
            if (form.Title.All(word => HasAny(key, word)) && !form.Without.Any(word => key.Contains(word, StringComparison.Ordinal))) return form;
        return null;
    }

    /// <summary>True where the headers or the row labels, as one key, show a word the form shows.</summary>
    /// <param name="words">Headers and labels, as one key.</param>
    public bool IsShownBy(string words) => Shows.Any(word => words.Contains(word, StringComparison.Ordinal));

    private static bool HasAny(string key, string words)
    {
        foreach (var word in words.Split('|'))
            if (key.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
