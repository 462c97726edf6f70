using System.Globalization;
using System.Text;
using Espalier.Cli.Output;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Views;

namespace Espalier.Cli;

/// <summary>What a plan does to one layer, what goes with it and why.</summary>
internal sealed class LayerExplanation
{
    private readonly ModelStructure structure;
    private readonly Value[] parameters;
    private readonly IStructureGroup[] groups;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> reasons;

    /// <summary>Finds the layer, in the model before the plan.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public LayerExplanation(TracedModel model, ModelStructure structure, string name)
    {
        this.structure = structure;
        parameters = [.. model.Evaluation.Parameters.Where(value => value.Name == name || value.Name.StartsWith(name + ".", StringComparison.Ordinal))];
        groups = [.. structure.Groups.Where(group => group.Name == name || group.Members.Any(member => parameters.Any(value => value.Name == member.Parameter)))];
        if (parameters.Length == 0 && groups.Length == 0)
        {
            var known = model.Evaluation.Parameters.Select(value => LayerTable.PathOf(value.Name)).Distinct().ToArray();
            throw new UsageException($"The model has no layer '{name}'. Its layers are {string.Join(", ", known.Take(20))}{(known.Length > 20 ? ", ..." : "")}.");
        }

        // What the plan cuts is gone from the model afterwards, so reasons are kept as text now.
        reasons = GraphView.Of(structure).Groups.ToDictionary(
            group => group.Name, group => (IReadOnlyList<string>)[.. group.Links.Select(link => link.Text).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    /// <summary>The explanation.</summary>
    /// <param name="plan">The plan; null where nothing is cut.</param>
    public string Text(PruningPlan? plan)
    {
        var text = new StringBuilder();
        foreach (var value in parameters)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Name} [{string.Join(", ", value.Shape)}]");
            var slices = plan?.Slices.Where(slice => slice.Parameter == value.Name).ToArray() ?? [];
            text.Append(plan?.Removes(value.Name) == true ? " goes with its residual branch\n" : slices.Length == 0 ? " stays whole\n" : $" -> {string.Join(", ", slices.Select(s => $"dimension {s.Dimension} keeps {s.Kept.Count} of {s.Width}"))}\n");
            foreach (var obstacle in Enumerable.Range(0, Math.Min(2, value.Rank)).SelectMany(d => structure.Obstacles(value.Name, d)).Distinct())
            {
                text.Append(CultureInfo.InvariantCulture, $"  cannot be cut freely: {obstacle}\n");
            }
        }

        foreach (var group in groups)
        {
            Append(text, group, plan);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, IStructureGroup group, PruningPlan? plan)
    {
        text.Append(CultureInfo.InvariantCulture, $"group {group.Name}: {group.Count} units, each one {group.Granularity.ToString().ToLowerInvariant()}\n");
        foreach (var role in group.Members.GroupBy(member => member.Role))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {role.Key.ToString().ToLowerInvariant()}: {string.Join(", ", role.Select(m => $"{m.Parameter}[{m.Dimension}]"))}\n");
        }

        foreach (var reason in reasons.GetValueOrDefault(group.Name) ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  because {reason}\n");
        }

        foreach (var step in plan?.Steps ?? [])
        {
            foreach (var cut in step.Cuts.Where(cut => cut.Group == group.Name))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {step.Description}: cuts {cut.Units.Count} of {cut.Width}, units {string.Join(", ", cut.Units)}\n");
            }
        }
    }
}
