using Extract.Diagnostics;

namespace Extract.Checks.Statutory;

/// <summary>The checks inside and across statutory forms, as data: their operands are chosen form by form in <see cref="FormSet"/>.</summary>
internal static class StatutoryChecks
{
    private static readonly Sentence Forms = new("决算、预算的法定表", "statutory forms of final accounts and budgets");
    private static readonly Sentence Between = new("一次核对的多个文件", "several documents checked at once");
    private static readonly Sentence Pairs = new("同一文件的两张法定表", "two statutory forms of one document");

    /// <summary>The entries, in the order of the report.</summary>
    public static IEnumerable<CatalogueEntry> All() =>
    [
        Reading("E-04", "表内关系多数成立，读数可信", "most identities of a table hold, so its reading is trusted", "成立数 / 可核对数 ≥ 50%", "held / run ≥ 50 %"),
        Reading("TT-01", "没有整列错行、错栏", "no column is one row off or exchanged with another", "移动一行（列）后不成立数不大幅减少", "moving a row or column heals nothing"),
        Sum("T1-01", "本年收入合计等于各项收入之和", "income of the year is the sum of its lines", "本年收入合计 = Σ 收入各项", "income = Σ lines"),
        Sum("T1-02", "本年支出合计等于各类支出之和", "expenditure of the year is the sum of its lines", "本年支出合计 = Σ 支出各类", "expenditure = Σ lines"),
        Sum("T1-03", "收入总计等于本年收入与结余、结转之和", "total income is the year's and the balances used", "总计 = 本年收入 + 使用非财政拨款结余 + 年初结转和结余", "total = income + surplus used + opening balance"),
        Sum("T1-04", "支出总计等于本年支出与结余、结转之和", "total expenditure is the year's and the balances left", "总计 = 本年支出 + 结余分配 + 年末结转和结余", "total = expenditure + distribution + closing balance"),
        Same("T1-05", "收入总计等于支出总计", "both totals are one", "收入总计 = 支出总计", "total income = total expenditure", Forms),
        Sum("T1-06", "年初、年末结转和结余不小于其中各项之和", "a balance is at least its parts", "结转和结余 ≥ Σ 其中", "balance ≥ Σ of which"),
        Sum("T1-07", "年末结转和结余由其余各项推得", "the closing balance follows from the rest", "年末 = 年初 + 收入 + 使用结余 − 支出 − 分配", "closing = opening + income + surplus used − expenditure − distribution"),
        Sum("T2-01", "收入合计等于各来源之和（每行）", "each row's income is the sum of its sources", "合计 = Σ 来源各列", "total = Σ sources"),
        Sum("T2-02", "合计行等于各类之和（每列）", "the total row is the sum of the classes", "合计 = Σ 类", "total = Σ classes"),
        Sum("T2-03", "类等于款之和，款等于项之和（每列）", "each level is the sum of the level below", "类 = Σ 款；款 = Σ 项", "class = Σ sections; section = Σ items"),
        Words("T2-04", "科目编码不重复，上级科目齐全", "no code twice, none without its parent", "编码唯一；有上级", "codes are unique and rooted"),
        Sum("T3-01", "支出合计等于各类支出之和（每行）", "each row's expenditure is the sum of its kinds", "合计 = 基本 + 项目 + 上缴上级 + 经营 + 对附属单位补助", "total = basic + project + remitted + operating + subsidies"),
        Sum("T3-02", "合计行等于各类之和（每列）", "the total row is the sum of the classes", "合计 = Σ 类", "total = Σ classes"),
        Sum("T3-03", "类等于款之和，款等于项之和（每列）", "each level is the sum of the level below", "类 = Σ 款；款 = Σ 项", "class = Σ sections; section = Σ items"),
        Sum("T4-01", "财政拨款收入等于三类预算拨款之和", "grants are the sum of the three budgets", "本年收入 = 一般公共预算 + 政府性基金 + 国有资本经营", "income = general + funds + capital"),
        Sum("T4-02", "每行合计等于三类预算之和", "each row is the sum of the three budgets", "合计 = 一般公共预算 + 政府性基金 + 国有资本经营", "total = general + funds + capital"),
        Sum("T4-03", "年初财政拨款结转等于三项之和", "the opening balance is the sum of its three", "年初 = Σ 三项", "opening = Σ three"),
        Sum("T4-04", "收入总计等于本年收入加年初结转", "total income is the year's and the opening balance", "总计 = 本年收入 + 年初", "total = income + opening"),
        Sum("T4-05", "支出总计等于本年支出加年末结转（每列）", "total expenditure is the year's and the closing balance", "总计 = 本年支出 + 年末", "total = expenditure + closing"),
        Same("T4-06", "收入总计等于支出总计", "both totals are one", "收入总计 = 支出总计", "total income = total expenditure", Forms),
        Sum("T4-07", "每类预算的年初加收入等于支出加年末", "each budget balances", "本年支出 = 本年收入 + 年初 − 年末", "expenditure = income + opening − closing"),
        Sum("T4-08", "本年支出等于各功能类之和（每列）", "expenditure is the sum of the classes", "本年支出 = Σ 类", "expenditure = Σ classes"),
        Sum("T4-09", "年末财政拨款结转等于三项之和", "the closing balance is the sum of its three", "年末 = Σ 三项", "closing = Σ three"),
        Sum("T5-01", "合计等于基本支出加项目支出（每行）", "each row is basic and project", "合计 = 基本 + 项目", "total = basic + project"),
        Sum("T5-02", "合计行与类、款、项逐级相加（每列）", "total, classes, sections and items add up", "合计 = Σ 类；类 = Σ 款；款 = Σ 项", "total = Σ classes = Σ sections = Σ items"),
        Sum("T5-03", "年初加收入等于支出加年末（每行）", "each row balances", "支出 = 年初 + 收入 − 年末", "expenditure = opening + income − closing"),
        Sum("T6-01", "人员经费等于工资福利支出加对个人和家庭的补助", "staff funds are 301 and 303", "人员经费 = 301 + 303", "staff = 301 + 303"),
        Sum("T6-02", "公用经费等于其余各类之和", "public funds are the other groups", "公用经费 = Σ 302、307、309、310、311、312、313、399", "public = Σ other groups"),
        Sum("T6-03", "基本支出等于人员经费加公用经费", "basic expenditure is staff and public funds", "合计 = 人员经费 + 公用经费", "total = staff + public"),
        Sum("T6-04", "类等于所辖款之和", "each group is the sum of its items", "类 = Σ 款", "group = Σ items"),
        Words("T6-05", "经济分类编码属于本表、本栏，不重复", "economic codes belong where they stand, none twice", "编码属于本栏；唯一", "codes belong and are unique"),
        Sum("T7-01", "三公合计等于三项之和（预算）", "the three add up (budget)", "合计 = 出国 + 用车 + 接待", "total = travel + vehicles + reception"),
        Sum("T7-02", "三公合计等于三项之和（决算）", "the three add up (final)", "合计 = 出国 + 用车 + 接待", "total = travel + vehicles + reception"),
        Sum("T7-03", "用车等于购置加运行", "vehicles are purchase and running", "用车 = 购置 + 运行", "vehicles = purchase + running"),
        Words("T7-04", "空格可证为零", "blanks are proven to be none", "含空格的合计成立", "sums with blanks hold"),
        AtMost("T7-05", "三公决算不超过预算", "the three are within their budget", "决算 ≤ 预算", "final ≤ budget", Severity.Warning, Forms),
        Sum("T8-01", "年初加收入等于支出加年末（每行）", "each row balances", "支出 = 年初 + 收入 − 年末", "expenditure = opening + income − closing"),
        Sum("T8-02", "支出小计等于基本加项目（每行）", "each row is basic and project", "小计 = 基本 + 项目", "total = basic + project"),
        Sum("T8-03", "合计行与类、款、项逐级相加（每列）", "total, classes, sections and items add up", "合计 = Σ 类；类 = Σ 款；款 = Σ 项", "total = Σ classes = Σ sections = Σ items"),
        Words("T8-04", "编码属于政府性基金的功能科目", "codes belong to the funds' domain", "编码属于本表", "codes belong"),
        Sum("T9-01", "合计等于基本加项目，或年初加收入减年末（每行）", "each row is basic and project, or balances", "合计 = 基本 + 项目", "total = basic + project"),
        Sum("T9-02", "合计行与类、款、项逐级相加（每列）", "total, classes, sections and items add up", "合计 = Σ 类；类 = Σ 款；款 = Σ 项", "total = Σ classes = Σ sections = Σ items"),
        Same("X-01", "收支总表与收入表的本年收入一致", "income of the year is one in both forms", "T1 本年收入 = T2 合计", "T1 income = T2 total", Pairs),
        Same("X-02", "收支总表与支出表的本年支出一致", "expenditure of the year is one in both forms", "T1 本年支出 = T3 合计", "T1 expenditure = T3 total", Pairs),
        Same("X-03", "收支总表各项收入与收入表各列一致", "each source is one in both forms", "T1 收入项 = T2 合计行该列", "T1 line = T2 column", Pairs),
        Same("X-04", "收支总表各类支出与支出表各类一致", "each class is one in both forms", "T1 支出类 = T3 类", "T1 line = T3 class", Pairs),
        Same("X-05", "财政拨款收入在三张表中一致", "grants are one in three forms", "T4 本年收入 = T2 财政拨款；T4 各项 = T1 各项", "T4 = T2 = T1 grants", Pairs),
        Same("X-06", "一般公共预算支出在两张表中一致", "general-budget expenditure is one in both forms", "T4 一般公共预算支出 = T5 合计", "T4 general = T5 total", Pairs),
        Same("X-07", "一般公共预算各类支出在两张表中一致", "each class is one in both forms", "T4 类 = T5 类", "T4 class = T5 class", Pairs),
        Same("X-08", "政府性基金收支在两张表中一致", "funds are one in both forms", "T4 政府性基金 = T8", "T4 funds = T8", Pairs),
        Same("X-09", "国有资本经营支出在两张表中一致", "capital is one in both forms", "T4 国有资本经营 = T9", "T4 capital = T9", Pairs),
        AtMost("X-10", "财政拨款各类支出不超过全部支出的该类", "a class of grants is within the class", "T4 类 ≤ T3 类 ≤ T1 类", "T4 ≤ T3 ≤ T1", Severity.Error, Pairs),
        Same("X-11", "基本支出在功能表与经济表中一致", "basic expenditure is one by function and by economic class", "T5 基本 = T6 合计", "T5 basic = T6 total", Pairs),
        AtMost("X-12", "一般公共预算各项支出不超过全部支出的该项", "an item of the general budget is within the item", "T5 项 ≤ T3 项", "T5 item ≤ T3 item", Severity.Error, Pairs),
        AtMost("X-13", "各类支出不超过当年拨款与年初结转", "a class spends no more than its grants and the opening balance", "T5 类 ≤ T2 财政拨款 + 年初", "T5 class ≤ T2 grants + opening", Severity.Warning, Pairs),
        AtMost("X-14", "财政拨款的基本、项目支出不超过全部", "basic and project grants are within all", "T5 基本 ≤ T3 基本；T5 + T8 + T9 项目 ≤ T3 项目", "T5 ≤ T3", Severity.Error, Pairs),
        Sum("X-15", "全部支出与财政拨款支出之差由其他资金的收支结余解释", "other money explains what is spent beyond grants", "T3 − T4 = Δ收入 + 使用结余 − 分配 + Δ年初 − Δ年末", "T3 − T4 = Δ income + surplus − distribution + Δ opening − Δ closing"),
        AtMost("X-16", "财政拨款结转不超过全部结转", "balances of grants are within all balances", "T4 年初 ≤ T1 年初；T4 年末 ≤ T1 年末", "T4 balance ≤ T1 balance", Severity.Error, Pairs),
        AtMost("X-17", "基本支出中的三公不超过三公表", "the three out of basic expenditure are within the three", "T6 30212、30217、30231、31013 ≤ T7", "T6 ≤ T7", Severity.Warning, Pairs),
        Words("X-18", "基金表、国资表为空当且仅当拨款总表该列为零", "a form is empty exactly where its column is zero", "T8、T9 空 ⇔ T4 该列为零", "T8, T9 empty ⇔ T4 zero"),
        Sum("X-19", "部门各类支出等于所属单位之和（单位文件齐全时）", "a department's classes are the sums of its units', where all are there", "部门 T3 类 = Σ 单位 T3 类", "department T3 class = Σ units' T3 class") with { IsBetween = true, Where = Between, Select = static _ => [], SelectBetween = BetweenVolumes.Departments },
        Same("X-20", "三公决算表的预算数与当年公开的预算一致", "the budget column of the three public expenses is the published budget's", "T7 预算数 = 预算公开的三公预算", "T7 budget = published budget", Between) with { IsBetween = true, Select = static _ => [], SelectBetween = BetweenVolumes.Budgets },
        Sum("X-21", "财政拨款支出等于三类预算支出之和", "grants spent are those of the three budgets", "T4 本年支出 = T5 + T8 + T9", "T4 = T5 + T8 + T9"),
        Same("X-22", "社保、公积金的功能科目与经济科目相等", "twins by function and by economic class are equal", "2080505 = 30108；2080506 = 30109；2210201 = 30113；2101101 + 2101102 = 30110", "functional twin = economic twin", Pairs),
    ];

    private static CatalogueEntry Sum(string id, string zh, string en, string formulaZh, string formulaEn) => Make(id, Shape.Sum, Tolerance.Sum, Severity.Error, zh, en, formulaZh, formulaEn, id[0] == 'X' ? Pairs : Forms);

    private static CatalogueEntry Same(string id, string zh, string en, string formulaZh, string formulaEn, Sentence where) => Make(id, Shape.Same, Tolerance.Equal, Severity.Error, zh, en, formulaZh, formulaEn, where);

    private static CatalogueEntry AtMost(string id, string zh, string en, string formulaZh, string formulaEn, Severity severity, Sentence where) => Make(id, Shape.AtMost, Tolerance.Order, severity, zh, en, formulaZh, formulaEn, where);

    private static CatalogueEntry Words(string id, string zh, string en, string formulaZh, string formulaEn) => Make(id, Shape.Present, Tolerance.Words, Severity.Warning, zh, en, formulaZh, formulaEn, id[0] == 'X' ? Pairs : Forms);

    private static CatalogueEntry Reading(string id, string zh, string en, string formulaZh, string formulaEn) => Make(id, Shape.Present, Tolerance.Words, Severity.Warning, zh, en, formulaZh, formulaEn, Forms);

    private static CatalogueEntry Make(string id, Shape shape, Tolerance tolerance, Severity severity, string zh, string en, string formulaZh, string formulaEn, Sentence where) =>
        new(id, shape, tolerance, severity, new(zh, en), new(formulaZh, formulaEn), where) { Select = dossier => dossier.Statutory.Of(id) };
}
