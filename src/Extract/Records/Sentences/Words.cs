namespace Extract.Records.Sentences;

/// <summary>The words disclosures state figures with. Data: each list is tried in its order, longest first where one contains another.</summary>
internal static class Words
{
    /// <summary>Words of growth and fall at the end of what leads to a number; true for a fall.</summary>
    public static readonly (string Word, bool Falls)[] Changes =
    [
        ("同比增长率", false), ("增长率", false), ("增加率", false), ("增加额", false), ("增长额", false), ("提高率", false), ("下降率", true), ("减少额", true), ("下降额", true),
        ("增加", false), ("增长", false), ("增支", false), ("增收", false), ("上升", false), ("上涨", false), ("提高", false), ("提升", false), ("增幅", false), ("涨幅", false), ("增速", false), ("升高", false), ("调增", false),
        ("减少", true), ("减支", true), ("减收", true), ("下降", true), ("降低", true), ("降幅", true), ("减幅", true), ("压减", true), ("缩减", true), ("回落", true), ("下滑", true), ("调减", true), ("同比下降", true),
    ];

    /// <summary>What a completion rate is of a plan.</summary>
    public static readonly string[] Plans =
    [
        "", "预算", "预算数", "年初预算", "年初预算数", "全年预算", "全年预算数", "调整预算", "调整预算数", "调整后预算", "调整后预算数", "调整后的预算", "年度预算", "年度预算数", "当年预算",
        "计划", "年度计划", "目标", "年度目标", "目标任务", "任务", "指标", "年初计划", "年初目标", "预期目标", "支出预算", "收入预算", "预算的比例", "年初预期", "本年预算",
    ];

    /// <summary>Rates that tell how far a plan was carried out.</summary>
    public static readonly string[] CompletionNouns =
    [
        "完成率", "执行率", "支出率", "支付率", "到位率", "执行进度", "支出进度", "完成进度", "支付进度", "执行度", "资金使用率", "拨付率", "预算使用率",
    ];

    /// <summary>Which of an item's amounts the words before a number name, and the words to leave out of the item.</summary>
    public static readonly (string Word, Measure Measure)[] Measures =
    [
        ("年初预算安排的", Measure.OpeningBudget), ("年初预算安排", Measure.OpeningBudget), ("年初预算数", Measure.OpeningBudget), ("年初批复预算", Measure.OpeningBudget), ("年初预算", Measure.OpeningBudget),
        ("全年预算数", Measure.AdjustedBudget), ("全年预算", Measure.AdjustedBudget), ("调整后预算数", Measure.AdjustedBudget), ("调整后预算", Measure.AdjustedBudget), ("调整后的预算", Measure.AdjustedBudget),
        ("调整预算数", Measure.AdjustedBudget), ("调整预算", Measure.AdjustedBudget),
        ("预算安排", Measure.Budget), ("预算批复数", Measure.Budget), ("预算总额", Measure.Budget), ("预算数", Measure.Budget), ("预算", Measure.Budget),
        ("年初目标值", Measure.Target), ("年初目标", Measure.Target), ("年度目标值", Measure.Target), ("年度目标", Measure.Target), ("预期目标", Measure.Target), ("目标值", Measure.Target), ("目标数", Measure.Target), ("目标", Measure.Target),
        ("执行数", Measure.Actual), ("决算总额", Measure.Actual), ("决算数", Measure.Actual), ("决算", Measure.Actual), ("实际完成", Measure.Actual), ("实际", Measure.Actual),
    ];

    /// <summary>Verbs between a flow of money and its amount: 收入累计完成24627万元.</summary>
    public static readonly string[] Achieved = ["累计完成", "累计实现", "完成", "实现"];

    /// <summary>Names that end with 预算 and are funds, not budgets of an item.</summary>
    public static readonly string[] Funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算", "公共财政预算"];

    /// <summary>Words that lead to an item and are no part of it.</summary>
    public static readonly string[] Openers =
    [
        "其中", "以及", "同时", "另外", "此外", "并且", "并", "且", "则", "而", "但", "也", "还", "首先", "其次", "最后", "目前", "现有", "总体", "截至", "截止", "截止到", "截至到", "全年", "本年度", "当年", "年末", "年底", "年内", "年中", "期末",
        "累计", "共计", "共", "已", "约", "我单位", "本单位", "本部门", "我部门", "我乡", "我局", "我部", "我院", "我校", "我镇", "我县", "我市", "我区", "我省", "该单位", "我办", "我委", "我厅", "我中心", "本年", "通过", "月", "按照", "按规定", "按",
        "和", "及", "与", "、", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "底", "实际", "分别", "各", "均", "度", "先后", "年初目标", "目标", "计划", "主要原因是", "主要原因为", "原因是", "主要是由于", "主要是", "主要由于", "科目编码", "科目代码", "由于", "因",
    ];

    /// <summary>本年 is part of these items.</summary>
    public static readonly string[] KeptOpeners = ["本年收入", "本年支出", "本年度收入", "本年度支出", "全年预算", "对附属", "对个人", "对企业", "对下", "共同", "并表", "年末结转", "年末财政", "年末公务", "年末单位", "总体", "各项", "各类", "与上", "已支出", "实际已支出", "还本", "度假", "均等", "及时", "底数", "月度", "月均", "各级", "各市", "各县", "各区", "各省", "各部", "各地", "而且", "实际支出", "实际到位", "但是", "通过率", "通过专", "通过验", "也门", "累计结", "目标完", "目标任", "计划生育", "计划完", "计划任", "计划安排", "因公", "因素"];

    /// <summary>Words between an item and its number.</summary>
    public static readonly string[] Copulas =
    [
        "分别为", "分别是", "均为", "约为", "共计为", "合计为", "总计为", "达到了", "达到", "控制在", "始终保持在", "保持在", "为", "是", "达", "了", "约", "共计", "共", "累计", "各", "均", ":", "的", "计", "有", "在", "至", "到", "分别", "及", "和", "与", "的金额", "从", "由",
    ];

    /// <summary>Names that end like a copula.</summary>
    public static readonly string[] KeptEnds =
    [
        "合计", "总计", "统计", "小计", "设计", "审计", "会计", "预计", "估计", "所有", "国有", "现有", "占有", "持有", "享有", "拥有", "目的", "标的", "行为", "作为", "成为", "认为", "核准", "所在", "存在", "潜在", "总和", "参与",
        "普及", "涉及", "惠及", "收到", "节约", "合约", "公约", "签约", "履约", "违约", "公共", "人均", "户均", "平均", "年均", "月均", "发达", "下达", "自由", "事由", "理由",
    ];

    /// <summary>Words that name an amount of the subject and not an item of their own.</summary>
    public static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "", "支出", "收入", "支出决算", "决算", "决算数", "执行数", "费用", "经费", "资金", "预算", "预算数", "完成", "完成数", "完成值", "实际完成", "实际", "支出合计", "共计支出", "共支出", "执行", "目标", "指标值", "其中", "支出总额", "总支出",
        "经费支出", "资金支出", "本项支出", "该项支出", "指标", "实际指标", "总额", "合计", "年初", "全年", "比例", "比重", "占比", "所占比例", "所占比重", "同比", "环比", "率", "总体", "较", "比", "支出数", "收入数", "当年", "达标", "任务", "分别", "上年", "进度", "完成指标值", "得", "数量", "总数", "支出决算总额", "完成率", "指标完成率", "实际完成率", "目标完成率", "任务完成率",
    };

    /// <summary>Words that name something of the subject: they follow it in the item.</summary>
    public static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "金额", "涉及金额", "总金额", "签约金额", "签约总金额", "涉及预算金额", "预算金额", "偏离度", "面积", "涉及资金", "合同金额", "采购金额", "人数", "平均得分", "得分", "自评得分", "涉及项目资金", "涉及资金总额", "涉及项目预算资金", "资金总额", "涉及经费",
    };

    /// <summary>Verbs behind which the thing counted follows its number: 形成2份专题报告.</summary>
    public static readonly string[] Verbs =
    [
        "形成", "选取", "编制", "出具", "完成", "举办", "开展", "组织对", "对", "建立", "设立", "新增", "支持", "覆盖", "涉及", "包括", "共有", "拥有", "有", "实现", "发布", "签约", "内设", "下设", "培训", "认定", "吸引", "安排", "组织",
        "召开", "接待", "核准", "购置", "聘请", "邀请", "制定", "印发", "收到", "受理", "办结", "查处", "获得", "争取", "投入", "惠及", "服务", "采取", "通过", "制作", "印制", "印刷", "采集", "发放", "撰写", "报送", "推送", "征集", "的", "与", "由", "为", "近", "历时",
        "按照", "下属", "所属", "下辖", "中", "选派", "派出", "走访", "调研", "发现", "整改", "化解", "新建", "改建", "建成", "提供", "推介", "推荐", "收集", "评选", "资助", "奖励", "补助", "扶持", "惠企", "参加", "参与", "以", "分",
    ];

    /// <summary>Classifiers behind which the thing counted may follow: 10个地级市.</summary>
    public static readonly HashSet<string> Introducing = new(StringComparer.Ordinal) { "个", "家", "种", "份", "项", "名", "位", "条", "所", "处", "座", "场", "期", "件", "类", "笔", "门", "部", "套", "篇", "本", "册", "支", "户", "大" };

    /// <summary>What follows a count and is not the thing counted.</summary>
    public static readonly string[] NotThings =
        ["向", "办结", "参", "以", "用于", "进行", "已", "未", "被", "在", "后", "前", "内", "相比", "左右", "等", "并", "均", "全部", "的", "是", "为", "占", "达", "比", "较", "同比", "增", "减", "下降", "上升", "和", "与", "及", "或", "共", "由", "对", "按", "从", "通过", "其中"];

    /// <summary>Sentences with these state how scores are given, not what happened.</summary>
    public static readonly string[] ScoringRules =
    [
        "扣完为止", "得满分", "不得分", "扣除对应", "扣除相应", "每降低", "每减少", "每缺少", "每发现", "填写完成比例", "得对应", "各占", "该指标得", "酌情扣分", "每超过", "每延迟", "分档", "满分为", "占权重分",
    ];

    /// <summary>What a sentence is compared with, behind 比 or 较, where it is no year.</summary>
    public static readonly string[] Bases =
    [
        "上一年度", "上一年", "上一度", "上年度", "上年同期", "上年", "去年同期", "去年", "往年", "同期", "年初预算数", "年初预算", "全年预算数", "全年预算", "调整预算数", "调整预算", "预算数", "预算", "计划", "目标", "年初",
    ];
}
