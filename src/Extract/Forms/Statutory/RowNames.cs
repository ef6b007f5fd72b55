using Extract.Figures;
using Extract.Text;

namespace Extract.Forms.Statutory;

/// <summary>What a row of a two-lane form is.</summary>
public enum RowRole
{
    /// <summary>An income source, a functional class, an account: one that is added.</summary>
    Line,

    /// <summary>本年收入合计, 本年支出合计.</summary>
    OfYear,

    /// <summary>使用非财政拨款结余.</summary>
    SurplusUsed,

    /// <summary>结余分配.</summary>
    Distribution,

    /// <summary>年初结转和结余.</summary>
    Opening,

    /// <summary>年末结转和结余.</summary>
    Closing,

    /// <summary>总计; 合计 of a single-lane form.</summary>
    Total,

    /// <summary>人员经费合计.</summary>
    StaffTotal,

    /// <summary>公用经费合计.</summary>
    PublicTotal,
}

/// <summary>Row labels of statutory forms: numbering, 其中, and the rows that are not lines.</summary>
public static class RowNames
{
    /// <summary>The label without its numbering and without a leading 其中：.</summary>
    /// <param name="label">The printed label.</param>
    /// <param name="level">Its level of numbering: 一、 1, （一） 2, 1. 3, (1) 4; 0 where unnumbered.</param>
    /// <param name="ofWhich">True for 其中.</param>
    public static string Clean(string label, out int level, out bool ofWhich)
    {
        ArgumentNullException.ThrowIfNull(label);
        var text = Characters.Compact(label).Trim();
        (level, ofWhich) = (0, false);
        if (text.StartsWith("其中", StringComparison.Ordinal))
        {
            ofWhich = true;
            text = text[2..].TrimStart('：', ':', ' ');
        }
        var length = Numbering(Characters.Fold(text), out level);
        text = text[length..].TrimStart();
        if (text.StartsWith("其中", StringComparison.Ordinal))
        {
            ofWhich = true;
            text = text[2..].TrimStart('：', ':', ' ');
        }
        return text;
    }

    /// <summary>What the row is.</summary>
    /// <param name="name">The cleaned label.</param>
    public static RowRole RoleOf(string name)
    {
        var key = Characters.Key(name);
        if (key is "合计" or "总计" or "合计数" or "收入总计" or "支出总计" or "收入合计" or "支出合计" or "收支总计" or "基本支出合计") return RowRole.Total;
        if (key is "本年收入合计" or "本年支出合计" or "当年收入小计" or "当年支出小计" or "本年收入小计" or "本年支出小计" or "当年收入合计" or "当年支出合计" or "本年收入" or "本年支出") return RowRole.OfYear;
        if (key.StartsWith("人员经费", StringComparison.Ordinal) && key.Length <= 6) return RowRole.StaffTotal;
        if ((key.StartsWith("公用经费", StringComparison.Ordinal) || key.StartsWith("日常公用经费", StringComparison.Ordinal)) && key.Length <= 8) return RowRole.PublicTotal;
        if (key.Contains("非财政拨款结余", StringComparison.Ordinal) || key.Contains("弥补收支差额", StringComparison.Ordinal)) return RowRole.SurplusUsed;
        if (key.StartsWith("结余分配", StringComparison.Ordinal)) return RowRole.Distribution;
        if (key.StartsWith("年初", StringComparison.Ordinal) || key.StartsWith("上年结转", StringComparison.Ordinal) || key.StartsWith("上年结余", StringComparison.Ordinal)) return RowRole.Opening;
        if (key.StartsWith("年末", StringComparison.Ordinal) || key.StartsWith("结转下年", StringComparison.Ordinal)) return RowRole.Closing;
        return RowRole.Line;
    }

    /// <summary>A name by which rows of different forms are compared: no numbering, no brackets, no 支出 behind it.</summary>
    /// <param name="name">A row label.</param>
    public static string Key(string name)
    {
        var key = Characters.Key(Clean(name, out _, out _));
        for (var open = key.IndexOf('(', StringComparison.Ordinal); open >= 0; open = key.IndexOf('(', StringComparison.Ordinal))
        {
            var close = key.IndexOf(')', open);
            if (close < 0) break;
            key = key.Remove(open, close - open + 1);
        }
        return key.EndsWith("支出", StringComparison.Ordinal) && key.Length > 2 ? key[..^2] : key;
    }

    private static int Numbering(string text, out int level)
    {
        level = 0;
        if (text.Length < 2) return 0;
        if (text[0] == '(' && text.IndexOf(')', StringComparison.Ordinal) is > 1 and <= 4 and var close)
        {
            var inside = text[1..close];
            level = ChineseNumerals.Read(inside) is not null ? 2 : inside.All(char.IsAsciiDigit) ? 4 : 0;
            return level == 0 ? 0 : close + 1;
        }
        var end = text.AsSpan().IndexOfAny("、.,");
        if (end is <= 0 or > 4) return 0;
        var number = text[..end];
        if (ChineseNumerals.Read(number) is not null) level = 1;
        else if (number.Length <= 2 && number.All(char.IsAsciiDigit) && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]))) level = 3;
        return level == 0 ? 0 : end + 1;
    }
}
