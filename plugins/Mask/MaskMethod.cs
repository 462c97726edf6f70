using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Patterns;
using Espalier.Planning;
using Espalier.Reports;
using static TorchSharp.torch;

namespace Espalier.Plugins.Mask;

/// <summary>
/// Holds the least important weights at zero, by a sparsity pattern; shapes stay. Training steps that follow keep the zeros, so that
/// what is left learns to do without.
/// </summary>
/// <param name="options">Which weights.</param>
[PluginPart("mask")]
public sealed class MaskMethod(MaskOptions options) : IPruningMethod, ISelectsLayers
{
    /// <inheritdoc/>
    public string Name => "mask";

    /// <inheritdoc/>
    public IReadOnlyList<(string Option, LayerSelector Selector)> Selectors =>
    [
        .. options.Layers.Count > 0 ? [("layers", new LayerSelector(options.Layers))] : Array.Empty<(string, LayerSelector)>(),
        .. options.Ignore.Count > 0 ? [("ignore", new LayerSelector(options.Ignore))] : Array.Empty<(string, LayerSelector)>(),
    ];

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var pattern = options.Pattern is { } part ? context.Create(part) : null;
        var layers = MaskLayers.Of(context.Model, options, pattern);
        foreach (var (layer, reason) in layers.Skipped)
        {
            context.Log.StaysDense(layer, reason);
        }

        var choice = new MaskChoice(options, pattern);
        for (var round = (int)(context.State.Restored?.Position ?? 0); round < options.Schedule.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (round > 0 && options.Between is { } between)
            {
                context.RunInner(context.Create(between), $"round-{round - 1}", cancellationToken);
            }

            context.Progress?.Report(new MethodProgress($"masking, round {round + 1} of {options.Schedule.Rounds}", round, options.Schedule.Rounds));
            SetMasks(context, layers, choice, round, cancellationToken);
            Report(context, layers, round);
            context.State.Save(new StepSnapshot(round + 1, new Dictionary<string, Tensor>(), new Dictionary<string, string>()));
        }

        return Result(context, layers, pattern);
    }

    private void SetMasks(MethodContext context, MaskLayers layers, MaskChoice choice, int round, CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        var criterion = context.Create(options.Score) as IWeightCriterion
            ?? throw new CriterionException($"'{options.Score.Name}' scores whole units and no single weights. Choose another 'score', such as l1, taylor or wanda.");
        var session = new ScoringSession(
            context.Model, context.Structure, CalibrationData.For(context, criterion, options.Calibration, cancellationToken));
        var scores = session.ScoreWeights(criterion, layers.Weights, cancellationToken);
        foreach (var (name, score) in scores)
        {
            // What has gone stays away, whatever the criterion sees in it now.
            if (context.Masks.Masks.TryGetValue(name, out var former))
            {
                using var noGrad = no_grad();
                score.mul_(former);
            }
        }

        foreach (var (name, mask) in choice.Masks(layers.Weights.ToDictionary(name => name, name => scores[name]), round))
        {
            context.Masks.Set(name, mask);
        }

        context.Masks.Apply(context.Model.Module);
    }

    private static (long Kept, long Total) Count(MethodContext context, IEnumerable<string> weights)
    {
        using var scope = NewDisposeScope();
        var masks = weights.Select(name => context.Masks.Masks[name]).ToArray();
        return (masks.Sum(mask => mask.sum().item<long>()), masks.Sum(mask => mask.numel()));
    }

    private void Report(MethodContext context, MaskLayers layers, int round)
    {
        var (kept, total) = Count(context, layers.Weights);
        context.Log.RoundDone(round + 1, options.Schedule.Rounds, kept, total, 100.0 * kept / total);
        context.Metrics.Write("round", round, new Dictionary<string, double> { ["weights_kept"] = kept, ["weights"] = total });
    }

    private MethodResult Result(MethodContext context, MaskLayers layers, ISparsityPattern? pattern)
    {
        var (kept, total) = Count(context, layers.Weights);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["weights"] = total,
            ["weights_kept"] = kept,
            ["density_percent"] = 100.0 * kept / total,
            ["layers_masked"] = layers.Weights.Count,
            ["layers_skipped"] = layers.Skipped.Count,
        };
        foreach (var weight in layers.Weights)
        {
            var (own, all) = Count(context, [weight]);
            metrics[$"density_percent/{weight}"] = 100.0 * own / all;
        }

        var asked = 100 * (pattern?.Density ?? 1 - options.Sparsity!.Value);
        var achieved = 100.0 * kept / total;
        return new MethodResult(
            FormattableString.Invariant(
                $"{kept} of {total} weights stay ({achieved:0.##} %) in {layers.Weights.Count} layers, {pattern?.Name ?? "any weights"}; {layers.Skipped.Count} layers could not have it"),
            metrics)
        {
            Goals = [new AskedAchieved("weights kept", asked, achieved, "%", achieved <= asked + 1e-9)],
        };
    }
}
