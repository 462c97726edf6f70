using static TorchSharp.torch;

namespace Espalier.Accelerators;

/// <summary>A model that a backend has prepared.</summary>
public interface ICompiledModel : IDisposable
{
    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">One per input of the graph, of the shapes it was traced with.</param>
    /// <returns>The results; the caller owns them.</returns>
    IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs);

    /// <summary>Times the model on random inputs.</summary>
    /// <param name="warmUp">Runs before the clock starts.</param>
    /// <param name="runs">Runs that are timed one by one.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The milliseconds of each run.</returns>
    IReadOnlyList<double> Measure(int warmUp, int runs, CancellationToken cancellationToken);
}
