namespace Extract.Corpus.Tests.Renditions;

/// <summary>A head and the fields printed under it, one behind the other.</summary>
internal sealed record FormHead(string Word, params string[] Fields);

/// <summary>The words of a family of forms.</summary>
internal sealed record FormWords(IReadOnlyList<FormHead> Funds, IReadOnlyList<FormHead> Indicators)
{
    private static readonly FormHead[] Levels = [new("一级指标", "level1"), new("二级指标", "level2"), new("三级指标", "level3"), new("四级指标", "level4")];

    /// <summary>Operator, value and unit in columns of their own; an execution block over the adjusted budget.</summary>
    public static readonly FormWords Sichuan = new(
        [new("资金来源", "source"), new("年初预算", "initial"), new("调整后预算数", "adjusted"), new("预算执行数", "executed"), new("预算执行率", "rate"), new("权重", "weight"), new("得分", "score")],
        [.. Levels, new("指标性质", "operator"), new("指标值", "target"), new("度量单位", "unit"), new("完成值", "actual"), new("权重", "weight"), new("得分", "score"), new("未完成原因分析", "reason")]);

    /// <summary>The central form of 2020: targets as text (≥50个).</summary>
    public static readonly FormWords Central = new(
        [new("资金来源", "source"), new("年初预算数", "initial"), new("全年预算数", "adjusted"), new("全年执行数", "executed"), new("分值", "weight"), new("执行率", "rate"), new("得分", "score")],
        [.. Levels, new("年度指标值", "operator", "target", "unit"), new("实际完成值", "actual"), new("分值", "weight"), new("得分", "score"), new("偏差原因分析及改进措施", "reason")]);

    /// <summary>Budget, received and executed; completion marked beside the value.</summary>
    public static readonly FormWords Completion = new(
        [new("资金来源", "source"), new("预算数", "budget"), new("到位数", "received"), new("执行数", "executed"), new("执行率", "rate")],
        [.. Levels, new("指标说明", "description"), new("指标性质", "operator"), new("指标值", "target"), new("计量单位", "unit"), new("完成值", "actual"), new("指标完成情况", "completed"),
            new("完成率", "completion_rate"), new("权重", "weight"), new("得分", "score"), new("未完成原因分析", "reason")]);

    /// <summary>Expected and actual values in words, no points.</summary>
    public static readonly FormWords Expected = new(
        [new("资金来源", "source"), new("预算数", "budget"), new("执行数", "executed")],
        [.. Levels, new("预期指标值", "operator", "target", "unit"), new("实际完成指标值", "actual")]);

    /// <summary>Four levels, each explained.</summary>
    public static readonly FormWords FourLevels = new(
        [new("资金来源", "source"), new("预算数", "budget"), new("执行数", "executed")],
        [.. Levels, new("指标解释", "explanation"), new("目标值", "operator", "target", "unit"), new("实际值", "actual"), new("分值", "weight"), new("评价得分", "score"), new("备注", "reason")]);

    /// <summary>The family of a document of the corpus, by its name; null for one that draws its tables whole.</summary>
    public static FormWords? Of(string document) => document.Split('-') switch
    {
        ["hanxi" or "anlu" or "ronggang" or "luanze" or "tangyang" or "julan", ..] => null,
        ["bailuzhou" or "lanpu", ..] => Central,
        ["qingpuling", ..] or ["cangyuan", "archives", ..] => Completion,
        ["wangchuan", ..] => Expected,
        ["cangyuan", "weather", ..] => FourLevels,
        _ => Sichuan,
    };
}
