namespace Espalier.Generators.Model;

/// <summary>A generated method: the trace of one method or the size behind one member.</summary>
/// <param name="Documentation">The lines of its documentation comment.</param>
/// <param name="Signature">Everything before the body.</param>
/// <param name="Body">The statements; a single expression if <paramref name="IsExpression"/>.</param>
/// <param name="IsExpression">Whether the body is one expression.</param>
internal sealed record TraceMember(EquatableArray<string> Documentation, string Signature, EquatableArray<CodeLine> Body, bool IsExpression);
