namespace Espalier.Generators.Model;

/// <summary>The untyped trace, by which the framework reaches the typed one.</summary>
/// <param name="Model">The class, for messages.</param>
/// <param name="Target">The typed trace's name.</param>
/// <param name="Inputs">The parameters of forward.</param>
/// <param name="Results">The results as the elements of a list, each over a variable called <c>result</c>.</param>
internal sealed record TraceAdapter(string Model, string Target, EquatableArray<TraceInput> Inputs, EquatableArray<string> Results);
