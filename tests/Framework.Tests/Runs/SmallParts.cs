using Espalier.Graphs;
using Espalier.Models;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Framework.Tests.Runs;

/// <summary>The parts of a plugin with one family, <c>small</c>, which takes a width.</summary>
internal sealed class SmallParts : IPartFactory
{
    public T Create<T>(Part<T> part)
        where T : class => part.Name == "small" && new SmallFamily(Width(part.Options)) is T family
        ? family
        : throw new RecipeException(part.Place, $"There is no '{part.Name}'.");

    public IReadOnlyList<string> Names<T>()
        where T : class => ["small"];

    private static int Width(RecipeNode? options) =>
        options is RecipeMap map && map.Find("width") is RecipeScalar width ? int.Parse(width.Text, System.Globalization.CultureInfo.InvariantCulture) : 8;

    private sealed class SmallFamily(int width) : IModelFamily
    {
        public string Name => "small";

        public ModelInstance Create(ModelRequest request) => new(new SmallNet(width, request.Classes ?? 3), [InputSpec.Of(1, 1, 6, 6)]);
    }
}
