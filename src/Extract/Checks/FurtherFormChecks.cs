using Extract.Checks.Selectors;
using Extract.Diagnostics;

namespace Extract.Checks;

/// <summary>Checks of self-evaluation forms as a whole: their families, dimensions, tasks and texts, and the bands of qualitative indicators.</summary>
internal static class FurtherFormChecks
{
    private static readonly Sentence Forms = new("绩效自评表、绩效目标表", "self-evaluation forms and forms of goals");
    private static readonly Sentence Sets = new("同一文件的多张自评表", "the self-evaluations of one document");
    private static readonly Sentence Bodies = new("部门（单位）整体支出绩效表", "forms of a whole body's expenditure");

    /// <summary>The entries, in the order of the report.</summary>
    public static IEnumerable<CatalogueEntry> All() =>
    [
        new("P-14", Shape.Sum, Tolerance.Sum, Severity.Error, new("全年预算等于年初预算加年中调整", "the annual budget is the opening one and its adjustments"), new("全年预算 = 年初预算 + 年中调整", "annual = opening + adjustments"), Forms) { Select = FundSelectors.Adjustments },
        new("P-21", Shape.AtMost, Tolerance.Score, Severity.Warning, new("定性指标的得分在其完成等级的分档之内", "a qualitative indicator scores within the band of its answer"), new("达成 80%–100%，部分达成 60%–80%，未达成 0–60%", "reached 80–100 %, partly 60–80 %, missed 0–60 %"), Forms) { Select = QualitativeSelectors.Bands },
        new("P-28", Shape.Present, Tolerance.Words, Severity.Note, new("指标内容与所属类别相符", "an indicator fits the dimension it stands under"), new("成本指标有上限；资金支付进度不是数量指标", "costs have an upper limit; payment progress is no quantity"), Forms) { Select = QualitativeSelectors.Dimensions },
        new("P-29", Shape.Present, Tolerance.Words, Severity.Note, new("产出与效益各有指标", "there are indicators of output and of benefit"), new("产出 ≥ 1，效益 ≥ 1", "output ≥ 1, benefit ≥ 1"), Forms) { Select = WholeFormSelectors.Dimensions },
        new("P-33", Shape.Present, Tolerance.Words, Severity.Note, new("表式为已知的一类", "the form is of a known family"), new("表式 ∈ 已知表式", "form ∈ known families"), Forms) { Select = WholeFormSelectors.Families },
        new("P-35", Shape.Sum, Tolerance.Exact, Severity.Warning, new("总数等于所列各数之和", "a count is the sum of the counts listed for it"), new("共 = Σ 各数；总数 ≥ Σ 其中", "in all = Σ; count ≥ Σ of which"), Forms) { Select = QualitativeSelectors.Counts },
        new("P-36", Shape.Present, Tolerance.Words, Severity.Warning, new("项目编码、名称不重复，时限在年度之内", "codes and names of projects are unique, dates lie in the year"), new("编码唯一；时限 ≥ 年度", "codes are unique; date ≥ year"), Sets) { Select = WholeFormSelectors.Unique },
        new("P-37", Shape.Sum, Tolerance.Sum, Severity.Error, new("主要任务的金额之和等于金额合计，且不超过项目支出", "the money of the main tasks adds to its total and is within project expenditure"), new("金额合计 = Σ 任务；项目支出 ≥ Σ 任务", "total = Σ tasks; project expenditure ≥ Σ tasks"), Bodies) { Select = WholeFormSelectors.Tasks },
        new("P-38", Shape.Present, Tolerance.Words, Severity.Note, new("称全部完成的，各项指标均满分", "where all is said to be complete, no indicator is scored down"), new("全部完成 ⇒ 得分 = 分值", "all complete ⇒ score = weight"), Forms) { Select = WholeFormSelectors.AllComplete },
    ];
}
