using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>A class that the parts of a plugin share.</summary>
/// <param name="Type">The class's qualified name.</param>
/// <param name="Arguments">What its constructor takes.</param>
internal sealed record ServiceModel(string Type, EquatableArray<ArgumentModel> Arguments);
