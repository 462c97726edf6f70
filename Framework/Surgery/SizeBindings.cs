using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Surgery;

/// <summary>The integer members of a model that size its tensors.</summary>
internal static class SizeBindings
{
    /// <summary>All of them that can be written, by their full names.</summary>
    public static Dictionary<string, SizeBinding> Of(TracedModel model)
    {
        var found = new Dictionary<string, SizeBinding>(StringComparer.Ordinal);
        foreach (var size in model.Graphs.SelectMany(graph => graph.Nodes).SelectMany(node => node.Arguments).SelectMany(Sizes))
        {
            Collect(size, found);
        }

        return found;
    }

    private static IEnumerable<Dim> Sizes(Argument argument) => argument switch
    {
        Argument.Size size => [size.Value],
        Argument.Sizes sizes => sizes.Values,
        _ => [],
    };

    private static void Collect(Dim size, Dictionary<string, SizeBinding> found)
    {
        switch (size.Source)
        {
            case DimSource.Field { Binding: { IsWritable: true } binding }:
                found.TryAdd(binding.Name, binding);
                break;
            case DimSource.Computed computed:
                Collect(computed.Left, found);
                Collect(computed.Right, found);
                break;
        }
    }
}
