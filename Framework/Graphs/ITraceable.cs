using Espalier.Symbolic;

namespace Espalier.Graphs;

/// <summary>
/// A module that can record its <c>forward</c> as a graph. The generator implements it for every class with
/// <see cref="PrunableModelAttribute"/>; the recorded operators are those that <c>forward</c> would run.
/// </summary>
public interface ITraceable
{
    /// <summary>Records the module's computation.</summary>
    /// <param name="tracer">Where the operators are recorded.</param>
    /// <param name="inputs">One per parameter of <c>forward</c>; null where an optional one is left out.</param>
    /// <returns>The results; one, unless <c>forward</c> returns a tuple or an array.</returns>
    IReadOnlyList<SymbolicTensor> Trace(Tracer tracer, IReadOnlyList<SymbolicTensor?> inputs);
}
