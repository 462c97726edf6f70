using System.Globalization;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>
/// Finds the cut that keeps to a budget within one unit: what stays costs no more than the budget allows, and would cost more if any one unit more had stayed.
/// Units go in the order of their importance, but for those that are too dear for what is left to go, see <see cref="BudgetFit"/>. Widths that are multiples, rows
/// that must be equal, groups that hang together and limits of single groups are kept all the while; where they allow steps of several units only, a step counts as
/// one.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="structure">Its structure.</param>
/// <param name="costs">Its costs.</param>
public sealed class BudgetSearch(TracedModel model, ModelStructure structure, CostModel costs)
{
    private readonly CutSet cut = new(structure.Blocks);
    private readonly List<UnitLadder> ladders = [];
    private CountBalancer balancer = new(structure, new UnitRanking(null));

    /// <summary>Searches.</summary>
    /// <exception cref="PlanException">The budget cannot be reached (the message says what can), or there is nothing to cut.</exception>
    public BudgetResult Find(BudgetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (scopes, steps) = Order(request);
        var (chosen, next) = request.Budget is { Measure: CostMeasure.Units, IsPart: true } && scopes.Count > 1
            ? PartOfEachScope(request.Budget, scopes, steps)
            : Fit(request, steps, scopes.Count);
        var withNext = next is null ? null : (ModelCost?)CostOf(next);
        var after = CostOf(chosen);
        var description = $"{request.Description}{(request.Description.Length > 0 ? ", " : "")}{request.Budget}";
        return new BudgetResult(
            new PruningPlanner(model, structure).Build(cut, description), costs.Dense with { Units = Units }, after, Limit(request), withNext);
    }

    /// <summary>What the model would cost with all gone that a request lets go. How much it asks for does not matter.</summary>
    /// <exception cref="PlanException">There is nothing to cut, or what the limits ask for cannot be cut.</exception>
    public ModelCost Least(BudgetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CostOf(Order(request).Steps);
    }

    private long Units => ladders.Sum(ladder => (long)ladder.Group.Count);

    private (List<UnitLadder[]> Scopes, List<CutStep> Steps) Order(BudgetRequest request)
    {
        var scopes = Open(request);
        return (scopes, WithoutObstacles(CutOrder.Of(scopes, CutOrder.Partners(structure, ladders, balancer))));
    }

    private List<UnitLadder[]> Open(BudgetRequest request)
    {
        var ranking = new UnitRanking(request.Scores);
        balancer = new CountBalancer(structure, ranking);
        var sequence = new UnitSequence(structure, ranking, balancer, cut);
        ladders.Clear();
        var scopes = new List<UnitLadder[]>();
        foreach (var scope in request.Scopes.Where(scope => scope.Count > 0))
        {
            UnitLadder[] own = [.. scope.Select(group => new UnitLadder(
                (StructureGroup)group, ranking, request.Limits?.Invoke(group) ?? new WidthLimits(), sequence.Of))];
            ladders.AddRange(own);
            scopes.Add(own);
        }

        if (ladders.Count == 0)
        {
            throw new PlanException($"Nothing of {model.Module.GetType().Name} may be cut: all of its layers are protected, or no width of it is free. Protect fewer layers.");
        }

        return ladders.Select(ladder => ladder.Group.Name).Distinct(StringComparer.Ordinal).Count() == ladders.Count
            ? scopes
            : throw new PlanException("A group is in two scopes. Let each be in one.");
    }

    private long Limit(BudgetRequest request) => request.Budget.Limit(request.Budget.Measure == CostMeasure.Units
        ? ladders.Sum(ladder => (long)ladder.Dense * ladder.Rows)
        : (request.Dense ?? costs.Dense).Of(request.Budget.Measure));

    private (List<CutStep> Chosen, List<CutStep>? Next) Fit(BudgetRequest request, List<CutStep> steps, int scopes)
    {
        var (measure, limit) = (request.Budget.Measure, Limit(request));
        if (CostOf(steps).Of(measure) is var least && least > limit)
        {
            var dense = costs.Dense with { Units = Units };
            throw new PlanException(string.Create(
                CultureInfo.InvariantCulture,
                $"At most {limit} {Budget.Name(measure)} may stay, and the least that can be reached is {least} of {dense.Of(measure)} "
                + $"({100.0 * least / dense.Of(measure):0.##} %). Ask for less, protect fewer layers, or loosen the limits of widths."));
        }

        var choice = new BudgetFit(limit, Stays, some => Obstacle(some) is null, scopes == 1).Find(steps);
        return (choice.Steps, choice.Next);

        long? Stays(List<CutStep> some)
        {
            try
            {
                return CostOf(some).Of(measure);
            }
            catch (PlanException)
            {
                return null;
            }
        }
    }

    private static (List<CutStep> Chosen, List<CutStep>? Next) PartOfEachScope(Budget budget, List<UnitLadder[]> scopes, List<CutStep> steps)
    {
        var chosen = new List<CutStep>();
        for (var scope = 0; scope < scopes.Count; scope++)
        {
            var goes = 1 - budget.Amount;
            var own = steps.Where(step => step.Scope == scope).ToArray();
            var forced = scopes[scope].Sum(ladder => ladder.Rungs.Take(ladder.Forced).Sum(rung => rung.Units.Length) + ((ladder.Dense - ladder.Width) * ladder.Rows));
            var dense = (double)scopes[scope].Sum(ladder => ladder.Dense * ladder.Rows);
            var count = forced / dense >= goes - 1e-9 ? 0 : Array.FindIndex(own, step => step.Part >= goes - 1e-9) + 1;
            chosen.AddRange(forced / dense < goes - 1e-9 && count == 0 ? own : own[..count]);
        }

        return (chosen, chosen.Count == 0 ? null : chosen[..^1]);
    }

    /// <summary>Leaves out steps that the model cannot follow, and what comes after them in their groups.</summary>
    private List<CutStep> WithoutObstacles(List<CutStep> steps)
    {
        while (Obstacle(steps) is not null)
        {
            if (Obstacle([]) is { } cause)
            {
                throw new PlanException($"What the limits ask for cannot be cut: {cause.Message}", cause);
            }

            var (fits, fails) = (0, steps.Count);
            while (fails - fits > 1)
            {
                var middle = (fits + fails) / 2;
                (fits, fails) = Obstacle(steps[..middle]) is null ? (middle, fails) : (fits, middle);
            }

            var bad = steps[fails - 1];
            foreach (var ladder in bad.Ladders.Where(ladder => bad.Rung < ladder.Rungs.Count))
            {
                ladder.StopBefore(bad.Rung);
            }

            steps.RemoveAll(step => step.Units == 0);
        }

        return steps;
    }

    private PlanException? Obstacle(List<CutStep> steps)
    {
        try
        {
            Cut(steps);
            new PlanCheck(structure, cut).Run();
            return null;
        }
        catch (PlanException obstacle)
        {
            return obstacle;
        }
    }

    private ModelCost CostOf(List<CutStep> steps)
    {
        Cut(steps);
        return costs.After(cut) with { Units = ladders.Sum(ladder => ladder.Group.Classes.Count(@class => !cut.ContainsClass(@class))) };
    }

    private void Cut(List<CutStep> steps)
    {
        cut.Clear();
        foreach (var ladder in ladders)
        {
            for (var rung = 0; rung < ladder.Forced; rung++)
            {
                new CutStep([ladder], rung, 0).AddTo(cut);
            }
        }

        steps.ForEach(step => step.AddTo(cut));
        do
        {
            balancer.Balance(cut);
        }
        while (ladders.Aggregate(false, (isChanged, ladder) => ladder.Settle(cut) || isChanged));
    }
}
