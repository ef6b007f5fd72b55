namespace Extract.Forms.Statutory;

/// <summary>Codes of the classification of government revenue and expenditure (政府收支分类科目): functional 2xx, economic 3xx.</summary>
public static class AccountCodes
{
    /// <summary>类 is 1, 款 2, 项 3; 0 for what is no code. A 款 has five digits, an economic 款 too; a functional 项 has seven.</summary>
    /// <param name="code">Digits.</param>
    public static int LevelOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.All(char.IsAsciiDigit) && code.Length is 3 or 5 or 7 ? (code.Length - 1) / 2 : 0;
    }

    /// <summary>True for a code of the functional classification.</summary>
    /// <param name="code">Digits.</param>
    public static bool IsFunctional(string code) => LevelOf(code) > 0 && code[0] == '2';

    /// <summary>True for a code of the departmental economic classification.</summary>
    /// <param name="code">Digits.</param>
    public static bool IsEconomic(string code) => LevelOf(code) is 1 or 2 && code[0] == '3';

    /// <summary>The code one level up, or empty.</summary>
    /// <param name="code">Digits.</param>
    public static string ParentOf(string code) => LevelOf(code) > 1 ? code[..^2] : "";

    /// <summary>True for an economic class of staff expenditure (301 wages, 303 individuals and families).</summary>
    /// <param name="code">Digits.</param>
    public static bool IsStaff(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith("301", StringComparison.Ordinal) || code.StartsWith("303", StringComparison.Ordinal);
    }
}
