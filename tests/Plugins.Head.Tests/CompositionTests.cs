using System.Reflection;
using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Snp;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Surgery;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Head pruning and SNP in one recipe.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("espalier-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("head: { ratio: 0.3, calibration: 4 }", "snp: { qk: 0.5, v: 0.25, ffn: 0.25, residual: 0.25 }")]
    [InlineData("snp: { qk: 0.5, v: 0.25, ffn: 0.25, residual: 0.25 }", "head: { ratio: 0.3, calibration: { images: 4, batch: 3 } }")]
    [InlineData("head: { ratio: 0.25, criterion: snp, ranking: local }", "snp: { macs: 60% }")]
    [InlineData("snp: { macs: 60% }", "head: { ratio: 0.25, criterion: l2, schedule: 2 }")]
    public async Task Run_TwoMethods_LeaveOnePlanForAFreshModel(string first, string second)
    {
        var options = new PluginHostOptions { Folders = [folder.CreateSubdirectory("plugins").FullName], ShadowFolder = Path.Combine(folder.FullName, "shadows") };
        await using var host = new PluginHost(options);
        await host.AddAsync(new Small(), "built.in");
        foreach (var type in new[] { typeof(HeadMethod), typeof(SnpMethod), typeof(L2Criterion) })
        {
            await host.AddAsync(EntryOf(type.Assembly), type.Namespace!.ToLowerInvariant());
        }

        using var lease = host.Acquire();
        var source = RecipeReader.Read(
            $"model: {{ family: small }}\ndata: {{ source: noise, batch: 2 }}\nsteps:\n  - {first}\n  - {second}\noutputs: [plan, checkpoint]\n", "recipe.yaml");
        var run = Path.Combine(folder.FullName, "run");
        new Pipeline(new RunRequest(new RecipeBinder(lease.Parts).Bind(source), source, lease.Parts, run)).Run();

        var plan = PlanJson.Load(Path.Combine(run, "plan.json"));
        Assert.True(plan.Steps.Count >= 2);
        using var scope = NewDisposeScope();
        var fresh = Small.Model();
        using var applied = Surgeon.Apply(TracedModel.Trace(fresh, InputSpec.Of(1, 3, 16, 16)), plan);
        using var left = Checkpoint.Load(Path.Combine(run, "model.safetensors"), lease.Parts);
        var x = Noise.Input(2, 3, 16, 16);
        fresh.eval();
        left.Model.Module.eval();
        Assert.Equal(0, (fresh.forward(x) - ((VisionTransformer)left.Model.Module).forward(x)).abs().max().item<float>());
        Assert.True((Dense(x) - fresh.forward(x)).abs().max().item<float>() > 1e-3);
        Assert.True(fresh.state_dict()["blocks.0.attn.q.weight"].shape[0] < 24);
    }

    private static Tensor Dense(Tensor x)
    {
        var model = Small.Model();
        model.eval();
        return model.forward(x);
    }

    private static IPluginEntry EntryOf(Assembly assembly) =>
        (IPluginEntry)Activator.CreateInstance(assembly.GetCustomAttribute<PluginEntryAttribute>()!.Entry, nonPublic: true)!;

    private sealed class Small : IPluginEntry, IModelFamily, IDataSource
    {
        string IModelFamily.Name => "small";

        string IDataSource.Name => "noise";

        public static VisionTransformer Model() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 4, attention: AttentionKind.Split));

        public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [
            new(typeof(IModelFamily), "small", "", "{}", _ => new Small()),
            new(typeof(IDataSource), "noise", "", "{}", _ => new Small()),
        ];

        public ModelInstance Create(ModelRequest request) => new(Model(), [InputSpec.Of(1, 3, 16, 16)]);

        public ImageSet Load(DataSplit split, CancellationToken cancellation = default) => Images.Set(16);
    }
}
