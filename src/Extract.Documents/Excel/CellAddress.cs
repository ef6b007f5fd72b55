using System.Globalization;

namespace Extract.Documents.Excel;

/// <summary>A1 addresses. Rows and columns count from 0.</summary>
internal static class CellAddress
{
    /// <summary>The most rows of a sheet.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The most columns of a sheet.</summary>
    public const int MostColumns = 16_384;

    private static readonly string[] Letters = [.. Enumerable.Range(0, MostColumns).Select(Spell)];

    /// <summary>The address of a cell.</summary>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters[column]}{row + 1}");

    /// <summary>The letters of a column.</summary>
    public static string Column(int column) => Letters[column];

    /// <summary>Reads an address; null where it is none, or lies outside of a sheet.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> text)
    {
        int row = 0, column = 0, i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && i < 4; i++) column = column * 26 + (text[i] & 31);
        var letters = i;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && i < letters + 8; i++) row = row * 10 + text[i] - '0';
        return letters == 0 || i == letters || i < text.Length || row is < 1 or > MostRows || column > MostColumns ? null : (row - 1, column - 1);
    }

    /// <summary>Reads a range (A1:C3, or one cell).</summary>
    public static CellRange? ParseRange(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (Parse(colon < 0 ? text : text[..colon]) is not { } first) return null;
        if (colon < 0) return new CellRange(first.Row, first.Column, first.Row, first.Column);
        if (Parse(text[(colon + 1)..]) is not { } last) return null;
        return new CellRange(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column), Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column));
    }

    private static string Spell(int column)
    {
        var text = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) text = (char)('A' + (n - 1) % 26) + text;
        return text;
    }
}

/// <summary>A range of cells, both ends included, from 0.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>True for a single cell.</summary>
    public bool IsOne => Top == Bottom && Left == Right;
}
