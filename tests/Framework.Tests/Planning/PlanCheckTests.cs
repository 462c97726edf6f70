using Espalier.Framework.Tests.Motifs;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;

namespace Espalier.Framework.Tests.Planning;

/// <summary>Cuts that no group offers are refused all the same: the check does not trust those who plan.</summary>
public sealed class PlanCheckTests
{
    [Fact]
    public void Run_CutOfAnOutput_SaysWhatCannotGo() => AssertRefused(nameof(StackMean), "head.weight", 0, "takes along what cannot go: it is an output of the model");

    [Fact]
    public void Run_OneCellOfAGrid_AsksForWholeLines() => AssertRefused(nameof(OuterProductFlatten), "fc.weight", 1, "Only whole lines may go");

    private static void AssertRefused(string motif, string parameter, int dimension, string message)
    {
        var (create, inputs) = MotifTests.Motifs[motif];
        using var model = create();
        var structure = ModelStructure.Find(TracedModel.Trace(model, inputs).Graphs);
        var cut = new CutSet(structure.Blocks);
        cut.Add(structure.Labels.Parameters[parameter].Single(field => field.Dimensions[0] == dimension).Labels[0]);

        Assert.Contains(message, Assert.Throws<PlanException>(() => new PlanCheck(structure, cut).Run()).Message, StringComparison.Ordinal);
    }
}
