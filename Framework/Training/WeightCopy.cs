using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Copies of all parameters and buffers of a model.</summary>
internal sealed class WeightCopy : IDisposable
{
    private readonly (string Name, Tensor Live, Tensor Copy)[] entries;

    /// <summary>Copies a model, whose tensors must stay the same objects while this one is used.</summary>
    public WeightCopy(nn.Module model)
    {
        using var off = no_grad();
        entries = [.. new ModuleNames(model).Tensors.Select(entry => (entry.Name, entry.Tensor, entry.Tensor.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>The model's tensors, each with its copy.</summary>
    public IReadOnlyList<(string Name, Tensor Live, Tensor Copy)> Entries => entries;

    /// <summary>Copies the model again.</summary>
    public void Take() => ForEach(static entry => entry.Copy.copy_(entry.Live));

    /// <summary>Gives the model the copied values.</summary>
    public void Give() => ForEach(static entry => entry.Live.copy_(entry.Copy));

    /// <summary>Reads the copies from saved tensors.</summary>
    public void Restore(SnapshotReader saved, string prefix) => ForEach(entry => entry.Copy.copy_(saved.Tensor(prefix + entry.Name)));

    /// <summary>Names the copies in a snapshot.</summary>
    public void Save(IDictionary<string, Tensor> tensors, string prefix)
    {
        foreach (var (name, _, copy) in entries)
        {
            tensors[prefix + name] = copy;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, _, copy) in entries)
        {
            copy.Dispose();
        }
    }

    private void ForEach(Action<(string Name, Tensor Live, Tensor Copy)> action)
    {
        using var off = no_grad();
        Array.ForEach(entries, action);
    }
}
