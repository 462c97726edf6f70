namespace Espalier;

/// <summary>
/// Names a hand-written trace of a module (on a class: instead of its whole <c>forward</c>) or of a method (instead of that method). It takes
/// a <see cref="Graphs.Tracer"/> first, then the method's parameters with every tensor as a <see cref="Symbolic.SymbolicTensor"/>.
/// </summary>
/// <param name="method">The trace's name: <c>nameof(MyTrace)</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class TraceWithAttribute(string method) : Attribute
{
    /// <summary>The trace's name.</summary>
    public string Method { get; } = method;
}
