using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// SNP's scores of a whole head: the mean of its query/key pairs' scores, and the mean of its value neurons' scores as parts of the most that they can be; from
/// both, the mean. The authors combine SNP with head pruning and do not say by which criterion: this one is ours.
/// </summary>
/// <param name="options">How neurons are scored.</param>
[PluginPart("snp")]
public sealed class SnpHeadCriterion(SnpHeadOptions options) : IImportanceCriterion
{
    private readonly Gamma gamma = Gamma.Parse(options.Gamma);

    /// <inheritdoc/>
    public string Name => "snp";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Activations;

    /// <inheritdoc/>
    public ScoreAveraging Averaging => ScoreAveraging.Batch;

    /// <inheritdoc/>
    public IEnumerable<Value> Watch(IStructureGroup group, TracedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AttentionFinder.Find(model.Evaluation).SelectMany(site => new[] { site.Query.Value, site.Key.Value });
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var heads = AttentionHeads.Find(context.Model.Evaluation, context.Structure).Where(heads => heads.Group.Name == group.Name).ToArray();
        if (heads.Length == 0)
        {
            throw new CriterionException(
                $"'{group.Name}' holds no attention heads, which are what the criterion 'snp' scores. Use it with 'head'; neurons are cut by the method 'snp'.");
        }

        using var scope = NewDisposeScope();
        double[][] parts = [.. heads.Select(own => Pairs(own, context)), .. Values(group, context)];
        return [.. Enumerable.Range(0, group.Count).Select(head => parts.Average(part => part[head]))];
    }

    /// <summary>The mean score of the pairs of each head, over samples and windows.</summary>
    private double[] Pairs(AttentionHeads heads, ScoringContext context)
    {
        var site = heads.Site;
        var (table, _) = QueryKeyScore.Table(
            AttentionStatistics.Factor(site, site.Query, context.Activation(site.Query.Value), "queries"),
            AttentionStatistics.Factor(site, site.Key, context.Activation(site.Key.Value), "keys"), gamma.Energy);
        var scores = table.select(-2, gamma.Row(Math.Max(1, (int)table.shape[^1] / 2), (int)table.shape[^2])).mean([-1L]);
        Tensor Sums(Tensor tensor) => heads.Places.Sums(tensor, context.Samples).sum([0L]);
        return (Sums(scores) / Sums(ones_like(scores))).data<double>().ToArray();
    }

    /// <summary>The mean score of the value neurons of each head; nothing where heads share values.</summary>
    private IEnumerable<double[]> Values(IStructureGroup group, ScoringContext context)
    {
        var layers = new SnpLayers(context.Model, context.Structure);
        var redundancy = new WeightRedundancy(
            context.Model.Module.named_parameters().DistinctBy(entry => entry.name).ToDictionary(entry => entry.name, entry => (Tensor)entry.parameter, StringComparer.Ordinal),
            layers.Weights, options.BiasInRedundancy);
        return layers.Of(SnpKind.V).SelectMany(layer => redundancy.Parts(layer, group));
    }
}
