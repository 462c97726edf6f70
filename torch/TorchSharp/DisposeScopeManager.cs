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
        if (current == scope)
        {
            current = scope.Outer;
            return;
        }

        // An outer scope may be closed first: the inner ones stay open, and then stand in the scope around it.
        for (var inner = current; inner is not null; inner = inner.Outer)
        {
            if (inner.Outer == scope)
            {
                inner.Outer = scope.Outer;
                return;
            }
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
}
