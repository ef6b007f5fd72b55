using System.Collections.Immutable;
using Extract.Checks.Readings;
using Extract.Checks.Selectors;
using Extract.Checks.Shapes;
using Extract.Diagnostics;

namespace Extract.Checks;

/// <summary>
/// Every check that is implemented, as data; the order is that of the report. Ids are stable: they never change meaning and are never
/// reused. Groups: U structure and hygiene, E and TT the reading, T inside and X across statutory forms, N narrative of a final account, P self-evaluation, G ordinary money tables.
/// </summary>
public static class Catalogue
{
    private static readonly Sentence Narrative = new("决算说明的文字", "the text of a final account");
    private static readonly Sentence Restating = new("决算说明的文字与法定表", "the text of a final account and its forms");
    private static readonly Sentence Forms = new("绩效自评表、指标评分表", "self-evaluation forms and scoring tables");
    private static readonly Sentence Accounts = new("决算、预算公开文件", "published final accounts and budgets");
    private static readonly Sentence Whole = new("所有文件", "all documents");
    private static readonly Sentence Tables = new("报告中的普通金额表", "ordinary money tables of reports");

    /// <summary>The checks.</summary>
    public static ImmutableArray<CatalogueEntry> Entries { get; } = [.. Hygiene(), .. Readings(), .. Statutory.StatutoryChecks.All(), .. Sentences(), .. Points(), .. Indicators(), .. FurtherFormChecks.All(), .. Grids()];

    /// <summary>The check of an id, or null.</summary>
    public static CatalogueEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    private static CatalogueEntry Make(
        string id, Shape shape, Tolerance tolerance, Severity severity, Sentence where, Func<Dossier, IEnumerable<Instance>> select,
        (string Zh, string En) title, (string Zh, string En) formula) =>
        new(id, shape, tolerance, severity, new(title.Zh, title.En), new(formula.Zh, formula.En), where) { Select = select };

    private static IEnumerable<CatalogueEntry> Hygiene() =>
    [
        Make("S-01", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Forms, ("应有的法定表都能找到", "the forms of the family are found"), ("表在文件中", "the form is found")),
        Make("S-02", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, WordingSelectors.Empty, ("空表有说明", "an empty form has a statement that it is"), ("空表 ⇒ 说明", "empty ⇒ statement")),
        Make("S-03", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Sections, ("各表有情况说明", "each form has its section"), ("章节存在", "the section is there")),
        Make("S-04", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, ContentsSelectors.Contents, ("目录各项与正文标题、页码一致", "the contents' entries are the headings, on their pages"), ("目录项 = 标题；目录页码 = 标题页码", "entry = heading; its page = the heading's")),
        Make("S-05", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Years, ("表题的年度与文件一致", "tables name the fiscal year"), ("表题年度 = 文件年度", "year of title = fiscal year")),
        Make("S-06", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Names, ("单位名称前后一致", "the filer has one name"), ("名称相同", "one name")),
        Make("S-07", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Remnants, ("没有模板残留", "nothing of the template is left"), ("无 XX、“增加（减少）”、空括号", "no XX, 增加（减少）, empty brackets")),
        Make("S-08", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, HygieneSelectors.Told, ("应公开的事项都已说明", "what must be disclosed is"), ("事项存在", "it is there")),
        Make("S-09", Shape.Present, Tolerance.Equal, Severity.Warning, Accounts, HygieneSelectors.Twice, ("同题重复的表内容一致", "a form printed twice says the same"), ("甲表 = 乙表", "here = there")),
        Make("S-10", Shape.Present, Tolerance.Exact, Severity.Warning, Accounts, PublicationSelectors.Dates, ("批复后二十日内公开", "published within twenty days of approval"), ("公开日期 − 批复日期 ≤ 20 日", "publication − approval ≤ 20 days")),
        Make("U-01", Shape.Present, Tolerance.Words, Severity.Note, Accounts, static dossier => [.. HygieneSelectors.Units(dossier), .. BalanceSelectors.Units(dossier)], ("表注明金额单位", "a form states its unit"), ("单位：元、万元", "unit: 元, 万元")),
        Make("U-02", Shape.Present, Tolerance.Words, Severity.Note, Accounts, HygieneSelectors.Decimals, ("同一列小数位一致", "a column has one number of decimals"), ("小数位相同", "one number of decimals")),
        Make("U-03", Shape.Present, Tolerance.Words, Severity.Note, Accounts, HygieneSelectors.Signs, ("百分数有百分号，金额有单位", "percentages have their sign, amounts their unit"), ("数后有 % 或元", "% or 元 behind the number")),
        Make("U-05", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, static dossier => [.. HygieneSelectors.CodeNames(dossier), .. HygieneSelectors.ListedNames(dossier)], ("编码的名称各表一致，并与当年科目一致", "a code has one name in all forms, and the year's classification knows it"), ("编码 ⇒ 名称", "code ⇒ name")),
        Make("U-06", Shape.Present, Tolerance.Order, Severity.Warning, Accounts, HygieneSelectors.Negatives, ("负数只出现在结转结余和其他收入中", "negative amounts stand only in balances and other income"), ("金额 ≥ 0", "amount ≥ 0")),
        Make("U-07", Shape.Present, Tolerance.Order, Severity.Note, Accounts, OutlierSelectors.Magnitudes, ("同列各项数量级相近，或有合计印证", "amounts of a column are of like magnitude, or confirmed by a sum"), ("最大项 ≤ 1000 × 次大项", "largest ≤ 1000 × next")),
        Make("E-03", Shape.Present, Tolerance.Words, Severity.Note, Accounts, HygieneSelectors.Values, ("数值栏只有数、横线或空白", "value columns hold numbers, dashes or nothing"), ("数值栏无文字", "no words in value columns")),
        Make("U-04", Shape.Present, Tolerance.Words, Severity.Warning, new("表格中的数与文字中的金额", "figures in tables, amounts in sentences"), MalformedSelectors.Figures,
            ("数字书写合规", "figures are well formed"), ("千位分隔每三位一组，只有一个小数点", "thousands in groups of three, one decimal point")),
        Make("U-08", Shape.Same, Tolerance.Equal, Severity.Error, new("同一文件内的句子与表格", "sentences and tables of one document"),
            static dossier => [.. RepeatSelectors.Statements(dossier), .. RepeatSelectors.ProvenSums(dossier), .. GoalTextSelectors.Indicators(dossier), .. RepeatSelectors.Texts(dossier), .. RepeatSelectors.NearMisses(dossier), .. RepeatSelectors.NearMissesInProse(dossier)],
            ("同一数量前后一致", "one quantity has one value"), ("甲处 = 乙处", "here = there")),
    ];

    private static IEnumerable<CatalogueEntry> Readings() =>
    [
        Make("E-01", Shape.Present, Tolerance.Words, Severity.Note, Whole, ReadingSelectors.Ink, ("页面上的数都归入了表格或句子", "every printed number stands in a cell or a sentence"), ("页面上的数 ⊆ 表格 ∪ 句子", "numbers ⊆ cells ∪ sentences")),
        Make("E-02", Shape.Present, Tolerance.Words, Severity.Note, Whole, ReadingSelectors.Spans, ("表格每行（展开合并格后）的栏数与表头相同", "each row has its header's columns once spans are laid out"), ("Σ 行 × 栏 = 表格", "Σ rows × columns = table")),
        Make("E-06", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, ReadingSelectors.Digits, ("所存的数与所印的数一字不差", "a stored figure is the printed one, digit for digit"), ("所存 = 所印", "stored = printed")),
        Make("E-07", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, ReadingSelectors.Places, ("出处所在的位置印着这个数", "the place of a figure prints the figure"), ("该处所印 = 该数", "print at place = figure")),
        Make("E-08", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, ReadingSelectors.Lanes, ("左右两栏分别读作收入与支出", "the two lanes are read as income and as expenditure"), ("左栏收入，右栏支出", "income left, expenditure right")),
        Make("E-09", Shape.Present, Tolerance.Words, Severity.Note, Whole, ReadingSelectors.Continuations, ("跨页表的表头只算一次", "a table over several pages has one header"), ("续页表头不作数据行", "a repeated header is no row")),
        Make("E-10", Shape.Present, Tolerance.Words, Severity.Warning, Accounts, ReadingSelectors.Merged, ("合并格内的数只算一个", "a number in a merged cell is one figure"), ("一处 ⇒ 一数", "one place ⇒ one figure")),
        Make("E-11", Shape.Present, Tolerance.Words, Severity.Note, Whole, ReadingSelectors.PageNumbers, ("页码没有读作正文", "no page number is read as text"), ("正文无页码", "no page number in the text")),
        Make("E-12", Shape.Present, Tolerance.Words, Severity.Warning, Whole, ReadingSelectors.Pictures, ("没有只有图片、无法读取的页", "no page is a picture that cannot be read"), ("每页有文字", "every page has text")),
    ];

    private static IEnumerable<CatalogueEntry> Sentences() =>
    [
        Make("N-01", Shape.Same, Tolerance.Equal, Severity.Error, Restating, static dossier => [.. Statutory.RestatedForms.Restated(dossier, "N-01"), .. BalanceSelectors.Ends(dossier)], ("收支总计前后一致，并与收支总表一致", "the text's total is the form's"), ("文字 = T1 总计", "text = T1 total")),
        Make("N-02", Shape.Same, Tolerance.Equal, Severity.Error, Restating, static dossier => [.. Statutory.RestatedForms.Restated(dossier, "N-02"), .. BalanceSelectors.Closings(dossier)], ("本年收支、结转前后一致，并与收支总表一致", "the text's income, expenditure and balances are the form's"), ("文字 = T1", "text = T1")),
        Make("N-06", Shape.Same, Tolerance.Equal, Severity.Error, Restating, static dossier => Statutory.RestatedForms.Restated(dossier, "N-06"), ("文字的财政拨款收支总计与拨款总表一致", "the text's total of grants is the form's"), ("文字 = T4 总计", "text = T4 total")),
        Make("N-21", Shape.Same, Tolerance.Equal, Severity.Error, Restating, static dossier => Statutory.RestatedForms.Restated(dossier, "N-21"), ("文字的三公数与三公表一致", "the text's three public expenses are the form's"), ("文字 = T7", "text = T7")),
        Make("N-08", Shape.Present, Tolerance.Words, Severity.Warning, Restating, static dossier => Statutory.RestatedForms.Items(dossier, "N-08"), ("有支出的项都有说明，且只说明表内的项", "every item with money is told, and no other"), ("T5 项 ⇔ 文字", "T5 item ⇔ text")),
        Make("N-09", Shape.Same, Tolerance.Equal, Severity.Error, Restating, static dossier => Statutory.RestatedForms.Items(dossier, "N-09"), ("各项的决算数与表一致", "an item's final amount is the form's"), ("文字 = T5 项", "text = T5 item")),
        Make("N-37", Shape.Sum, Tolerance.Exact, Severity.Warning, Narrative, WordingSelectors.Grades, ("各等级项目数之和等于自评项目数", "projects by grade add to the projects evaluated"), ("自评项目 = Σ 各等级", "evaluated = Σ grades")),
        Make("N-38", Shape.Present, Tolerance.Order, Severity.Warning, Narrative, WordingSelectors.Averages, ("全部为优时平均得分不低于 90", "where all are 优 the average is at least 90"), ("全优 ⇒ 平均 ≥ 90", "all 优 ⇒ average ≥ 90")),
        Make("N-41", Shape.Present, Tolerance.Words, Severity.Error, Restating, WordingSelectors.Nothing, ("说明没有的预算，表也为空", "a budget said to be none has an empty form"), ("文字“无” ⇒ 空表", "none ⇒ empty form")),
        Make("N-42", Shape.Present, Tolerance.Words, Severity.Warning, Narrative, WordingSelectors.Reasons, ("“主要原因”后有原因", "主要原因 is followed by a reason"), ("原因不为空", "the reason is not empty")),
        Make("N-43", Shape.Present, Tolerance.Words, Severity.Warning, Narrative, WordingSelectors.Purposes, ("用途与科目相符", "the purpose fits the account"), ("用途 ∈ 科目范围", "purpose ∈ domain")),
        Make("N-45", Shape.Present, Tolerance.Words, Severity.Warning, Narrative, WordingSelectors.ZeroOpening, ("年初预算为零时不说完成年初预算", "no completion of an opening budget of zero"), ("年初预算 ≠ 0", "opening budget ≠ 0")),
        Make("N-03", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => [.. OfWhichSelectors.All(dossier), .. BalanceSelectors.Totals(dossier)],
            ("总额与其中各项相符", "an amount and what its list gives agree"), ("总额 ≥ Σ 其中各项", "amount ≥ Σ of which")),
        Make("N-04", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => [.. ListSelectors.Template(dossier, "N-04"), .. Statutory.RestatedForms.Restated(dossier, "N-04")],
            ("本年收入合计等于各项收入之和", "income of the year is the sum of its sources"), ("本年收入合计 = Σ 各项收入", "income = Σ sources")),
        Make("N-05", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => [.. ListSelectors.Template(dossier, "N-05"), .. Statutory.RestatedForms.Restated(dossier, "N-05")],
            ("本年支出合计等于各类支出之和", "expenditure of the year is the sum of its kinds"), ("本年支出合计 = 基本 + 项目 + 上缴上级 + 经营 + 对附属单位补助", "expenditure = basic + project + remitted + operating + subsidies")),
        Make("N-07", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => [.. ListSelectors.ClassLists(dossier), .. Statutory.RestatedForms.Restated(dossier, "N-07")],
            ("一般公共预算支出等于所列各类之和", "general-budget expenditure is the sum of the classes listed"), ("支出 = Σ 类", "expenditure = Σ classes")),
        Make("N-10", Shape.Sum, Tolerance.Sum, Severity.Warning, Narrative, AccountSelectors.Totals,
            ("各项决算之和等于其类与总额", "items add to their class and to the total"), ("Σ 项 = 类；Σ 项 = 一般公共预算支出", "Σ items = class; Σ items = expenditure")),
        Make("N-11", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => ShareSelectors.Shares(dossier, "N-11"),
            ("占比等于部分除以整体", "a share is its part over its whole"), ("占比 = 部分 ÷ 整体", "share = part ÷ whole")),
        Make("N-12", Shape.Sum, Tolerance.Percent, Severity.Error, Narrative, ShareSelectors.Lists,
            ("完整列举的占比合计为 100%", "the shares of a closed list add to 100 %"), ("Σ 占比 = 100%", "Σ shares = 100 %")),
        Make("N-13", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => GrowthSelectors.Rates(dossier, "N-13").Concat(GrowthSelectors.Changes(dossier)).Concat(BalanceSelectors.Vanished(dossier)),
            ("增减额与增长率相符", "change and growth agree with the values"), ("增长率 = 增减额 ÷ (本年 − 增减额)；增减额 = 本年 − 上年", "growth = change ÷ (now − change); change = now − before")),
        Make("N-14", Shape.Present, Tolerance.Words, Severity.Error, Narrative, GrowthSelectors.Directions,
            ("增减方向一致", "change and growth point the same way"), ("增减额与增长率同号", "the signs agree")),
        Make("N-15", Shape.Present, Tolerance.Words, Severity.Note, Narrative, GrowthSelectors.ZeroBases,
            ("上年为零时不列增长率", "no growth rate on a prior value of zero"), ("上年 ≠ 0", "before ≠ 0")),
        Make("N-16", Shape.Present, Tolerance.Percent, Severity.Warning, Narrative, GrowthSelectors.Ratios,
            ("增长率以百分数表示，不是比值", "a growth rate is a percentage, not the ratio"), ("印出的数 ≠ 增减额 ÷ 上年（未乘 100）", "printed ≠ change ÷ before, left without × 100")),
        Make("N-17", Shape.Ratio, Tolerance.Percent, Severity.Error, new("决算说明与自评表的文字", "the text of final accounts and of forms"),
            static dossier => [.. CompletionSelectors.Rates(dossier), .. AccountSelectors.Rates(dossier), .. GoalTextSelectors.Completions(dossier)],
            ("完成预算的百分比等于决算除以预算", "completion of the budget is final over budget"), ("完成率 = 决算 ÷ 预算", "completion = final ÷ budget")),
        Make("N-18", Shape.Present, Tolerance.Words, Severity.Error, Narrative, AccountSelectors.Comparisons,
            ("决算与预算的大小关系与完成率相符", "the comparison in words agrees with the completion rate"), ("小于 ⇔ 完成率 < 100%", "below ⇔ completion < 100 %")),
        Make("N-19", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, CompletionSelectors.Contradictions,
            ("完成 100% 与差额不并存", "no difference beside a completion of 100 %"), ("(预算 + 差额) ÷ 预算 = 100%", "(budget + difference) ÷ budget = 100 %")),
        Make("N-20", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => [.. ListSelectors.Template(dossier, "N-20"), .. Statutory.RestatedForms.Restated(dossier, "N-20")],
            ("基本支出等于人员经费加公用经费", "basic expenditure is staff and public funds"), ("基本支出 = 人员经费 + 公用经费", "basic = staff + public")),
        Make("N-22", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => ListSelectors.Template(dossier, "N-22"),
            ("三公经费等于各项之和", "the three public expenses add up"), ("三公 = 出国 + 用车 + 接待；用车 = 购置 + 运行；接待 = 国内 + 外事", "total = travel + vehicles + reception; vehicles = purchase + running; reception = domestic + foreign")),
        Make("N-23", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => ShareSelectors.Shares(dossier, "N-23"),
            ("三公各项占比相符", "shares of the three public expenses"), ("占比 = 单项 ÷ 三公经费", "share = item ÷ total")),
        Make("N-24", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => ListSelectors.Template(dossier, "N-24"),
            ("三公经费的变动等于各项变动之和", "the change of the three public expenses is the sum of its items' changes"), ("变动 = Σ 各项变动", "change = Σ changes")),
        Make("N-25", Shape.Same, Tolerance.Equal, Severity.Error, Restating, ExpenseSelectors.AsBudgeted,
            ("说与预算持平的三公项，表中决算等于预算", "an expense said to be as budgeted is so in the form"), ("文字“与预算持平” ⇒ T7 决算 = 预算", "as budgeted ⇒ T7 final = budget")),
        Make("N-26", Shape.Present, Tolerance.Exact, Severity.Warning, Narrative,
            static dossier => [.. ListSelectors.ZeroTogether(dossier, "因公出国", ["出国+团组"]), .. ListSelectors.ZeroTogether(dossier, "国内+接待", ["国内+接待"]), .. ListSelectors.ZeroTogether(dossier, "外事+接待", ["外事+接待"])],
            ("出国、接待的金额与批次同时为零", "money and visits are zero together"), ("金额 = 0 ⇔ 批次 = 0", "money = 0 ⇔ visits = 0")),
        Make("N-27", Shape.Present, Tolerance.Exact, Severity.Warning, Narrative, static dossier => ListSelectors.ZeroTogether(dossier, "公务用车购置-运行", ["购置+车"]),
            ("购车金额与辆数同时为零", "purchase money and vehicles are zero together"), ("金额 = 0 ⇔ 辆数 = 0", "money = 0 ⇔ vehicles = 0")),
        Make("N-28", Shape.Present, Tolerance.Order, Severity.Note, Narrative, ExpenseSelectors.Units,
            ("人均接待费、车均运行费在可能的范围内", "money for a person received and for a vehicle kept is within what can be"), ("接待费 ÷ 人次；运行维护费 ÷ 车辆", "reception ÷ persons; running ÷ vehicles")),
        Make("N-29", Shape.AtMost, Tolerance.Order, Severity.Warning, Narrative, ListSelectors.Operating,
            ("机关运行经费不超过公用经费", "operating expenses are within public funds"), ("机关运行经费 ≤ 公用经费", "operating ≤ public")),
        Make("N-30", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => GrowthSelectors.Rates(dossier, "N-30"),
            ("机关运行经费的增长率相符", "growth of operating expenses"), ("增长率 = 增减额 ÷ (本年 − 增减额)", "growth = change ÷ (now − change)")),
        Make("N-31", Shape.Sum, Tolerance.Sum, Severity.Error, Narrative, static dossier => ListSelectors.Template(dossier, "N-31"),
            ("政府采购总额等于货物、工程、服务之和", "procurement is goods, works and services"), ("总额 = 货物 + 工程 + 服务", "total = goods + works + services")),
        Make("N-32", Shape.AtMost, Tolerance.Order, Severity.Error, Narrative, ListSelectors.Procurement,
            ("授予中小企业的金额不超过总额，小微不超过中小", "contracts of small firms are within the total"), ("小微 ≤ 中小 ≤ 总额", "micro ≤ small ≤ total")),
        Make("N-33", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => ShareSelectors.Shares(dossier, "N-33"),
            ("中小企业合同占比相符", "the share of small firms' contracts"), ("占比 = 合同金额 ÷ 采购总额（或中小企业金额）", "share = contracts ÷ procurement (or small firms' contracts)")),
        Make("N-34", Shape.Ratio, Tolerance.Percent, Severity.Error, Narrative, static dossier => ShareSelectors.Shares(dossier, "N-34"),
            ("货物、工程、服务的中小企业占比相符", "small firms' shares of goods, works and services"), ("占比 = 合同金额 ÷ 该类采购金额", "share = contracts ÷ procurement of the kind")),
        Make("N-35", Shape.Sum, Tolerance.Exact, Severity.Error, Narrative, ListSelectors.Vehicles,
            ("车辆总数等于各类车辆之和", "vehicles in total and by category"), ("总数 = Σ 各类", "total = Σ categories")),
        Make("N-36", Shape.AtMost, Tolerance.Exact, Severity.Warning, Narrative, ResourceSelectors.Equipment,
            ("大型设备数为整数，单价高的不多于单价低的", "equipment is counted whole, the dearer among the cheaper"), ("台数为整数；100 万元以上 ≤ 50 万元以上", "whole pieces; above 100 ≤ above 50")),
        Make("N-39", Shape.AtMost, Tolerance.Order, Severity.Note, Restating, ProjectSelectors.Evaluated,
            ("自评项目金额不超过项目支出（同口径）", "the amount evaluated is within project expenditure, on one basis"), ("自评金额 ≤ 项目支出", "evaluated ≤ project expenditure")),
        Make("N-40", Shape.Sum, Tolerance.Exact, Severity.Warning, Narrative, ResourceSelectors.Staff,
            ("人数等于各类人员之和", "people by kind add to all"), ("人数 = Σ 各类", "people = Σ kinds")),
        Make("N-44", Shape.Sum, Tolerance.Sum, Severity.Warning, Narrative, ProjectSelectors.Listed,
            ("所列项目之和不超过项目支出；全部列出的等于项目支出", "projects listed are within project expenditure, or make it up where all are listed"), ("项目支出 ≥ Σ 所列项目", "project expenditure ≥ Σ projects")),
    ];

    private static IEnumerable<CatalogueEntry> Points() =>
    [
        Make("P-01", Shape.Sum, Tolerance.Score, Severity.Error, Forms, PointSelectors.Weights,
            ("权重合计为 100", "the weights add to 100"), ("Σ 权重（含预算执行）= 100", "Σ weights (execution included) = 100")),
        Make("P-02", Shape.Sum, Tolerance.Score, Severity.Error, Forms, PointSelectors.Headings,
            ("标题所列分值等于所辖指标之和", "the points of a heading are those of its rows"), ("标题分值 = Σ 权重", "heading = Σ weights")),
        Make("P-03", Shape.Sum, Tolerance.Score, Severity.Error, Forms, PointSelectors.Levels23,
            ("各级指标分值逐级相加", "points add up level by level"), ("上级分值 = Σ 下级分值", "level = Σ next level")),
        Make("P-04", Shape.Same, Tolerance.Score, Severity.Warning, Forms, FundSelectors.ExecutionWeights,
            ("预算执行的权重与表式一致", "the weight of execution is the form's"), ("权重 = 表式分值", "weight = the form's points")),
        Make("P-05", Shape.AtMost, Tolerance.Score, Severity.Error, Forms, PointSelectors.Bounds,
            ("得分在 0 与权重之间", "a score is between 0 and its weight"), ("0 ≤ 得分 ≤ 权重", "0 ≤ score ≤ weight")),
        Make("P-06", Shape.Sum, Tolerance.Sum, Severity.Error, Forms, PointSelectors.Totals,
            ("总分等于各项得分之和", "the total score is the sum of the scores"), ("总分 = Σ 得分（含预算执行）", "total = Σ scores (execution included)")),
        Make("P-07", Shape.Same, Tolerance.Equal, Severity.Error, Forms, ConclusionSelectors.Scores,
            ("总分不超过 100，且与结论所述一致", "the total is at most 100 and is what the conclusion states"), ("结论得分 = 总分 ≤ 100", "stated score = total ≤ 100")),
        Make("P-08", Shape.Present, Tolerance.Order, Severity.Warning, Forms, PointSelectors.Grades,
            ("评价等级与得分相符", "the grade is that of the score"), ("优 ≥ 90 > 良 ≥ 80 > 中 ≥ 60 > 差", "优 ≥ 90 > 良 ≥ 80 > 中 ≥ 60 > 差")),
        Make("P-09", Shape.Ratio, Tolerance.Percent, Severity.Error, Forms, FundSelectors.Rates,
            ("预算执行率等于执行数除以预算数", "the execution rate is executed over budget"), ("执行率 = 执行数 ÷ 全年（调整后）预算数", "rate = executed ÷ annual (adjusted) budget")),
        Make("P-10", Shape.Score, Tolerance.Score, Severity.Error, Forms, FundSelectors.ExecutionScores,
            ("预算执行得分等于执行率乘以权重", "the execution score is rate times weight"), ("得分 = min(权重, 执行率 × 权重)，或表内印出的规则", "score = min(weight, rate × weight), or the form's printed rule")),
        Make("P-11", Shape.Present, Tolerance.Words, Severity.Warning, Forms, FundSelectors.ZeroBudgets,
            ("预算为零时没有执行率", "no execution rate on a budget of zero"), ("预算 = 0 时不列执行率", "none where budget = 0")),
        Make("P-12", Shape.Sum, Tolerance.Sum, Severity.Error, Forms, FundSelectors.Totals,
            ("资金总额等于各来源之和", "the total is the sum of its sources"), ("总额 = Σ 来源（年初、全年、到位、执行各列）", "total = Σ sources, column by column")),
        Make("P-13", Shape.AtMost, Tolerance.Order, Severity.Warning, Forms, FundSelectors.Overspending,
            ("执行数不超过预算数", "executed is within the budget"), ("执行数 ≤ 预算数", "executed ≤ budget")),
        Make("P-15", Shape.Present, Tolerance.Words, Severity.Warning, Forms, FundSelectors.ZeroRows,
            ("预算与执行均为零的行执行率为 0 或空", "a row of zeros has a rate of 0, or none"), ("0 ÷ 0 → 0% 或空", "0 ÷ 0 → 0 % or blank")),
        Make("P-16", Shape.Present, Tolerance.Words, Severity.Warning, Forms, FundSelectors.Reasons,
            ("执行率低于 90% 时说明原因", "a rate below 90 % has its reason"), ("执行率 < 90% ⇒ 有原因", "rate < 90 % ⇒ reason")),
    ];

    private static IEnumerable<CatalogueEntry> Indicators() =>
    [
        Make("P-17", Shape.Present, Tolerance.Score, Severity.Error, Forms, IndicatorSelectors.AtLeast,
            ("未达到下限的指标不得满分", "no full score below a lower limit"), ("满分 ⇒ 完成值 ≥（＞）指标值", "full score ⇒ actual ≥ (＞) target")),
        Make("P-18", Shape.Present, Tolerance.Score, Severity.Error, Forms, IndicatorSelectors.AtMostTargets,
            ("超过上限的指标不得满分", "no full score above an upper limit"), ("满分 ⇒ 完成值 ≤（＜）指标值", "full score ⇒ actual ≤ (＜) target")),
        Make("P-19", Shape.Present, Tolerance.Score, Severity.Error, Forms, IndicatorSelectors.Equal,
            ("未达到等值目标的指标不得满分", "no full score off a target that asks for equality"), ("满分 ⇒ 完成值 = 指标值", "full score ⇒ actual = target")),
        Make("P-20", Shape.Present, Tolerance.Words, Severity.Warning, Forms, IndicatorSelectors.InWords,
            ("以文字或区间表示的目标已达到方可满分", "a target in words or as a range is reached where the score is full"), ("满分 ⇒ 完成值符合目标", "full score ⇒ the target is met")),
        Make("P-22", Shape.Present, Tolerance.Words, Severity.Warning, Forms, IndicatorSelectors.Reasons,
            ("得分低于权重时说明原因；未完成的指标不得满分", "a reduced score has its reason; what is 未完成 does not score in full"), ("得分 < 权重 ⇒ 有原因；未完成 ⇒ 得分 < 权重", "score < weight ⇒ reason; 未完成 ⇒ score < weight")),
        Make("P-23", Shape.Present, Tolerance.Words, Severity.Warning, Forms, IndicatorSelectors.Completed,
            ("完成情况与完成值相符", "the completed flag agrees with the actual value"), ("完成 ⇔ 达到指标值", "完成 ⇔ target reached")),
        Make("P-24", Shape.Present, Tolerance.Order, Severity.Warning, Forms, IndicatorSelectors.Excesses,
            ("超出表内规定偏离度的指标调减得分", "a target exceeded beyond the form's limit scores less"), ("偏离度 ≥ 规定 ⇒ 得分 < 分值", "excess ≥ limit ⇒ score < weight")),
        Make("P-25", Shape.Present, Tolerance.Words, Severity.Warning, new("自评表与报告文字", "forms, and reports' sentences"),
            static dossier => [.. IndicatorRowSelectors.Units(dossier), .. CompletionSelectors.Units(dossier)],
            ("目标与完成值的计量单位一致", "target and actual value have one unit"), ("目标单位 = 完成单位", "unit of target = unit of actual")),
        Make("P-26", Shape.Present, Tolerance.Words, Severity.Note, Forms, IndicatorRowSelectors.Kinds,
            ("量化目标有量化完成值", "a numeric target has a numeric actual value"), ("目标为数 ⇒ 完成值为数", "number ⇒ number")),
        Make("P-27", Shape.AtMost, Tolerance.Order, Severity.Warning, Forms, IndicatorRowSelectors.Rates,
            ("覆盖率、合格率、满意度等不超过 100%", "rates of coverage, quality and satisfaction are at most 100 %"), ("比率 ≤ 100%", "rate ≤ 100 %")),
        Make("P-30", Shape.Present, Tolerance.Words, Severity.Warning, Forms, IndicatorRowSelectors.Names,
            ("同一二级指标下指标名不重复", "no indicator stands twice under one second level"), ("名称唯一", "names are unique")),
        Make("P-31", Shape.Same, Tolerance.Equal, Severity.Warning, Forms, IndicatorSelectors.Costs,
            ("以预算总额为上限的成本指标等于执行数", "a cost indicator limited by the whole budget reports what was executed"), ("成本完成值 = 执行数", "cost = executed")),
        Make("P-32", Shape.Same, Tolerance.Equal, Severity.Error, Forms, GoalTextSelectors.Restated,
            ("目标文字中的预算数、执行数、执行率与资金栏一致", "goal texts restate the budget block"), ("文字 = 资金栏", "text = budget block")),
        Make("P-34", Shape.Present, Tolerance.Words, Severity.Warning, Forms, IndicatorRowSelectors.Blanks,
            ("已评分或已填目标的指标有完成值", "a row with a target or a score has an actual value"), ("目标、完成值、得分齐全", "target, actual and score are printed")),
        Make("P-40", Shape.Same, Tolerance.Percent, Severity.Error, new("报告文字", "reports' sentences"), CompletionSelectors.Deviations,
            ("偏离度等于完成率与 100% 之差", "a deviation is completion less 100 %"), ("偏离度 = |完成率 − 100%|", "deviation = |completion − 100 %|")),
        Make("P-39", Shape.Ratio, Tolerance.Percent, Severity.Error, new("指标评分表与报告文字", "scoring tables, and reports' sentences"),
            static dossier => [.. IndicatorSelectors.CompletionRates(dossier), .. CompletionSelectors.OfTargets(dossier)],
            ("指标完成率等于完成值除以目标值", "completion of an indicator is actual over target"), ("完成率 = 完成值 ÷ 目标值（超过 100% 可按 100% 填列）", "completion = actual ÷ target (above 100 % may be printed as 100 %)")),
    ];

    private static IEnumerable<CatalogueEntry> Grids() =>
    [
        Make("G-01", Shape.Sum, Tolerance.Sum, Severity.Error, Tables, GridSelectors.Totals,
            ("合计行等于最高一级各行之和", "the total row is the sum of the outermost rows"), ("合计 = Σ 一级行", "total = Σ outermost rows")),
        Make("G-02", Shape.Sum, Tolerance.Sum, Severity.Error, Tables, GridSelectors.Groups,
            ("分组行、小计行等于所辖各行之和", "a group or subtotal is the sum of its rows"), ("组 = Σ 下级行", "group = Σ rows below")),
        Make("G-03", Shape.Sum, Tolerance.Sum, Severity.Error, Tables, GridSelectors.Balances,
            ("结余等于预算减支出", "a balance is budget less spending"), ("结余 = 预算 − 支出", "balance = budget − spending")),
        Make("G-04", Shape.Ratio, Tolerance.Percent, Severity.Error, Tables, GridSelectors.Rates,
            ("执行率等于支出除以预算", "an execution rate is spending over budget"), ("执行率 = 支出 ÷ 预算", "rate = spending ÷ budget")),
    ];
}
