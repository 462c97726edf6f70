using Espalier.Planning;

namespace Espalier.Methods;

/// <summary>A method whose options select layers. Implementing it is optional: it lets tools say what the selectors match before anything runs.</summary>
public interface ISelectsLayers
{
    /// <summary>The selectors, each with the option that it stands in.</summary>
    IReadOnlyList<(string Option, LayerSelector Selector)> Selectors { get; }
}
