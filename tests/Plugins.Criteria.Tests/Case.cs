using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>A small model with its structure and two batches of data.</summary>
internal sealed class Case : IDisposable
{
    public Case(nn.Module module, IReadOnlyList<InputSpec> inputs, IReadOnlyList<ScoringBatch> batches)
    {
        Model = TracedModel.Trace(module, inputs);
        Structure = ModelStructure.Find(Model.Graphs);
        Batches = batches;
    }

    public TracedModel Model { get; }

    public ModelStructure Structure { get; }

    public IReadOnlyList<ScoringBatch> Batches { get; }

    public ScoringSession Session => new(Model, Structure, ScoringData.Of(Batches, Loss));

    /// <summary>A model of the zoo in double precision, in evaluation, with batches of two and of one.</summary>
    public static Case Of(string name)
    {
        var zoo = Zoo.All[name];
        var module = Noise.Fill(zoo.Make()).to(float64);
        module.eval();
        Tensor[] inputs = [.. zoo.Tensors().Select(x => x.is_floating_point() ? x.to(float64) : x)];
        var specs = inputs.Select((x, i) => new InputSpec($"x{i}", x.shape, x.dtype)).ToArray();
        return new(module, specs, [Batch(inputs, zoo, 0.3), Batch([.. inputs.Select(x => x.narrow(0, 1, 1).roll(1, x.dim() - 1))], zoo, -0.2)]);
    }

    /// <summary>The mean over samples of the squared distance to the target.</summary>
    public static Tensor Loss(Tensor result, Tensor target) => (result - target).square().flatten(1).sum(1).mean();

    public static double[] Values(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();

    public void Dispose() => Model.Module.Dispose();

    private static ScoringBatch Batch(Tensor[] inputs, Zoo zoo, double shift)
    {
        long[] shape = [inputs[0].shape[0], .. zoo.Output[1..]];
        return new(inputs, [Noise.Input(shape).to(float64) + shift]);
    }
}
