using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>What the parser makes of one class: the model, from which the source follows, and the diagnostics with their places.</summary>
/// <param name="Model">The model; null if nothing can be generated.</param>
/// <param name="Problems">The diagnostics. They hold syntax trees, so the source must never depend on them.</param>
/// <param name="Place">The class's name, for diagnostics that come up later.</param>
internal sealed record Parsed<T>(T? Model, EquatableArray<Problem> Problems, Microsoft.CodeAnalysis.Location Place)
    where T : class, IEquatable<T>;
