using Extract.Text;

namespace Extract.Diagnostics;

/// <summary>How much a piece of news matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth looking at.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>A kind of trouble with a file: a stable id, a severity, and templates in Chinese and English ({0}, {1} … are arguments).</summary>
public sealed record DiagnosticKind(string Id, Severity Severity, string Chinese, string English);

/// <summary>Trouble with the file itself (never a finding about its figures): a kind, its arguments, and where.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, IReadOnlyList<string> Arguments, Place? Place);

/// <summary>Every kind of trouble that can be reported, by storey: 1xxx reading, 2xxx reconstruction, 3xxx records, 9xxx limits.</summary>
public static class DiagnosticKinds
{
    /// <summary>The file holds nothing.</summary>
    public static readonly DiagnosticKind EmptyFile = new("EX1001", Severity.Error, "文件为空，没有可读的内容", "the file is empty; there is nothing to read");

    /// <summary>The bytes are not of a format that can be read.</summary>
    public static readonly DiagnosticKind NotReadable = new("EX1002", Severity.Error, "内容是{0}，不是可读的文本", "the content is {0}, not readable text");

    /// <summary>Bytes that are not valid in the encoding found.</summary>
    public static readonly DiagnosticKind BadBytes = new("EX1003", Severity.Warning, "按 {0} 解码时有 {1} 处无效字节，已标为 �", "{1} invalid byte sequences under {0}, shown as �");

    /// <summary>The name promises another format than the content is.</summary>
    public static readonly DiagnosticKind ExtensionMismatch = new("EX1004", Severity.Note, "扩展名为 {0}，内容是 {1}；按内容读取", "the name ends in {0} but the content is {1}; read by content");

    /// <summary>The file breaks off or contradicts itself; what was read before is kept.</summary>
    public static readonly DiagnosticKind Damaged = new("EX1005", Severity.Error, "文件（{0}）损坏，其后内容未读", "the file ({0}) is damaged; what follows was not read");

    /// <summary>Text that the file holds and does not show.</summary>
    public static readonly DiagnosticKind HiddenText = new("EX1006", Severity.Note, "有 {0} 个隐藏或被合并遮盖的字符，未读取", "{0} characters are hidden or covered by a merge and were not read");

    /// <summary>Rows, columns or sheets that the file does not show.</summary>
    public static readonly DiagnosticKind HiddenCells = new("EX1007", Severity.Note, "隐藏的{0}：{1}；{2}", "hidden {0}: {1}; {2}");

    /// <summary>Formulas whose results the file does not hold: there is nothing shown to be read.</summary>
    public static readonly DiagnosticKind NoResult = new("EX1009", Severity.Warning, "有 {0} 个公式没有保存结果，未读取", "{0} formulas have no stored result; nothing to read there");

    /// <summary>A part of the file of a kind that is not read.</summary>
    public static readonly DiagnosticKind NotRead = new("EX1008", Severity.Warning, "未读取的部分：{0}", "a part that is not read: {0}");

    /// <summary>A figure that breaks the rules of writing figures and is reported, never guessed.</summary>
    public static readonly DiagnosticKind MalformedFigure = new("EX3001", Severity.Warning, "数字写法不合规：{0}；保留原文，不作推断", "malformed figure: {0}; kept as printed, not guessed");

    /// <summary>Text of a form that no cell of its skeleton would take.</summary>
    public static readonly DiagnosticKind Unplaced = new("EX2001", Severity.Warning, "未能归入表格的文字：{0}", "text that found no cell: {0}");

    /// <summary>A reconstruction that fits its form badly.</summary>
    public static readonly DiagnosticKind Doubtful = new("EX2002", Severity.Warning, "表格重建把握不足（{0}）：{1}", "doubtful reconstruction ({0}): {1}");

    /// <summary>A form that begins but whose end is not in the file.</summary>
    public static readonly DiagnosticKind FormCut = new("EX2003", Severity.Warning, "表格不完整：“{0}”缺少{1}", "the form “{0}” is cut: {1} not found");

    /// <summary>A form whose family is not known.</summary>
    public static readonly DiagnosticKind UnknownFamily = new("EX2004", Severity.Note, "未识别的表式，按表头字样读取：{0}", "unknown form, read by its header words: {0}");

    /// <summary>A limit was reached; the rest was not read.</summary>
    public static readonly DiagnosticKind LimitReached = new("EX9001", Severity.Error, "达到上限：{0}（上限 {1}），其后内容未读", "limit reached: {0} (limit {1}); what follows was not read");
}
