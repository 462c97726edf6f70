using Espalier.Attention;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>Finds the layers whose heads may be cut.</summary>
internal static class HeadLayers
{
    /// <summary>The layers before anything is cut.</summary>
    /// <exception cref="PlanException">The model has no attention, none of it has heads that can be cut, or a selector selects nothing.</exception>
    public static IReadOnlyList<HeadLayer> Require(MethodContext context, IReadOnlyList<string> ignore)
    {
        var model = context.Model.Module.GetType().Name;
        var sites = AttentionFinder.Find(context.Model.Evaluation);
        if (sites.Count == 0)
        {
            throw new PlanException(
                $"{model} has no attention: nowhere does a softmax over a product of two tensors weigh a third. There are no heads to cut; use a method such as 'channel'.");
        }

        if (Find(context, [], []).Count == 0)
        {
            throw new PlanException(
                $"None of the {sites.Count} attention layers of {model} ({string.Join(", ", sites.Take(3).Select(site => $"'{site.Scope}'"))}{(sites.Count > 3 ? ", ..." : "")}) "
                + "has heads that can be cut: each has one head, or its forward fixes how many. Keep the number of heads in a field of the module, or write -1 for it.");
        }

        return Find(context, ignore, []) is { Count: > 0 } found
            ? found
            : throw new PlanException($"'ignore' names every attention layer of {model}: no head is left to cut. Name fewer.");
    }

    /// <summary>The layers as they are now, which may be none.</summary>
    /// <param name="context">The model.</param>
    /// <param name="ignore">Selectors of layers that stay whole.</param>
    /// <param name="earlier">Layers of earlier rounds, which may be gone by now: selectors may mean them still.</param>
    public static IReadOnlyList<HeadLayer> Find(MethodContext context, IReadOnlyList<string> ignore, IReadOnlyList<HeadLayer> earlier)
    {
        var heads = AttentionHeads.Find(context.Model.Evaluation, context.Structure).GroupBy(own => own.Group.Name)
            .Select(own => new HeadLayer([.. own.Select(site => site.Site.Scope).Distinct()], own.Count(), own.First().Group)).ToArray();
        if (ignore.Count == 0)
        {
            return heads;
        }

        var ignored = new LayerSelector(ignore).Select(
            context.Model, [.. context.Structure.Groups.Select(group => group.Name).Union(earlier.SelectMany(Names))]);
        return [.. heads.Where(layer => !ignored.Contains(layer.Group))];
    }

    private static IEnumerable<string> Names(HeadLayer layer) =>
        layer.Group.Members.Select(member => member.Parameter).Prepend(layer.Group.Name);
}
