using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Surgery;

/// <summary>
/// After a cut the model is traced again and must be the same computation: the same operators with the same constants. An attention scale computed from
/// the head width, say, would have changed with it. Where residual branches are gone it must be what is left of the computation, operator by operator.
/// </summary>
internal static class RetraceCheck
{
    /// <exception cref="PlanException">The model computes something else now.</exception>
    public static TracedModel Run(TracedModel before, IReadOnlyList<BranchCut> cuts)
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

        foreach (var (index, (old, now)) in Pairs(before, after).Index())
        {
            if (cuts.Count > 0)
            {
                CheckRest(new LiveValues(old, cuts.Select(cut => cut.InGraphs[Math.Min(index, before.Graphs.Count - 1)])), old, now);
                continue;
            }

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

    // A branch may have been all that differs between evaluation and training: what is missing is the same.
    private static IEnumerable<(Graph Old, Graph Now)> Pairs(TracedModel before, TracedModel after) =>
        Enumerable.Range(0, Math.Max(before.Graphs.Count, after.Graphs.Count)).Select(i =>
            (before.Graphs[Math.Min(i, before.Graphs.Count - 1)], after.Graphs[Math.Min(i, after.Graphs.Count - 1)]));

    private static void CheckRest(LiveValues rest, Graph old, Graph now)
    {
        var live = new LiveValues(now, []);
        var same = new Dictionary<Value, Value>(ReferenceEqualityComparer.Instance);
        foreach (var (a, b) in old.Inputs.Zip(now.Inputs))
        {
            same.Add(a, b);
        }

        var isSame = rest.Nodes.Count == live.Nodes.Count;
        foreach (var (a, b) in rest.Nodes.Zip(live.Nodes).TakeWhile(_ => isSame))
        {
            isSame = a.Operator == b.Operator && AreSame(a.Inputs, b.Inputs);
            foreach (var (x, y) in a.Outputs.Zip(b.Outputs))
            {
                same[x] = y;
            }

            CheckConstants(a, b);
        }

        if (!isSame || !AreSame(old.Outputs, now.Outputs))
        {
            throw new PlanException(
                "The model cannot follow the plan: with residual branches turned off, its forward computes something else than what is left of it. Let the switch leave out "
                + "the branch and its addition, and nothing else.");
        }

        bool AreSame(IEnumerable<Value> olds, IEnumerable<Value> nows)
        {
            Value[] x = [.. olds.Select(rest.Resolve)];
            Value[] y = [.. nows];
            return x.Length == y.Length && x.Zip(y).All(pair => pair.First.Kind is ValueKind.Result or ValueKind.Input
                ? same.TryGetValue(pair.First, out var value) && ReferenceEquals(value, pair.Second)
                : pair.First.Kind == pair.Second.Kind && pair.First.Name == pair.Second.Name);
        }
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
