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
    public static readonly DiagnosticKind Damaged = new("EX1031", Severity.Error, "文件（{0}）损坏，其后内容未读", "the file ({0}) is damaged; what follows was not read");

    /// <summary>Text that the file holds and does not show.</summary>
    public static readonly DiagnosticKind HiddenText = new("EX1032", Severity.Note, "有 {0} 个隐藏或被合并遮盖的字符，未读取", "{0} characters are hidden or covered by a merge and were not read");

    /// <summary>Text that a revision struck out and the file still holds.</summary>
    public static readonly DiagnosticKind DeletedText = new("EX1036", Severity.Note, "有 {0} 个字符已被修订删除，未读取", "{0} characters are struck out by tracked changes and were not read");

    /// <summary>Rows, columns or sheets that the file does not show.</summary>
    public static readonly DiagnosticKind HiddenCells = new("EX1033", Severity.Note, "隐藏的{0}：{1}；{2}", "hidden {0}: {1}; {2}");

    /// <summary>Formulas whose results the file does not hold: there is nothing shown to be read.</summary>
    public static readonly DiagnosticKind NoResult = new("EX1034", Severity.Warning, "有 {0} 个公式没有保存结果，未读取", "{0} formulas have no stored result; nothing to read there");

    /// <summary>A part of the file of a kind that is not read.</summary>
    public static readonly DiagnosticKind NotRead = new("EX1035", Severity.Warning, "未读取的部分：{0}", "a part that is not read: {0}");

    /// <summary>Text in an encoding that is none of those that can be read.</summary>
    public static readonly DiagnosticKind WrongEncoding = new("EX1005", Severity.Error, "文字编码不明：按 {0} 都读不成文；请另存为 UTF-8 再试", "unknown text encoding: under {0} it makes no Chinese text; save it as UTF-8");

    /// <summary>Encrypted, and the empty password does not open it.</summary>
    public static readonly DiagnosticKind PasswordNeeded = new("EX1021", Severity.Error, "文件已加密（{0}），需要密码", "the file is encrypted ({0}) and needs a password");

    /// <summary>Encrypted in a way that is not known.</summary>
    public static readonly DiagnosticKind UnknownEncryption = new("EX1022", Severity.Error, "文件的加密方式（{0}）无法识别", "the file is encrypted in an unknown way ({0})");

    /// <summary>The file's own index of its parts is missing or wrong.</summary>
    public static readonly DiagnosticKind Rebuilt = new("EX1023", Severity.Note, "文件的对象索引缺失或有误，已逐段查找重建", "the file's index of its objects is missing or wrong; they were found by searching");

    /// <summary>A part of the file is damaged; what could be saved of it was read.</summary>
    public static readonly DiagnosticKind DamagedPart = new("EX1024", Severity.Warning, "部分数据损坏（{0}），已读取可用部分", "a part is damaged ({0}); what could be saved was read");

    /// <summary>Glyphs without characters.</summary>
    public static readonly DiagnosticKind UnknownGlyphs = new("EX1025", Severity.Warning, "{0} 个字形没有对应的文字，已标为 �", "{0} glyphs have no characters, shown as �");

    /// <summary>Pages that are pictures.</summary>
    public static readonly DiagnosticKind NoTextLayer = new("EX1026", Severity.Warning, "这些页没有文字层，需要 OCR：{0}", "pages without text, to be read by OCR: {0}");

    /// <summary>Scripts, programs or files inside; nothing of it is run or opened.</summary>
    public static readonly DiagnosticKind ActiveContent = new("EX1027", Severity.Warning, "文件带有可执行或嵌入的内容（{0}），未执行、未打开", "the file carries active or embedded content ({0}); it was neither run nor opened");

    /// <summary>Text that its cell or frame cuts off, so that nobody sees it on the page.</summary>
    public static readonly DiagnosticKind CutOffText = new("EX1028", Severity.Note, "有 {0} 个字符被单元格或边框截去、页面上看不到，未读取", "{0} characters are cut off by their cell or frame and not seen on the page; not read");

    /// <summary>Text that runs aslant over the page.</summary>
    public static readonly DiagnosticKind SlantedText = new("EX1030", Severity.Note, "有 {0} 个斜排字符（水印之类），未读取", "{0} characters run aslant over the page (a watermark, say); not read");

    /// <summary>A page on which the reader failed.</summary>
    public static readonly DiagnosticKind UnreadablePage = new("EX1029", Severity.Error, "内容无法读取（{0}），只保留已读部分", "content that cannot be read ({0}); only what came before it was kept");

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

    /// <summary>A form that names its project and whose indicators are left blank.</summary>
    public static readonly DiagnosticKind NoIndicators = new("EX2005", Severity.Note, "“{0}”的表内没有填写指标", "the form “{0}” gives no indicators");

    /// <summary>Values of a row that are fewer than the columns that could print them, in text that keeps no columns: which is whose is not printed.</summary>
    public static readonly DiagnosticKind UncertainColumns = new("EX2006", Severity.Warning, "“{0}”一行的数值少于栏目，文字中没有列的位置，所属栏目不能确定：{1}", "the row “{0}” has fewer values than columns and the text keeps none; which column each belongs to is not certain: {1}");

    /// <summary>A reason printed apart from its row: that a row lost points was asked, so no check may ask whether a row that lost points has a reason.</summary>
    public static readonly DiagnosticKind Reconciled = new("EX2007", Severity.Note, "原因“{0}”与所在行分开排印，已归入失分的行；据此不能再核对该行是否说明原因", "the reason “{0}” is printed apart from its row and was given to the row that lost points; whether that row gives a reason can no longer be checked");

    /// <summary>A title that names a statutory form over a table that does not show it.</summary>
    public static readonly DiagnosticKind UnknownForm = new("EX3002", Severity.Note, "题为“{0}”的表不具备该表式的栏目，未作为法定表读取", "the table titled “{0}” lacks that form's columns and was not read as a statutory form");

    /// <summary>A limit was reached; the rest was not read.</summary>
    public static readonly DiagnosticKind LimitReached = new("EX9001", Severity.Error, "达到上限：{0}（上限 {1}），其后内容未读", "limit reached: {0} (limit {1}); what follows was not read");
}
