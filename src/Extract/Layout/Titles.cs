namespace Extract.Layout;

/// <summary>The words by which a section's title is known.</summary>
internal static class Titles
{
    private static readonly string[] Ends =
    [
        "情况说明", "说明", "情况", "职责", "职能", "总结", "内容", "报告", "问题", "建议", "措施", "原因", "目标", "结论", "概况", "安排", "分析", "设置", "构成", "解释",
    ];

    /// <summary>True where the text ends as titles of sections do.</summary>
    public static bool IsEnd(ReadOnlySpan<char> text)
    {
        foreach (var end in Ends)
            if (text.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }
}
