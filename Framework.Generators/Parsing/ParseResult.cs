using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;

namespace Espalier.Generators.Parsing;

/// <summary>What the parser makes of one class: the model, from which the source follows, and the diagnostics with their places.</summary>
/// <param name="Model">The model; null if nothing can be generated.</param>
/// <param name="Problems">The diagnostics. They hold syntax trees, so the source must never depend on them.</param>
internal sealed record ParseResult(TraceModel? Model, EquatableArray<Problem> Problems);
