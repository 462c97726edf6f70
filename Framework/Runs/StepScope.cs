using Espalier.Methods;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>The state of one method of a run, and of those inside it.</summary>
internal sealed class StepScope : IStepState, IDisposable
{
    private readonly Dictionary<string, StepScope> inner = new(StringComparer.Ordinal);
    private readonly Action save;
    private StepSnapshot? last;

    /// <summary>A state.</summary>
    /// <param name="save">Writes the whole tree to the disk.</param>
    /// <param name="restored">What was saved in an earlier process; the scope takes its tensors over.</param>
    public StepScope(Action save, StepSnapshot? restored = null)
    {
        this.save = save;
        Restored = restored;
        // A method may work on in the tensors that it finds: what is saved beside its next save is a copy.
        last = restored is null ? null : Copy(restored);
    }

    /// <inheritdoc/>
    public StepSnapshot? Restored { get; private set; }

    /// <inheritdoc/>
    public void Save(StepSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var copy = Copy(snapshot);
        Free(last);
        last = copy;
        Clear();
        save();
    }

    /// <inheritdoc/>
    public IStepState Inner(string name)
    {
        if (!inner.TryGetValue(name, out var scope))
        {
            inner.Add(name, scope = new StepScope(save));
        }

        return scope;
    }

    /// <summary>Puts back what was saved, at a path.</summary>
    public void Restore(IReadOnlyList<string> path, StepSnapshot snapshot)
    {
        if (path.Count == 0)
        {
            (Restored, last) = (snapshot, Copy(snapshot));
            return;
        }

        ((StepScope)Inner(path[0])).Restore([.. path.Skip(1)], snapshot);
    }

    /// <summary>All that is saved in this scope and in those inside it, outer ones first.</summary>
    public IEnumerable<(IReadOnlyList<string> Path, StepSnapshot Snapshot)> Snapshots() => Snapshots([]);

    /// <summary>Forgets everything.</summary>
    public void Dispose()
    {
        Free(last);
        Free(Restored);
        (last, Restored) = (null, null);
        Clear();
    }

    private IEnumerable<(IReadOnlyList<string> Path, StepSnapshot Snapshot)> Snapshots(string[] path)
    {
        if (last is not null)
        {
            yield return (path, last);
        }

        foreach (var (name, scope) in inner.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var found in scope.Snapshots([.. path, name]))
            {
                yield return found;
            }
        }
    }

    private void Clear()
    {
        foreach (var scope in inner.Values)
        {
            scope.Dispose();
        }

        inner.Clear();
    }

    private static StepSnapshot Copy(StepSnapshot snapshot) => snapshot with
    {
        Tensors = snapshot.Tensors.ToDictionary(pair => pair.Key, pair => Copy(pair.Value), StringComparer.Ordinal),
        Values = new Dictionary<string, string>(snapshot.Values, StringComparer.Ordinal),
    };

    private static Tensor Copy(Tensor tensor)
    {
        using var detached = tensor.detach();
        return detached.clone().DetachFromDisposeScope();
    }

    private static void Free(StepSnapshot? snapshot)
    {
        foreach (var tensor in snapshot?.Tensors.Values ?? [])
        {
            tensor.Dispose();
        }
    }
}
