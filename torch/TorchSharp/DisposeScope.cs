namespace TorchSharp;

/// <summary>
/// Owns every tensor that its thread creates until it is disposed of, and then disposes of them. Scopes nest; a tensor leaves with
/// <see cref="MoveToOuter{T}(T)"/> or <see cref="Detach{T}(T)"/>. A scope belongs to the thread that made it, but any thread may dispose of
/// a tensor in it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private readonly Lock gate = new();
    private HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);
    private bool closed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        Outer = outer;
    }

    /// <summary>How many disposables the scope holds.</summary>
    public int DisposablesCount => disposables.Count;

    /// <summary>The disposables that the scope holds.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (gate)
            {
                return [.. disposables];
            }
        }
    }

    internal DisposeScope? Outer { get; set; }

    /// <summary>Whether the scope holds the disposable.</summary>
    public bool Contains(IDisposable disposable)
    {
        lock (gate)
        {
            return disposables.Contains(disposable);
        }
    }

    /// <summary>Moves one to the scope around this one; without one it belongs to nobody.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, Outer);
        return disposable;
    }

    /// <summary>Moves two to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Moves three to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Moves some to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Moves some to the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            Move(disposable, Outer);
        }
    }

    /// <summary>Takes one out of all scopes: the caller disposes of it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, null);
        return disposable;
    }

    /// <summary>Takes two out of all scopes.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Takes three out of all scopes.</summary>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Takes some out of all scopes.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes some out of all scopes.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            Move(disposable, null);
        }
    }

    /// <summary>Disposes of everything that the scope holds; it stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes of everything that the scope holds except these.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        HashSet<IDisposable> all;
        lock (gate)
        {
            all = disposables;
            keep.IntersectWith(all);
            all.ExceptWith(keep);
            disposables = keep;
        }

        foreach (var disposable in all)
        {
            DisposeOne(disposable);
        }
    }

    /// <summary>Disposes of everything that the scope holds except these.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes of everything that the scope holds except this.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Disposes of everything that the scope holds except these two.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <summary>Disposes of everything that the scope holds except these three.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Takes a disposable that was disposed of elsewhere out of the scope.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (Remove(disposable))
        {
            Left(disposable);
            manager.StatisticsInstance.DisposedInScopeCount++;
        }
    }

    /// <summary>Disposes of everything that the scope holds and closes it.</summary>
    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        DisposeEverything();
        manager.Close(this);
    }

    internal void Add(IDisposable disposable)
    {
        lock (gate)
        {
            disposables.Add(disposable);
        }
    }

    internal void Replace(torch.Tensor original, torch.Tensor replacement)
    {
        Remove(original);
        Add(replacement);
    }

    private bool Remove(IDisposable disposable)
    {
        lock (gate)
        {
            return disposables.Remove(disposable);
        }
    }

    private static void Left(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
        }
    }

    private void DisposeOne(IDisposable disposable)
    {
        manager.StatisticsInstance.DisposedInScopeCount++;
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
            tensor.DisposeHandle();
        }
        else
        {
            disposable.Dispose();
        }
    }

    private void Move(IDisposable disposable, DisposeScope? target)
    {
        if (!Remove(disposable))
        {
            return;
        }

        target?.Add(disposable);
        if (target is null)
        {
            manager.StatisticsInstance.DetachedFromScopeCount++;
        }

        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = target;
        }
    }
}
