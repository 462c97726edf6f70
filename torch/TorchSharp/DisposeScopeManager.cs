namespace TorchSharp;

/// <summary>The open scopes of one thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? ofThread;

    private DisposeScope? current;

    /// <summary>What this thread's scopes did so far.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.StatisticsInstance;

    internal static DisposeScopeManager OfThread => ofThread ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope Open() => current = new DisposeScope(this, current);

    internal void Close(DisposeScope scope)
    {
        // Scopes close from the inside out; if an outer one closes first, the inner ones are closed with it.
        if (IsOpen(scope))
        {
            while (current is { } inner && inner != scope)
            {
                inner.Dispose();
            }

            current = scope.Outer;
        }
    }

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        if (current is null)
        {
            StatisticsInstance.CreatedOutsideScopeCount++;
            return null;
        }

        StatisticsInstance.CreatedInScopeCount++;
        current.Add(tensor);
        return current;
    }

    private bool IsOpen(DisposeScope scope)
    {
        for (var open = current; open is not null; open = open.Outer)
        {
            if (open == scope)
            {
                return true;
            }
        }

        return false;
    }
}
