namespace Espalier.Planning;

/// <summary>
/// Chooses the steps that keep to a limit as closely as whole steps allow. The shortest beginning of the order that keeps to it may go far beyond, since its last
/// step is a dear one. Then either what the dear step makes needless is taken back, or the dear step is passed over and cheaper ones after it go: whichever loses
/// the least importance.
/// </summary>
/// <param name="limit">The most that may stay.</param>
/// <param name="cost">What stays once steps have gone; null where they cannot go.</param>
/// <param name="isSound">Whether the model can follow steps.</param>
/// <param name="isComparable">Whether the steps' importance can be added up; otherwise the closest choice is the best.</param>
internal sealed class BudgetFit(long limit, Func<List<CutStep>, long?> cost, Func<List<CutStep>, bool> isSound, bool isComparable)
{
    /// <summary>A choice costs a search; few groups of a model are much dearer than all others.</summary>
    private const int MostPassedOver = 4;

    /// <summary>The best choice.</summary>
    /// <param name="order">Steps in the order in which they go, later ones of a set after earlier ones; all of them keep to the limit.</param>
    public Choice Find(List<CutStep> order)
    {
        var floor = order.Select(step => step.Score).Where(double.IsFinite).DefaultIfEmpty().Min();
        var left = order;
        Choice? best = null;
        for (var passed = 0; passed <= MostPassedOver; passed++)
        {
            var beginning = Beginning(left);
            var choice = Tight(beginning, floor);
            best = best is { } other && !IsBetter(choice, other) ? best : choice;
            if (choice.Steps.Count == beginning.Count || beginning.Count == 0)
            {
                break;
            }

            var dear = beginning[^1];
            var rest = left.Take(beginning.Count - 1).Concat(left.Skip(beginning.Count).Where(step => step.Set != dear.Set)).ToList();
            if (cost(rest) is not { } least || least > limit || !isSound(rest))
            {
                break;
            }

            left = rest;
        }

        return best!;
    }

    /// <summary>The shortest beginning that keeps to the limit.</summary>
    private List<CutStep> Beginning(List<CutStep> steps)
    {
        var (tooFew, enough) = (-1, steps.Count);
        while (enough - tooFew > 1)
        {
            var middle = (enough + tooFew) / 2;
            (tooFew, enough) = cost(steps[..middle]) <= limit ? (tooFew, middle) : (middle, enough);
        }

        return steps[..enough];
    }

    /// <summary>Takes back steps, the most important first, until no set can take back its last one.</summary>
    private Choice Tight(List<CutStep> steps, double floor)
    {
        steps = [.. steps];
        List<CutStep>? next = null;
        for (var isDone = false; !isDone;)
        {
            (isDone, next) = (true, null);
            var nextCost = long.MaxValue;
            var closed = new HashSet<UnitLadder[]>();
            for (var at = steps.Count - 1; at >= 0; at--)
            {
                if (closed.Contains(steps[at].Set))
                {
                    continue;
                }

                List<CutStep> without = [.. steps[..at], .. steps[(at + 1)..]];
                var stays = cost(without);
                if (stays <= limit && isSound(without))
                {
                    (steps, isDone) = (without, false);
                    continue;
                }

                closed.Add(steps[at].Set);
                (next, nextCost) = stays > limit && stays < nextCost ? (without, stays.Value) : (next, nextCost);
            }
        }

        return new Choice(steps, next, cost(steps) ?? limit, steps.Sum(step => (step.Score - floor) * step.Units));
    }

    private bool IsBetter(Choice choice, Choice other) => isComparable && double.IsFinite(choice.Loss) && double.IsFinite(other.Loss)
        ? choice.Loss < other.Loss
        : choice.Stays > other.Stays;

    /// <summary>A choice of steps.</summary>
    /// <param name="Steps">The steps.</param>
    /// <param name="Next">Them without the cheapest that could have stayed, which would be beyond the limit; null where there is none.</param>
    /// <param name="Stays">What stays.</param>
    /// <param name="Loss">The importance that goes.</param>
    internal sealed record Choice(List<CutStep> Steps, List<CutStep>? Next, long Stays, double Loss);
}
