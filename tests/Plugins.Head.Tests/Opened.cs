using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Framework.Tests.Exactness;
using Espalier.Graphs;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>A model of the zoo in float64 with samples and a loss.</summary>
internal sealed class Opened : IDisposable
{
    public Opened(string name)
        : this(
            Noise.Fill(name == "einsum" ? new EinsumAttention() : Zoo.All[name].Make()),
            name == "einsum" ? [Noise.Input(3, 5, 12)] : [.. Zoo.All[name].Inputs.Select(shape => Noise.Input([3, .. shape[1..]]))])
    {
    }

    public Opened(nn.Module module, Tensor[] inputs)
    {
        Module = module.to(float64);
        Module.eval();
        Inputs = [.. inputs.Select(x => x.to(float64))];
        Model = TracedModel.Trace(Module, [.. Inputs.Select((x, i) => new InputSpec($"x{i}", [1, .. x.shape[1..]], float64))]);
        Structure = ModelStructure.Find(Model.Graphs);
        Heads = AttentionHeads.Find(Model.Evaluation, Structure);
        Targets = Noise.Input([Inputs[0].shape[0], .. Model.Evaluation.Outputs[0].Shape.Skip(1)]).to(float64);
    }

    public nn.Module Module { get; }

    public TracedModel Model { get; }

    public ModelStructure Structure { get; }

    public IReadOnlyList<AttentionHeads> Heads { get; }

    public Tensor[] Inputs { get; }

    public Tensor Targets { get; set; }

    /// <summary>A loss whose gradients have either sign, of samples that do not touch each other.</summary>
    public static Tensor Loss(Tensor result, Tensor target) => ((result * target).flatten(1).sum(1) + result.square().flatten(1).sum(1)).mean();

    /// <summary>The scores of a group, its samples given in batches.</summary>
    public IReadOnlyList<double> Score(IImportanceCriterion criterion, IStructureGroup group, int batch)
    {
        var batches = Enumerable.Range(0, (int)Inputs[0].shape[0]).Chunk(batch).Select(part => new ScoringBatch(
            [.. Inputs.Select(x => x.narrow(0, part[0], part.Length))], [Targets.narrow(0, part[0], part.Length)]));
        return new ScoringSession(Model, Structure, ScoringData.Of(batches, Loss)).Score(criterion, [group])[group];
    }

    /// <summary>
    /// The loss of one sample with a gate on a head: the columns of the layers that read the head are multiplied by it. It shares nothing with the criterion.
    /// </summary>
    public Tensor GatedLoss(IStructureGroup group, int head, Tensor gate, int sample)
    {
        var gated = new Dictionary<string, Tensor>();
        foreach (var member in group.Members.Where(member => member.Role == MemberRole.Consumer))
        {
            var weight = Module.state_dict()[member.Parameter].detach();
            var isOwn = zeros(weight.shape[member.Dimension], dtype: float64);
            foreach (var column in member.Indices[head])
            {
                isOwn[column] = 1.0;
            }

            var shape = Enumerable.Repeat(1L, (int)weight.dim()).ToArray();
            shape[member.Dimension] = -1;
            gated.Add(member.Parameter, weight * (1 + (isOwn.reshape(shape) * (gate - 1))));
        }

        Assert.NotEmpty(gated);
        var interpreter = new Interpreter(Model.Evaluation, ParameterSource.Of(Module).With(gated));
        return Loss(interpreter.Run([.. Inputs.Select(x => x.narrow(0, sample, 1))])[0], Targets.narrow(0, sample, 1));
    }

    /// <summary>What the model computes with everything that a plan cuts set to zero. Residual branches that the plan removes are not its business.</summary>
    public Tensor Masked(Tensor[] inputs, PruningPlan plan) =>
        new MaskedModel(Structure, MaskedModel.CutOf(Structure, plan), Module.state_dict()).Run(Model.Evaluation, inputs)[0];

    public void Dispose() => Module.Dispose();
}
