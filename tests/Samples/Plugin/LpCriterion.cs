using Espalier.Criteria;
using Espalier.Plugins;
using Espalier.Structures;

namespace Acme.Criteria;

/// <summary>The p-norm of the weights of a unit: (sum |w|^p)^(1/p).</summary>
[PluginPart("lp")]
public sealed class LpCriterion(LpOptions options) : IImportanceCriterion
{
    private readonly UnitReduction units = new();

    public string Name => "lp";

    public CriterionNeeds Needs => CriterionNeeds.None;

    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context) =>
        units.Score(group, context, name => context.Parameter(name).abs().pow(options.P), sums => sums.pow(1 / options.P));
}
