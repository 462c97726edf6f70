using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using Espalier.Plugins.Tests.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block.Tests;

/// <summary>Models without some of their branches.</summary>
internal static class Pruned
{
    public static TracedModel Trace(nn.Module module, params long[] shape) =>
        TracedModel.Trace(module, new InputSpec("x", shape, module.parameters().First().dtype));

    /// <summary>Branches of a model by their names.</summary>
    public static ResidualBranch[] Branches(TracedModel model, params string[] names) =>
        [.. names.Select(name => ResidualBranches.Find(model.Evaluation).Single(branch => branch.Name == name))];

    public static PruningPlan Plan(TracedModel model, params string[] names) => new BranchPlanner(model).Plan(Branches(model, names), "test");

    /// <summary>Removes branches.</summary>
    public static TracedModel Without(TracedModel model, params string[] names)
    {
        using var applied = Surgeon.Apply(model, Plan(model, names));
        return applied.Model;
    }

    /// <summary>Runs the method on a model that takes images.</summary>
    public static (MethodContext Context, MethodResult Result) Run(nn.Module module, int size, BlockOptions options)
    {
        module.eval();
        using var data = Images.Of(size);
        var context = new MethodContext(Trace(module, 1, 3, size, size)) { Data = data };
        return (context, new BlockMethod(options with { Calibration = new() { Images = 8 } }).Run(context, default));
    }
}
