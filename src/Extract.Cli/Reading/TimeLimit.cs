namespace Extract.Cli.Reading;

/// <summary>Reading took longer than a document of its size may.</summary>
internal sealed class TimeLimitException(TimeSpan limit) : Exception
{
    public TimeSpan Limit { get; } = limit;
}

/// <summary>Time for one document: 15 s and 0.25 s a page, 30 min at most.</summary>
internal static class TimeLimit
{
    /// <summary>Before a file is open its pages are not known; so many bytes are counted as one.</summary>
    private const int BytesOfPage = 64 << 10;

    private static readonly TimeSpan Most = TimeSpan.FromMinutes(30);

    /// <summary>How long work that was told to stop may take to do so before it is left behind.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static TimeSpan ForPages(long pages)
    {
        var time = TimeSpan.FromSeconds(15) + TimeSpan.FromSeconds(0.25) * pages;
        return time < Most ? time : Most;
    }

    public static TimeSpan ForBytes(long bytes) => ForPages(bytes / BytesOfPage);

    /// <summary>
    /// Runs the work on a thread of its own. Work that does not stop when told is left behind, so that one document cannot stop a run.
    /// </summary>
    public static T Run<T>(TimeSpan limit, Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(limit);
        var token = late.Token;
        var task = Task.Factory.StartNew(() => work(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!task.Wait(limit + Grace, cancellation)) throw new TimeLimitException(limit);
            return task.Result;
        }
        catch (AggregateException thrown) when (thrown.InnerException is OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new TimeLimitException(limit);
        }
        catch (AggregateException thrown) when (thrown.InnerException is { } bug)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(bug);
            throw;
        }
    }
}
