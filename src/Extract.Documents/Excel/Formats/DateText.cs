using System.Globalization;
using System.Text;

namespace Extract.Documents.Excel.Formats;

/// <summary>
/// Dates and times through a section (§18.17.4). A serial number counts days from 1899-12-31, or from 1904-01-01; the first kind has a
/// 29 February 1900 that never was, as the spreadsheets before it had.
/// </summary>
internal static class DateText
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>The date or time as shown; a number that is no date as the file holds it.</summary>
    public static string Show(FormatSection section, double value, bool from1904)
    {
        var tokens = section.Tokens;
        var thousandths = tokens.Exists(static token => token.Kind == TokenKind.Point);
        // Times are rounded to what is shown, so that 0.7499999 is 18:00.
        var ticks = Math.Round(value * 86_400_000) / 1000;
        var seconds = thousandths ? ticks : Math.Round(value * 86_400);
        if (value < 0 || value >= 2_958_466) return NumberText.General(value);
        var days = (int)Math.Floor(seconds / 86_400);
        var within = seconds - days * 86_400.0;
        var date = Date(days, from1904);
        var text = new StringBuilder();
        var noon = tokens.Exists(static token => token.Kind == TokenKind.Noon);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Date:
                    var part = IsMinute(tokens, i) ? Two((int)(within % 3600 / 60), token.Text.Length) : Part(token.Text, date, days, within, noon);
                    text.Append(token.Text[0] is 'y' or 'e' ? NativeDigits.Each(part, section.Native) : NativeDigits.Spell(part, section.Native, true));
                    break;
                case TokenKind.Elapsed:
                    text.Append(Two((long)(seconds / (token.Text[0] == 'h' ? 3600 : token.Text[0] == 'm' ? 60 : 1)), token.Text.Length));
                    break;
                case TokenKind.Noon:
                    var parts = token.Text.Split('/');
                    text.Append(parts[within >= 43_200 ? 1 : 0]);
                    break;
                case TokenKind.Point:
                    i = Fraction(tokens, i, within, text);
                    break;
                case TokenKind.Literal or TokenKind.Slash or TokenKind.Comma or TokenKind.Percent:
                    text.Append(token.Text);
                    break;
            }
        }
        return text.ToString();
    }

    private static (int Year, int Month, int Day) Date(int days, bool from1904)
    {
        if (!from1904 && days == 60) return (1900, 2, 29);
        if (!from1904 && days == 0) return (1900, 1, 0);
        var start = from1904 ? new DateTime(1904, 1, 1) : days > 60 ? new DateTime(1899, 12, 30) : new DateTime(1899, 12, 31);
        var date = days > (DateTime.MaxValue - start).Days ? DateTime.MaxValue : start.AddDays(days);
        return (date.Year, date.Month, date.Day);
    }

    /// <summary>m is a minute behind an hour or before a second.</summary>
    private static bool IsMinute(List<Token> tokens, int at)
    {
        if (tokens[at].Text[0] != 'm' || tokens[at].Text.Length > 2) return false;
        for (var i = at - 1; i >= 0; i--)
        {
            if (tokens[i].Kind is not (TokenKind.Date or TokenKind.Elapsed)) continue;
            if (tokens[i].Text[0] == 'h') return true;
            break;
        }
        for (var i = at + 1; i < tokens.Count; i++)
            if (tokens[i].Kind is TokenKind.Date or TokenKind.Elapsed) return tokens[i].Text[0] == 's';
        return false;
    }

    private static string Part(string form, (int Year, int Month, int Day) date, int days, double within, bool noon)
    {
        var hour = (int)(within / 3600);
        var weekday = (days + 6) % 7;
        return form[0] switch
        {
            'y' => form.Length <= 2 ? Two(date.Year % 100, 2) : date.Year.ToString("D4", CultureInfo.InvariantCulture),
            'e' => date.Year.ToString(CultureInfo.InvariantCulture),
            'm' => form.Length switch
            {
                <= 2 => Two(date.Month, form.Length),
                3 => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month),
                5 => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)[..1],
                _ => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month),
            },
            'd' => form.Length switch
            {
                <= 2 => Two(date.Day, form.Length),
                3 => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)weekday),
                _ => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)weekday),
            },
            'a' => (form.Length == 3 ? "" : "星期") + Weekdays[weekday],
            'h' => Two(noon ? (hour + 11) % 12 + 1 : hour, form.Length),
            _ => Two((int)(within % 60), form.Length),
        };
    }

    private static int Fraction(List<Token> tokens, int at, double within, StringBuilder text)
    {
        var places = 0;
        while (at + 1 + places < tokens.Count && tokens[at + 1 + places].Kind == TokenKind.Digit) places++;
        if (places == 0) text.Append('.');
        else text.Append('.').Append(((long)Math.Round((within - Math.Floor(within)) * 1000)).ToString("D3", CultureInfo.InvariantCulture).PadRight(places, '0').AsSpan(0, places));
        return at + places;
    }

    private static string Two(long value, int places) => value.ToString(places >= 2 ? "D2" : "D1", CultureInfo.InvariantCulture);
}
