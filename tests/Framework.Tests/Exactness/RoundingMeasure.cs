using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Exactness;

/// <summary>How much of a difference between a small model and the masked big one may be rounding and nothing else.</summary>
/// <param name="create">Constructs the model.</param>
/// <param name="inputs">What it is traced with, in the precision in use.</param>
/// <param name="precision">The precision in use.</param>
internal sealed class RoundingMeasure(Func<nn.Module> create, InputSpec[] inputs, ScalarType precision)
{
    /// <summary>
    /// How far rounding alone takes the models, as the largest of two measures: for the masked one the distance from float32 to float64, scaled to the precision
    /// in use; for the small one, in float64, the distance to models whose parameters differ in their last bit. (The kernel of layer norm divides what cancels by
    /// the third power of a deviation that is zero where one channel is left.)
    /// </summary>
    public double Of(ModelStructure structure, PruningPlan plan, nn.Module big, nn.Module small, Tensor[] drawn, bool isTraining)
    {
        var other = precision is ScalarType.Float32 ? ScalarType.Float64 : ScalarType.Float32;
        using var twin = create().to(precision);
        twin.load_state_dict(big.state_dict());
        twin.to(other);
        twin.train(isTraining);
        // Its own graph: what the model makes itself (a mask, a table of positions) has its precision too.
        var twinInputs = inputs.Select(spec => spec.DType == precision ? spec with { DType = other } : spec).ToArray();
        var converted = drawn.Select(tensor => tensor.is_floating_point() ? tensor.to(other) : tensor).ToArray();
        var worst = Distance(
            Masked(structure, plan, big, drawn, isTraining),
            Masked(ModelStructure.Find(TracedModel.Trace(twin, twinInputs).Graphs), plan, twin, converted, isTraining));
        if (precision is ScalarType.Float32)
        {
            return worst;
        }

        // float64 has 29 bits more than float32.
        worst = Math.ScaleB(worst, -29);
        var here = Gradients(small, ModelRunner.Run(small, drawn));
        for (var draw = 0; draw < 3; draw++)
        {
            using var near = create().to(precision);
            using (Surgeon.Apply(TracedModel.Trace(near, inputs), plan))
            {
            }

            near.load_state_dict(small.state_dict());
            near.train(isTraining);
            using (no_grad())
            {
                foreach (var parameter in near.parameters())
                {
                    parameter.mul_(1 + (torch.randn_like(parameter).sign() * Math.ScaleB(1, -52)));
                }
            }

            worst = Math.Max(worst, Distance(here, Gradients(near, ModelRunner.Run(near, drawn))));
        }

        return worst;
    }

    private static Dictionary<string, Tensor> Masked(ModelStructure structure, PruningPlan plan, nn.Module model, Tensor[] drawn, bool isTraining)
    {
        var tensors = new ModuleNames(model).Tensors.ToDictionary(t => t.Name, t => t.Tensor);
        return Gradients(model, new MaskedModel(structure, MaskedModel.CutOf(structure, plan), tensors).Run(isTraining ? structure.Graphs[^1] : structure.Graphs[0], drawn));
    }

    /// <summary>Results, and the gradients of a model's parameters by them, in float64.</summary>
    private static Dictionary<string, Tensor> Gradients(nn.Module model, Tensor[] results)
    {
        ExactnessCheck.Backward(results);
        var all = results.Select((result, i) => (Name: $"result {i}", Tensor: result.detach().to(ScalarType.Float64))).ToDictionary(t => t.Name, t => t.Tensor);
        foreach (var (name, tensor) in new ModuleNames(model).Tensors.Where(t => t.Tensor.requires_grad))
        {
            if (tensor.grad is { } gradient)
            {
                // A copy: the model's own is set to zero.
                all.Add(name, gradient.to(ScalarType.Float64, copy: true));
            }
        }

        model.zero_grad();
        return all;
    }

    private static double Distance(Dictionary<string, Tensor> a, Dictionary<string, Tensor> b) =>
        a.Where(pair => b.ContainsKey(pair.Key)).Max(pair => ExactnessCheck.Difference(pair.Value, b[pair.Key]));
}
