using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>A figure of a paragraph bound to what it says.</summary>
/// <param name="Mark">The figure's mark.</param>
/// <param name="Item">What it is of.</param>
/// <param name="Year">The year its words name; null where they name none.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Measure">Which of the item's amounts; null where the words do not say.</param>
/// <param name="Value">The value, negative for a fall.</param>
/// <param name="Unit">The unit printed or proved.</param>
/// <param name="Of">Whole, plan or base of comparison.</param>
/// <param name="QuoteStart">Where the quote starts.</param>
/// <param name="QuoteEnd">Behind the quote.</param>
/// <param name="Sentence">Counts the sentences of the paragraph from 0.</param>
internal sealed record Bound(
    Mark Mark, string Item, int? Year, StatementKind Kind, Measure? Measure, decimal Value, Unit Unit, string Of, int QuoteStart, int QuoteEnd, int Sentence)
{
    /// <summary>False where the unit was proved by the sentence and not printed.</summary>
    public bool UnitPrinted { get; init; } = true;

    /// <summary>The item whose parts are listed here (其中：); empty outside a list.</summary>
    public string Within { get; init; } = "";
}
