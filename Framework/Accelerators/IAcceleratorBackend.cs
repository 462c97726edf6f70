using Espalier.Graphs;
using Espalier.Patterns;
using Espalier.Plugins;

namespace Espalier.Accelerators;

/// <summary>A device that models run on: which patterns it runs faster, what an operator costs there, and a way to run and time a whole graph.</summary>
/// <remarks>Implementers: say what you cannot do instead of doing it slowly in silence; a pattern without a fast path is not supported.</remarks>
[PartContract("backend")]
public interface IAcceleratorBackend
{
    /// <summary>The name in recipes: <c>libtorch-cpu</c>, <c>onnxruntime-cpu</c>.</summary>
    string Name { get; }

    /// <summary>Why the backend cannot be used on this machine; null if it can.</summary>
    string? Obstacle { get; }

    /// <summary>Widths should be multiples of this.</summary>
    int WidthMultiple { get; }

    /// <summary>Whether the backend runs an operator's weight faster when it has the pattern.</summary>
    bool Accelerates(Node node, ISparsityPattern pattern);

    /// <summary>What an operator costs, in milliseconds, by the backend's own model or table; null if it does not know.</summary>
    double? EstimateMilliseconds(Node node, ISparsityPattern? pattern = null);

    /// <summary>Prepares a graph with its weights for running.</summary>
    /// <exception cref="NotSupportedException">An operator of the graph cannot be run here; the message names it.</exception>
    ICompiledModel Compile(TracedModel model);
}
