using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Surgery;

/// <summary>
/// After a cut the model is traced again and must be the same computation: the same operators with the same constants. An attention scale computed from
/// the head width, say, would have changed with it.
/// </summary>
internal static class RetraceCheck
{
    /// <exception cref="PlanException">The model computes something else now.</exception>
    public static TracedModel Run(TracedModel before)
    {
        TracedModel after;
        try
        {
            after = TracedModel.Trace(before.Module, before.Inputs);
        }
        catch (TraceException cause)
        {
            throw new PlanException($"The model cannot follow the plan: {cause.Message}", cause);
        }

        foreach (var (old, now) in before.Graphs.Zip(after.Graphs))
        {
            if (!old.Nodes.Select(node => node.Operator).SequenceEqual(now.Nodes.Select(node => node.Operator)))
            {
                throw new PlanException("The model cannot follow the plan: its forward takes another path once the widths have changed.");
            }

            foreach (var (a, b) in old.Nodes.Zip(now.Nodes))
            {
                CheckConstants(a, b);
            }
        }

        return after;
    }

    private static void CheckConstants(Node old, Node now)
    {
        foreach (var (a, b) in old.Arguments.Zip(now.Arguments))
        {
            if (a is Argument.Number { Value: var x } && b is Argument.Number { Value: var y } && !x.Equals(y))
            {
                throw new PlanException(
                    $"A constant of {old.Operator} in '{old.Scope}' is computed from a width: it was {x} and would become {y}. " +
                    "Compute it once, in the constructor, and keep it in a field.");
            }
        }
    }
}
