using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria;

/// <summary>
/// |W_ij| times the Euclidean norm of input j over all calibration data (Wanda, Sun et al. 2024, equation 1); for units, the sum over their weights. Meant to
/// be compared within an output row. A convolution's inputs are its channels as seen from each kernel position.
/// </summary>
/// <param name="options">What counts.</param>
[PluginPart("wanda")]
public sealed class WandaCriterion(WandaOptions options) : IWeightCriterion
{
    private readonly UnitReduction units = new(options.Members, options.Reduction, options.PerWeight);

    /// <inheritdoc/>
    public string Name => "wanda";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.InputNorms;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var members = units.Members(group, context).Where(member => context.InputNorms?.ContainsKey(member.Parameter) != false).ToArray();
        return members.Length > 0
            ? units.Score(group, members, name => ScoreWeights(name, context))
            : throw new CriterionException(
                $"Group '{group.Name}' has no linear layer or convolution among its {options.Members.ToString().ToLowerInvariant()}, so wanda cannot score it. "
                + "Let 'members' be 'all', or choose another criterion for it: taylor.");
    }

    /// <summary>|W_ij| times the norm of input j.</summary>
    /// <inheritdoc/>
    public Tensor ScoreWeights(string parameter, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var weight = context.Parameter(parameter);
        return (weight.abs() * context.InputNorm(parameter).to(weight.dtype)).MoveToOuterDisposeScope();
    }
}
