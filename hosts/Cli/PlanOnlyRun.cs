using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Runs;

namespace Espalier.Cli;

/// <summary>Runs a recipe's steps for their plans alone.</summary>
/// <param name="hand">The model, which is cut.</param>
/// <param name="recipe">The recipe.</param>
/// <param name="session">The plugins and the console.</param>
internal sealed class PlanOnlyRun(ModelOnHand hand, Recipe recipe, Session session)
{
    /// <summary>Runs them.</summary>
    public Result Run(CancellationToken cancellationToken)
    {
        PruningPlan? plan = null;
        var model = hand.Start.Model;
        var lines = new List<string>();
        foreach (var (part, index) in recipe.Steps.Select((part, index) => (part, index)))
        {
            var method = session.Parts.Create(part);
            var context = new MethodContext(model)
            {
                Seed = RunSeeds.OfStep(recipe.Seed, index),
                Data = hand.Data,
                Device = RunDevice.Of(recipe),
                Parts = session.Parts,
                Progress = session.Status,
                Log = session.Log,
                Masks = hand.Start.Masks,
                Applied = (after, applied) => (model, plan) = (after, plan is null ? applied : plan.Then(applied)),
                Original = () => hand.Source.MakeCut(null),
                Timer = new PlanTimer(() => TargetMeter.Of(recipe, session.Parts), () => hand.Source.MakeCut(plan)),
                PlanOnly = true,
            };
            TorchSharp.torch.manual_seed(context.Seed);
            var result = PluginFault.Guard(
                $"planning step {index + 1} of {recipe.Steps.Count}, '{part.Name}' ({part.Place})", () => method.Run(context, cancellationToken));
            lines.Add($"{index + 1}. {method.Name}: {result.Summary}");
        }

        return new Result(plan, ModelCounts.Of(model), lines);
    }

    /// <summary>What the steps came to.</summary>
    /// <param name="Plan">All cuts; null where there are none.</param>
    /// <param name="After">What the model then costs.</param>
    /// <param name="Steps">A line per step.</param>
    internal sealed record Result(PruningPlan? Plan, ModelCounts After, IReadOnlyList<string> Steps);
}
