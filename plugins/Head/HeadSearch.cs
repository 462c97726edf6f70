using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>
/// Finds the heads that go in a round: the least important ones, as many as a budget asks for. Where layers may be emptied they are so in the order of their most
/// important heads, and of the ways to keep to the budget the one counts that loses the least importance.
/// </summary>
/// <param name="context">The model.</param>
/// <param name="options">What is compared, and what stays.</param>
/// <param name="progress">What earlier rounds did.</param>
/// <param name="layers">The layers with heads to choose from.</param>
/// <param name="scores">The importance of their heads, by their groups.</param>
internal sealed class HeadSearch(
    MethodContext context, HeadOptions options, HeadProgress progress, IReadOnlyList<HeadLayer> layers, IReadOnlyDictionary<string, double[]> scores)
{
    private readonly CostModel costs = new(context.Model, context.Structure);
    private readonly BranchCosts branchCosts = new(context.Model);
    private readonly HeadCandidate[] candidates = options.Minimum > 0 ? [] : Candidates(context, progress, scores);
    private readonly double floor = scores.Values.SelectMany(own => own).DefaultIfEmpty().Min();

    /// <summary>What goes.</summary>
    /// <param name="due">What may stay after this round.</param>
    /// <param name="description">What decides it.</param>
    /// <exception cref="PlanException">The budget is out of reach.</exception>
    public HeadChoice Find(Budget due, string description)
    {
        if (options.Ranking == HeadRanking.Local && due.Measure == CostMeasure.Units)
        {
            HeadCandidate[] emptied = [.. candidates.Where(candidate => due.Limit(progress.DenseOf(candidate.Layer.Group.Name)) == 0)];
            return new(emptied, Search(due, emptied, description));
        }

        (HeadChoice Choice, double Loss)? best = null;
        PlanException? cause = null;
        for (var count = 0; count <= candidates.Length; count++)
        {
            var emptied = candidates[..count];
            var loss = emptied.SelectMany(candidate => candidate.Scores).Sum(Above);
            if (best is { } found && (loss >= found.Loss || options.Ranking == HeadRanking.Local))
            {
                break;
            }

            try
            {
                var choice = new HeadChoice(emptied, Search(due, emptied, description));
                loss += choice.Cuts.Where(cut => scores.ContainsKey(cut.Group)).Sum(cut => cut.Units.Sum(unit => Above(scores[cut.Group][unit])));
                best = best is { } other && other.Loss <= loss ? best : (choice, loss);
            }
            catch (PlanException problem)
            {
                cause ??= problem;
            }
        }

        return best?.Choice ?? throw (candidates.Length == 0 ? cause! : new PlanException(
            $"At most {due} may stay, and that is out of reach even without the {candidates.Length} attention branches that can go. Ask for less, or protect fewer layers.", cause!));
    }

    /// <summary>How far above the least score one is: scores of some normalisations are negative.</summary>
    private double Above(double score) => score - floor;

    /// <summary>The plan that keeps to a budget together with emptied layers; null where nothing else has to go.</summary>
    private PruningPlan? Search(Budget due, HeadCandidate[] emptied, string description)
    {
        var gone = emptied.Select(candidate => candidate.Layer.Group.Name).ToHashSet(StringComparer.Ordinal);
        IStructureGroup[] groups = [.. layers.Select(layer => layer.Group).Where(group => !gone.Contains(group.Name))];
        var budget = Rest(due, emptied, groups, gone);
        if (groups.Length == 0)
        {
            var stays = budget.Measure == CostMeasure.Units ? 0 : costs.Dense.Of(budget.Measure);
            return stays <= budget.Limit(stays) ? null : throw new PlanException($"{stays} {Budget.Name(budget.Measure)} are left when no head is.");
        }

        IReadOnlyList<IReadOnlyList<IStructureGroup>> scopes = options.Ranking == HeadRanking.Global
            ? [groups]
            : [.. groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])];
        var found = new BudgetSearch(context.Model, context.Structure, costs).Find(new BudgetRequest(budget, scopes, group => scores[group.Name])
        {
            Limits = group => new WidthLimits { Minimum = Math.Max(1, options.Minimum), Dense = progress.DenseOf(group.Name) },
            Dense = progress.Dense,
            Description = description,
        });
        return found.Plan.IsEmpty ? null : found.Plan;
    }

    /// <summary>What a budget leaves to the layers that are still searched, in the model as it is with the branches that are to go.</summary>
    private Budget Rest(Budget due, HeadCandidate[] emptied, IStructureGroup[] groups, HashSet<string> gone) => due.Measure switch
    {
        CostMeasure.Units when options.Ranking == HeadRanking.Local => due,

        // Heads of layers that are no choice any more count all the same where those of all layers are counted together.
        CostMeasure.Units => new Budget(CostMeasure.Units, due.Limit(progress.Heads) - progress.KeptBeside([.. groups.Select(group => group.Name), .. gone]), false),
        _ when emptied.Length == 0 => due,
        _ => new Budget(
            due.Measure, due.Limit(progress.Dense.Of(due.Measure)) + branchCosts.Of(emptied.SelectMany(candidate => candidate.Branches)).Of(due.Measure), false),
    };

    private static HeadCandidate[] Candidates(MethodContext context, HeadProgress progress, IReadOnlyDictionary<string, double[]> scores)
    {
        var branches = new HeadBranches(context.Model);
        return
        [
            .. progress.Layers.Where(layer => progress.KeptOf(layer.Group.Name) > 0)
                .Select(layer => new HeadCandidate(layer, branches.Of(layer, out _), scores.GetValueOrDefault(layer.Group.Name) ?? progress.LastHead(layer.Group.Name)))
                .Where(candidate => candidate.Branches.Count > 0 && candidate.Scores.Count > 0).OrderBy(candidate => candidate.Scores.Max()),
        ];
    }
}
