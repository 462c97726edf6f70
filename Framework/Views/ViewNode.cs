namespace Espalier.Views;

/// <summary>An operator in a picture.</summary>
/// <param name="Id">Its position in the graph.</param>
/// <param name="Operator">ATen's name.</param>
/// <param name="Scope">The path of the module that runs it.</param>
/// <param name="Shape">The first result's sizes.</param>
/// <param name="Inputs">The operators whose results it uses.</param>
/// <param name="Parameters">The parameters and buffers it uses.</param>
/// <param name="Groups">The structure groups whose coordinates pass through it.</param>
public sealed record ViewNode(
    int Id, string Operator, string Scope, IReadOnlyList<long> Shape, IReadOnlyList<int> Inputs, IReadOnlyList<ViewValue> Parameters,
    IReadOnlyList<string> Groups);
