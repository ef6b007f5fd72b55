using Extract.Forms.Statutory;

namespace Extract.Records.Facts;

/// <summary>Knows a form without a title, or under a title that is another's, by its headers, lanes and codes.</summary>
internal static class FormWords
{
    /// <summary>The form shown; null where the columns leave it open.</summary>
    public static Form? Shown(FormColumns header, List<FormLine> lines, string words)
    {
        var head = header.Words;
        if (Has(head, "因公出国") && Has(head, "接待")) return Form.Of(FormKind.ThreePublic);
        if (Has(head, "采购品目")) return Form.Of(FormKind.Procurement);
        var lanes = header.Columns.Max(static column => column.Lane) + 1;
        if (lanes > 1 && Has(head, "收入") && Has(head, "支出") && (Has(words, "总计") || Has(words, "收入合计")) && lines.Exists(static line => line.Values.Length > 0))
            return Form.Of(Has(head, "财政拨款收入") || Has(head, "政府性基金") ? FormKind.Grants : FormKind.IncomeAndExpenditure);
        var codes = lines.Where(static line => line.Code.Length > 0).Select(static line => line.Code).ToList();
        if (codes.Count < 2) return null;
        if (codes.TrueForAll(AccountCodes.IsEconomic)) return codes.Exists(AccountCodes.IsStaff) ? Form.Of(FormKind.BasicExpenditure) : null;
        if (!codes.TrueForAll(AccountCodes.IsFunctional)) return null;
        if (codes.TrueForAll(static code => code.StartsWith("223", StringComparison.Ordinal))) return Form.Of(FormKind.StateCapital);
        if (Has(head, "财政拨款收入") && Has(head, "事业收入")) return Form.Of(FormKind.Income);
        if (Has(head, "基本支出") && (Has(head, "上缴上级") || Has(head, "经营支出"))) return Form.Of(FormKind.Expenditure);
        return null;
    }

    private static bool Has(string words, string word) => words.Contains(word, StringComparison.Ordinal);
}
