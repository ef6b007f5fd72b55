namespace Extract.Forms.Statutory;

/// <summary>A statutory form (表式) of final accounts and budgets, whatever number and title a province gives it.</summary>
public enum FormKind
{
    /// <summary>No statutory form.</summary>
    None,

    /// <summary>收入支出决算总表, 收支预算总表: income and expenditure in two lanes (T1).</summary>
    IncomeAndExpenditure,

    /// <summary>收入决算表: income by function and source (T2).</summary>
    Income,

    /// <summary>支出决算表: expenditure by function and kind (T3).</summary>
    Expenditure,

    /// <summary>财政拨款收入支出决算总表: grants in two lanes (T4).</summary>
    Grants,

    /// <summary>一般公共预算财政拨款支出决算表 (T5).</summary>
    GeneralBudget,

    /// <summary>一般公共预算财政拨款基本支出决算表, by economic class (T6).</summary>
    BasicExpenditure,

    /// <summary>“三公”经费支出决算表 (T7).</summary>
    ThreePublic,

    /// <summary>政府性基金预算财政拨款收入支出决算表 (T8).</summary>
    GovernmentFunds,

    /// <summary>国有资本经营预算财政拨款支出决算表 (T9).</summary>
    StateCapital,

    /// <summary>财政拨款支出预算表: all grants by function, beside the general budget's own form.</summary>
    GrantExpenditure,

    /// <summary>财政拨款基本支出预算表: all grants' basic expenditure by economic class.</summary>
    GrantBasicExpenditure,

    /// <summary>机关运行经费支出预算表.</summary>
    OperatingExpenses,

    /// <summary>政府采购预算表.</summary>
    Procurement,

    /// <summary>支出决算明细表: expenditure by function and economic class (Sichuan and others).</summary>
    ByEconomicClass,

    /// <summary>项目支出决算表: expenditure by project (Sichuan and others).</summary>
    ProjectExpenditure,
}
