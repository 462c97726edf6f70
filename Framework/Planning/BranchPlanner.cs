using Espalier.Graphs;
using Espalier.Structures;
using Espalier.Surgery;

namespace Espalier.Planning;

/// <summary>Makes plans that remove residual branches.</summary>
/// <param name="model">The traced model.</param>
public sealed class BranchPlanner(TracedModel model)
{
    /// <summary>Why a branch cannot be removed; null if it can.</summary>
    /// <param name="branch">A branch of the model's evaluation graph.</param>
    public string? Obstacle(ResidualBranch branch)
    {
        try
        {
            BranchCut.Of(model, [branch]);
            return null;
        }
        catch (PlanException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>The plan that removes these branches.</summary>
    /// <param name="branches">Branches of the model's evaluation graph.</param>
    /// <param name="description">What decided it, for the plan's reader.</param>
    /// <exception cref="PlanException">One of them has no switch in the model's code.</exception>
    public PruningPlan Plan(IEnumerable<ResidualBranch> branches, string description)
    {
        PlanBranch[] gone = [.. BranchCut.Of(model, branches).Select(cut => cut.Branch)];
        var left = ModelFingerprint.Shapes(model.Module).Where(entry => !gone.Any(branch => branch.Holds(entry.Key)));
        var name = model.Module.GetType().Name;
        return new PruningPlan(name, model.Fingerprint, ModelFingerprint.Of(name, left), model.Inputs, [new PlanStep(description, [])], [], [])
        {
            Branches = gone,
        };
    }
}
