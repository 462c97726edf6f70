using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Channel;

/// <summary>What the options' selectors mean in the model as it is: which groups may be cut, how far, and which are ranked together.</summary>
internal sealed class ChannelLayers
{
    private readonly ChannelOptions options;
    private readonly (ChannelOverride Rule, LayerSelection Layers)[] overrides;
    private readonly LayerSelection[] scopes;

    /// <param name="context">The model.</param>
    /// <param name="options">The options.</param>
    /// <param name="names">Names of groups of earlier rounds, which may be gone by now.</param>
    /// <exception cref="PlanException">A selector selects nothing.</exception>
    public ChannelLayers(MethodContext context, ChannelOptions options, IEnumerable<string> names)
    {
        this.options = options;
        string[] known = [.. context.Structure.Groups.Select(group => group.Name).Union(names)];
        overrides = [.. options.Overrides.Select(rule => (rule, new LayerSelector(rule.Layers).Select(context.Model, known)))];
        scopes = [.. options.Scopes.Select(scope => new LayerSelector(scope).Select(context.Model, known))];
        Structure = options.Ignore.Count == 0
            ? context.Structure
            : ModelStructure.Find(context.Model.Graphs, Protected(context.Structure, new LayerSelector(options.Ignore).Select(context.Model, known)));
        Groups = [.. Structure.Groups.Where(group => group.Granularity != StructureGranularity.Block)];
    }

    /// <summary>The structure with what is ignored protected.</summary>
    public ModelStructure Structure { get; }

    /// <summary>The groups that may be cut.</summary>
    public IReadOnlyList<IStructureGroup> Groups { get; }

    /// <summary>The groups that are ranked together.</summary>
    public IReadOnlyList<IReadOnlyList<IStructureGroup>> Scopes => options.Ranking switch
    {
        ChannelRanking.Global => [Groups],
        ChannelRanking.Local => [.. Groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])],
        _ => [.. Groups.GroupBy(group => Array.FindIndex(scopes, scope => scope.Contains(group))).OrderBy(scope => (uint)scope.Key).Select(scope => scope.ToArray())],
    };

    /// <summary>How far a group may be cut in a round.</summary>
    /// <param name="group">The group.</param>
    /// <param name="dense">Its width before the first round.</param>
    /// <param name="progress">How much of what is asked for is due by then, from 0 to 1.</param>
    public WidthLimits Limits(IStructureGroup group, int dense, double progress)
    {
        var rule = overrides.LastOrDefault(rule => rule.Layers.Contains(group)).Rule;
        return new WidthLimits
        {
            Multiple = options.RoundTo,
            Minimum = options.Minimum,
            MinRatio = (rule?.Ratio ?? rule?.MinRatio ?? 0) * progress,
            MaxRatio = rule?.Ratio is { } ratio ? ratio * progress : rule?.MaxRatio ?? options.MaxRatio,
            Dense = dense,
        };
    }

    private static string[] Protected(ModelStructure structure, LayerSelection ignored) =>
    [
        .. structure.Groups.Where(group => ignored.Groups.Contains(group.Name))
            .SelectMany(group => group.Members).Where(member => member.Role == MemberRole.Producer).Select(member => member.Parameter)
            .Union(ignored.Parameters),
    ];
}
