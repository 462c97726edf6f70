using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>A part that a plugin offers.</summary>
/// <param name="Type">The class's qualified name.</param>
/// <param name="Contract">The contract's qualified name.</param>
/// <param name="Kind">What recipes call such a part.</param>
/// <param name="Name">The part's name in recipes.</param>
/// <param name="Description">What it is, as plain text.</param>
/// <param name="Arguments">What its constructor takes.</param>
internal sealed record PartModel(string Type, string Contract, string Kind, string Name, string Description, EquatableArray<ArgumentModel> Arguments);
