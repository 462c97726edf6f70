using System.Reflection;
using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Plugins.Block;
using Espalier.Plugins.Channel;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Snp;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Methods that cut attention, depth and channels in one recipe.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("espalier-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("small", "head: { ratio: 0.3, calibration: 4 }", "snp: { qk: 0.5, v: 0.25, ffn: 0.25, residual: 0.25 }")]
    [InlineData("small", "snp: { qk: 0.5, v: 0.25, ffn: 0.25, residual: 0.25 }", "head: { ratio: 0.3, calibration: { images: 4, batch: 3 } }")]
    [InlineData("small", "head: { ratio: 0.25, criterion: snp, ranking: local }", "snp: { macs: 60% }")]
    [InlineData("small", "snp: { macs: 60% }", "head: { ratio: 0.25, criterion: l2, schedule: 2 }")]
    [InlineData("small", "head: { ratio: 0.3, calibration: 4 }", "block: { count: 1, granularity: branch, calibration: 4 }")]
    [InlineData("small", "block: { remove: [blocks.1.attn] }", "head: { ratio: 0.3, calibration: 4 }")]
    [InlineData("small", "head: { ratio: 0.6, minimum: 0, criterion: l2, normalization: none }", "block: { remove: [blocks.1.mlp] }")]
    [InlineData("small", "block: { count: 1, criterion: gate-taylor, calibration: 4 }", "head: { ratio: 0.6, minimum: 0, ranking: local, criterion: l2 }")]
    [InlineData("small", "snp: { qk: 0.5, v: 0.25 }", "head: { macs: 75%, minimum: 0, criterion: l2 }")]
    [InlineData("small", "head: { macs: 70%, minimum: 0, criterion: l2 }", "channel: { macs: 80%, criterion: l2 }")]
    [InlineData("small", "snp: { qk: 0.5, v: 0.25, ffn: 0.25 }", "channel: { ratio: 0.2, criterion: l2 }")]
    [InlineData("hybrid", "snp: { qk: 0.5, v: 0.25 }", "channel: { ratio: 0.25, criterion: l2 }")]
    [InlineData("hybrid", "channel: { macs: 70%, criterion: l2 }", "head: { ratio: 0.5, criterion: l2 }")]
    public async Task Run_TwoMethods_LeaveOnePlanForAFreshModel(string model, string first, string second)
    {
        var options = new PluginHostOptions { Folders = [folder.CreateSubdirectory("plugins").FullName], ShadowFolder = Path.Combine(folder.FullName, "shadows") };
        await using var host = new PluginHost(options);
        await host.AddAsync(new Families(), "built.in");
        foreach (var type in new[] { typeof(HeadMethod), typeof(SnpMethod), typeof(L2Criterion), typeof(BlockMethod), typeof(ChannelMethod) })
        {
            await host.AddAsync(EntryOf(type.Assembly), type.Namespace!.ToLowerInvariant());
        }

        using var lease = host.Acquire();
        var source = RecipeReader.Read(
            $"model: {{ family: {model} }}\ndata: {{ source: noise, batch: 2 }}\nsteps:\n  - {first}\n  - {second}\noutputs: [plan, checkpoint]\n", "recipe.yaml");
        var run = Path.Combine(folder.FullName, "run");
        new Pipeline(new RunRequest(new RecipeBinder(lease.Parts).Bind(source), source, lease.Parts, run)).Run();

        var plan = PlanJson.Load(Path.Combine(run, "plan.json"));
        Assert.True(plan.Steps.Count >= 2);
        using var scope = NewDisposeScope();
        var fresh = (nn.Module<Tensor, Tensor>)Families.Make(model);
        using var applied = Surgeon.Apply(TracedModel.Trace(fresh, InputSpec.Of(1, 3, 16, 16)), plan);
        using var left = Checkpoint.Load(Path.Combine(run, "model.safetensors"), lease.Parts);
        var x = Noise.Input(2, 3, 16, 16);
        fresh.eval();
        left.Model.Module.eval();
        Assert.Equal(0, (fresh.forward(x) - ((nn.Module<Tensor, Tensor>)left.Model.Module).forward(x)).abs().max().item<float>());

        // The whole model with zeros where something went computes the same.
        using var big = new Opened(Families.Make(model), [x]);
        Assert.True((Zoo.Run(big.Module, big.Inputs) - fresh.to(float64).forward(big.Inputs[0])).abs().max().item<double>() > 1e-3);
        using (no_grad())
        {
            foreach (var (name, tensor) in big.Module.state_dict().Where(entry => plan.Removes(entry.Key)))
            {
                _ = name.Contains(".proj.", StringComparison.Ordinal) || name.Contains(".fc2.", StringComparison.Ordinal) ? tensor.zero_() : tensor;
            }
        }

        Tensor[] one = [big.Inputs[0].narrow(0, 0, 1)];
        Assert.True((big.Masked(one, plan) - fresh.forward(one[0])).abs().max().item<double>() < 1e-10);
        Assert.True(fresh.parameters().Sum(parameter => parameter.numel()) < big.Module.parameters().Sum(parameter => parameter.numel()));
    }

    private static IPluginEntry EntryOf(Assembly assembly) =>
        (IPluginEntry)Activator.CreateInstance(assembly.GetCustomAttribute<PluginEntryAttribute>()!.Entry, nonPublic: true)!;

    private sealed class Families : IPluginEntry, IDataSource
    {
        public string Name => "noise";

        public static nn.Module Make(string family) => Noise.Fill(family == "small"
            ? (nn.Module)new VisionTransformer(16, 4, 10, 24, 2, 4, attention: AttentionKind.Split)
            : new TokenMixer(false, true));

        public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [
            new(typeof(IModelFamily), "small", "", "{}", _ => new Family("small")),
            new(typeof(IModelFamily), "hybrid", "", "{}", _ => new Family("hybrid")),
            new(typeof(IDataSource), "noise", "", "{}", _ => new Families()),
        ];

        public ImageSet Load(DataSplit split, CancellationToken cancellation = default) => Images.Set(16);
    }

    private sealed class Family(string name) : IModelFamily
    {
        public string Name => name;

        public ModelInstance Create(ModelRequest request) => new(Families.Make(name), [InputSpec.Of(1, 3, 16, 16)]);
    }
}
