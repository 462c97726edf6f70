using Espalier.Criteria;
using Espalier.Data;
using Espalier.Framework.Tests.Data;
using Espalier.Framework.Tests.Runs;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Sensitivity;
using Espalier.Structures;
using Espalier.Surgery;
using Espalier.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Sensitivity;

public sealed class SensitivityStudyTests
{
    [Fact]
    public void Run_SmallNet_MeasuresEachCutAndLeavesTheModelWhole()
    {
        using var data = Data();
        using var module = new SmallNet(8, 3);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
        var before = Weights(module);

        var points = new SensitivityStudy(model, data, new FirstUnits(), CPU) { Ratios = [0.25, 0.5] }.Run([]).ToList();

        Assert.Equal(before, Weights(module));
        Assert.Equal([(0.25, 6), (0.5, 4)], points.Select(point => (point.Ratio, point.Kept)));
        Assert.Equal(ByHand(model, data, 4), points[1].Loss);
    }

    [Fact]
    public void Run_KnownPoints_AreLeftOut()
    {
        using var data = Data();
        using var module = new SmallNet(8, 3);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
        var study = new SensitivityStudy(model, data, new FirstUnits(), CPU) { Ratios = [0.25, 0.5] };
        var group = study.Run([]).First().Group;

        Assert.Equal([0.5], study.Run([(group, 0.25)]).Select(point => point.Ratio));
    }

    // The criterion's scores rise with the unit's number, so the first units go.
    private static double ByHand(TracedModel model, ModelData data, int cut)
    {
        var structure = ModelStructure.Find(model.Graphs);
        var plan = new PruningPlanner(model, structure).Plan(
            new Dictionary<string, IReadOnlyList<int>> { [structure.Groups[0].Name] = [.. Enumerable.Range(0, cut)] }, "by hand");
        using var applied = Surgeon.Apply(model, plan);
        var loss = new Evaluator(data, CPU).Evaluate(applied.Model, data.Test).Loss;
        applied.Undo();
        return loss;
    }

    private static ModelData Data() => new(Sets.Known(24, 1, 6, 6, 3), null, Sets.Known(24, 1, 6, 6, 3), new DataSettings());

    private static float[] Weights(nn.Module module) =>
        [.. module.state_dict().Where(pair => pair.Value.is_floating_point()).SelectMany(pair => pair.Value.detach().reshape(-1).data<float>().ToArray())];

    private sealed class FirstUnits : IImportanceCriterion
    {
        public string Name => "first";

        public CriterionNeeds Needs => CriterionNeeds.None;

        public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context) => [.. Enumerable.Range(0, group.Count).Select(unit => (double)unit)];
    }
}
