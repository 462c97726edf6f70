using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Execution;

/// <summary>Where a run of a graph takes parameters and buffers from, by their names.</summary>
public sealed class ParameterSource
{
    private readonly Func<Func<string, Tensor?>> open;

    /// <summary>A source of one's own.</summary>
    /// <param name="find">The tensor of a name; null if there is none. The caller goes on owning it.</param>
    public ParameterSource(Func<string, Tensor?> find) => open = () => find;

    private ParameterSource(Func<Func<string, Tensor?>> open) => this.open = open;

    /// <summary>The parameters and buffers of a model as they are at the beginning of each run.</summary>
    public static ParameterSource Of(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(() => new ModuleNames(model).Tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor).GetValueOrDefault);
    }

    /// <summary>The same, but some tensors are others.</summary>
    public ParameterSource With(IReadOnlyDictionary<string, Tensor> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new(() =>
        {
            var find = open();
            return name => others.TryGetValue(name, out var other) ? other : find(name);
        });
    }

    /// <summary>Finds tensors for one run.</summary>
    /// <exception cref="ArgumentException">There is no tensor of the name asked for.</exception>
    internal Func<string, Tensor> Open()
    {
        var find = open();
        return name => find(name) ?? throw new ArgumentException(
            $"There is no tensor '{name}'. A tensor that a forward uses must be a registered parameter or buffer of the model for its graph to run.");
    }
}
