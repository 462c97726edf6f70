namespace TorchSharp;

/// <summary>Counts of what one thread's scopes did, for finding leaks.</summary>
public class ThreadDisposeScopeStatistics
{
    /// <summary>Tensors created while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Tensors created in a scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Tensors disposed of by a scope, or by hand while a scope held them.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Tensors taken out of all scopes.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Tensors that this thread's scopes still hold.</summary>
    public long ThreadTotalLiveCount => CreatedInScopeCount - DisposedInScopeCount - DetachedFromScopeCount;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DisposedInScopeCount = 0;
        DetachedFromScopeCount = 0;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"live: {ThreadTotalLiveCount}, created in scopes: {CreatedInScopeCount}, disposed in scopes: {DisposedInScopeCount}, " +
        $"detached: {DetachedFromScopeCount}, created outside: {CreatedOutsideScopeCount}";
}
