using Extract.Pdf;

namespace Extract.Documents.Pdf;

/// <summary>Time without a page finished: when it is over, reading stops, and what was read before stays.</summary>
internal sealed class PagePatience : IDisposable
{
    /// <summary>Seconds for one page, opening the file included with the first.</summary>
    public const int Seconds = 20;

    private readonly CancellationToken asked;
    private readonly CancellationTokenSource late;

    public PagePatience(CancellationToken cancellation)
    {
        asked = cancellation;
        late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(TimeSpan.FromSeconds(Seconds));
    }

    /// <summary>Given to the reader.</summary>
    public CancellationToken Token => late.Token;

    /// <summary>The time was over.</summary>
    public bool Lost { get; private set; }

    /// <summary>The pages that come in time.</summary>
    public IEnumerable<PdfPage> While(IEnumerable<PdfPage> pages)
    {
        using var next = pages.GetEnumerator();
        while (Moves(next))
        {
            yield return next.Current;
            late.CancelAfter(TimeSpan.FromSeconds(Seconds));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => late.Dispose();

    private bool Moves(IEnumerator<PdfPage> next)
    {
        try
        {
            return next.MoveNext();
        }
        catch (OperationCanceledException) when (!asked.IsCancellationRequested)
        {
            Lost = true;
            return false;
        }
    }
}
