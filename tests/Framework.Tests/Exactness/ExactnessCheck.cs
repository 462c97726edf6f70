using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Exactness;

/// <summary>Makes a model physically smaller and compares it with the masked big one: results, gradients, and after save, load and re-application.</summary>
/// <param name="create">Constructs the model; called for every fresh instance.</param>
/// <param name="inputs">What to trace and run it with.</param>
internal sealed class ExactnessCheck(Func<nn.Module> create, params InputSpec[] inputs)
{
    /// <summary>The precision that everything is computed in.</summary>
    public ScalarType Precision { get; init; } = ScalarType.Float64;

    /// <summary>Draws inputs; replace it for inputs that are no floating-point numbers.</summary>
    public Func<InputSpec, Tensor> Draw { get; init; } = spec => spec.DType is ScalarType.Int64
        ? torch.randint(0, 11, [.. spec.Shape])
        : torch.randn([.. spec.Shape], dtype: spec.DType);

    /// <summary>The groups of the model.</summary>
    public ModelStructure Structure()
    {
        using var model = create();
        return ModelStructure.Find(TracedModel.Trace(model, inputs).Graphs);
    }

    /// <summary>Cuts each group alone, and all together, by random plans, and compares. Returns the largest difference.</summary>
    /// <param name="plans">How many random plans for each group.</param>
    /// <param name="tolerance">The largest difference allowed, relative to the largest value.</param>
    public double Run(int plans, double tolerance)
    {
        var random = new Random(17);
        var worst = 0.0;
        var groups = Structure().Groups.Select(group => group.Name).ToArray();
        foreach (var name in groups.Append(null))
        {
            for (var i = 0; i < plans; i++)
            {
                worst = Math.Max(worst, RunOne(name, random, tolerance));
            }
        }

        return worst;
    }

    private double RunOne(string? groupName, Random random, double tolerance)
    {
        using var scope = NewDisposeScope();
        torch.manual_seed(random.Next());
        using var big = create().to(Precision);
        Randomize(big);
        var traced = TracedModel.Trace(big, Specs());
        var structure = ModelStructure.Find(traced.Graphs);
        var plan = RandomPlan(traced, structure, groupName, random);
        using var small = create().to(Precision);
        small.load_state_dict(big.state_dict());
        using (Surgeon.Apply(TracedModel.Trace(small, Specs()), plan))
        {
        }

        Assert.Equal(plan.ResultFingerprint, ModelFingerprint.Of(small));
        var cut = MaskedModel.CutOf(structure, plan);
        var drawn = Specs().Select(Draw).ToArray();
        var worst = 0.0;
        foreach (var isTraining in new[] { false, true })
        {
            big.train(isTraining);
            small.train(isTraining);
            var difference = Compare(structure, cut, big, small, plan, drawn, isTraining);
            if (difference > tolerance)
            {
                // Gradients through batch statistics, or norms over one channel, can lose more than the tolerance to rounding alone: then that is the measure.
                difference = difference <= 4 * new RoundingMeasure(create, Specs(), Precision).Of(structure, plan, big, small, drawn, isTraining) ? tolerance : difference;
            }

            worst = Math.Max(worst, difference);
        }

        Assert.True(worst <= tolerance, $"{groupName ?? "all groups"}: the difference is {worst:g3}. Plan: {PlanJson.Write(plan)}");
        CheckSaveAndReload(small, plan, drawn);
        return worst;
    }

    private InputSpec[] Specs() => [.. inputs.Select(i => i.DType == ScalarType.Float32 ? i with { DType = Precision } : i)];

    /// <summary>Biases and running statistics that are neither zero nor one, so that a wrong slice shows.</summary>
    private static void Randomize(nn.Module model)
    {
        using var noGrad = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
        {
            parameter.add_(torch.randn_like(parameter) * 0.2);
            _ = name;
        }

        foreach (var (name, buffer) in model.named_buffers())
        {
            if (buffer.is_floating_point())
            {
                buffer.copy_(torch.rand_like(buffer) + 0.5);
            }

            _ = name;
        }
    }

    private static PruningPlan RandomPlan(TracedModel model, ModelStructure structure, string? groupName, Random random)
    {
        var planner = new PruningPlanner(model, structure);
        var scores = new Dictionary<IStructureGroup, double[]>(ReferenceEqualityComparer.Instance);
        double[] Scores(IStructureGroup group) => scores.TryGetValue(group, out var known)
            ? known
            : scores[group] = [.. Enumerable.Range(0, group.Count).Select(_ => random.NextDouble())];

        var chosen = structure.Groups.Where(g => groupName is null ? g.Granularity != StructureGranularity.Block || random.Next(2) == 0 : g.Name == groupName);
        var kept = new Dictionary<IStructureGroup, int>(ReferenceEqualityComparer.Instance);
        foreach (var group in chosen)
        {
            var rows = group.Rows.Max() + 1;
            var width = group.Count / rows;
            kept[group] = rows * random.Next(Math.Min(1, width), width + 1);
        }

        // What is drawn may leave a layer with nothing, or ask more of a chain of rows than it has: such a plan is refused, and a milder one is drawn.
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return planner.PlanWidths(kept, g => Scores(g), "random");
            }
            catch (PlanException) when (attempt < 40)
            {
                foreach (var group in kept.Keys.ToArray())
                {
                    var rows = group.Rows.Max() + 1;
                    kept[group] = rows * Math.Min(group.Count / rows, (kept[group] / rows) + random.Next(0, 3));
                }
            }
        }
    }

    private static double Compare(
        ModelStructure structure, CutSet cut, nn.Module big, nn.Module small, PruningPlan plan, Tensor[] drawn, bool isTraining)
    {
        var bigTensors = new ModuleNames(big).Tensors.ToDictionary(t => t.Name, t => t.Tensor);
        var smallTensors = new ModuleNames(small).Tensors.ToDictionary(t => t.Name, t => t.Tensor);
        var graph = isTraining ? structure.Graphs[^1] : structure.Graphs[0];
        var expected = new MaskedModel(structure, cut, bigTensors).Run(graph, drawn);
        var actual = ModelRunner.Run(small, drawn);
        var worst = expected.Zip(actual).Max(pair => Difference(pair.First, pair.Second));

        Backward(expected);
        Backward(actual);
        foreach (var (name, tensor) in bigTensors.Where(t => t.Value.requires_grad))
        {
            using var wanted = tensor.grad;
            using var found = smallTensors[name].grad;
            if (wanted is not null || found is not null)
            {
                var sliced = wanted ?? torch.zeros_like(tensor);
                foreach (var slice in plan.Slices.Where(s => s.Parameter == name))
                {
                    sliced = sliced.index_select(slice.Dimension, torch.tensor(slice.Kept.Select(i => (long)i).ToArray()));
                }

                worst = Math.Max(worst, Difference(sliced, found ?? torch.zeros_like(smallTensors[name])));
            }
        }

        big.zero_grad();
        small.zero_grad();
        return worst;
    }

    internal static void Backward(Tensor[] outputs)
    {
        var loss = outputs.Select((output, i) => (output * torch.arange(1, output.numel() + 1, dtype: output.dtype).add(i).cos().view(output.shape)).sum())
            .Aggregate((a, b) => a + b);
        loss.backward();
    }

    internal static double Difference(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        return ((expected - actual).abs().max() / (expected.abs().max() + 1)).ToDouble();
    }

    private void CheckSaveAndReload(nn.Module small, PruningPlan plan, Tensor[] drawn)
    {
        var file = Path.GetTempFileName();
        try
        {
            small.eval();
            small.save(file);
            using var again = create().to(Precision);
            var copy = PlanJson.Read(PlanJson.Write(plan));
            using (Surgeon.Apply(TracedModel.Trace(again, Specs()), copy))
            {
            }

            again.load(file);
            again.eval();
            foreach (var (a, b) in ModelRunner.Run(small, drawn).Zip(ModelRunner.Run(again, drawn)))
            {
                Assert.Equal(0, (a - b).abs().max().ToDouble());
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
