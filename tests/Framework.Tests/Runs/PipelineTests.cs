using System.Text.Json.Nodes;
using Espalier.Data;
using Espalier.Framework.Tests.Training;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Structures;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Runs;

/// <summary>A run inside this process.</summary>
public sealed class PipelineTests : IDisposable
{
    private static readonly Evaluation MadeUp = new(24, 0.125, 12.5, 62.5);

    private readonly List<(double Dense, double Original, double Model)> seen = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("espalier-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Run_MethodHasEvaluatedTheTestImages_TheyAreNotEvaluatedAgain()
    {
        var values = await Stage("knows");
        Assert.Equal((MadeUp.AccuracyPercent, MadeUp.Loss), ((double)values["accuracy_percent"]!, (double)values["evaluation_loss"]!));
    }

    [Fact]
    public async Task Run_MethodHasNotEvaluatedTheTestImages_TheRunDoes()
    {
        var values = await Stage("silent");
        Assert.NotEqual(MadeUp.Loss, (double)values["evaluation_loss"]!);
    }

    [Fact]
    public async Task Run_StepTrainsBeforeTheFirstCut_OriginalIsWhatItLeft()
    {
        await Stage("train, look, cut, look, train, look");

        // Each look gives the original's and the model's own bias: training adds one to it, the cut leaves the last unit.
        Assert.Equal([(1, 1), (1, 1), (1, 2)], seen.Select(pair => ((int)Math.Round(pair.Original - seen[0].Dense), (int)Math.Round(pair.Model - seen[0].Dense))));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "run", "dense.safetensors")));
    }

    [Fact]
    public async Task Run_MethodTimesPlansBetweenCuts_TheyFitTheModelAsItIs()
    {
        var values = await Stage("times, times");
        // Four channels of eight are left, for six classes.
        Assert.Equal((4 * 9) + 4 + (2 * 4) + (6 * 4) + 6, (double)values["parameters"]!);
    }

    private async Task<JsonObject> Stage(string method)
    {
        var options = new PluginHostOptions { Folders = [folder.CreateSubdirectory("plugins").FullName], ShadowFolder = Path.Combine(folder.FullName, "shadows") };
        await using var host = new PluginHost(options);
        await host.AddAsync(new Entry(seen), "built.in");
        using var lease = host.Acquire();
        var source = RecipeReader.Read($"model: {{ family: small }}\ndata: {{ source: rows }}\nsteps: [ {method} ]\noutputs: []\n", "recipe.yaml");
        var run = Path.Combine(folder.FullName, "run");
        new Pipeline(new RunRequest(new RecipeBinder(lease.Parts).Bind(source), source, lease.Parts, run)).Run();
        return JsonNode.Parse(File.ReadLines(Path.Combine(run, "metrics.jsonl")).Last())!["values"]!.AsObject();
    }

    private sealed class Entry(List<(double Dense, double Original, double Model)> seen) : IPluginEntry
    {
        public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [
            new(typeof(IModelFamily), "small", "", "{}", _ => new SmallParts().Create(new Part<IModelFamily>("small"))),
            new(typeof(IDataSource), "rows", "", "{}", _ => new Rows()),
            new(typeof(IPruningMethod), "knows", "", "{}", _ => new Method(MadeUp)),
            new(typeof(IPruningMethod), "silent", "", "{}", _ => new Method(null)),
            new(typeof(IPruningMethod), "train", "", "{}", _ => new Trains()),
            new(typeof(IPruningMethod), "cut", "", "{}", _ => new Cuts()),
            new(typeof(IPruningMethod), "look", "", "{}", _ => new Looks(seen)),
            new(typeof(IPruningMethod), "times", "", "{}", _ => new Times()),
        ];
    }

    private sealed class Rows : IDataSource
    {
        public string Name => "rows";

        public ImageSet Load(DataSplit split, CancellationToken cancellation = default) => Toys.Images(24);
    }

    private sealed class Method(Evaluation? evaluation) : IPruningMethod
    {
        public string Name => "method";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken) =>
            new("done", new Dictionary<string, double>()) { Evaluation = evaluation };
    }

    private sealed class Trains : IPruningMethod
    {
        public string Name => "train";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
        {
            using var noGrad = no_grad();
            ((SmallNet)context.Model.Module).state_dict()["conv.bias"].add_(1);
            return new("done", new Dictionary<string, double>());
        }
    }

    private sealed class Cuts : IPruningMethod
    {
        public string Name => "cut";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
        {
            var widths = new Dictionary<IStructureGroup, int> { [context.Structure.Group("conv")] = 1 };
            context.Apply(new PruningPlanner(context.Model, context.Structure).PlanWidths(widths, group => [.. Enumerable.Range(0, group.Count).Select(unit => (double)unit)], "cut"));
            return new("done", new Dictionary<string, double>());
        }
    }

    /// <summary>The bias of the last unit, in a model fresh from its family, in the original and in the model as it is now.</summary>
    private sealed class Looks(List<(double Dense, double Original, double Model)> seen) : IPruningMethod
    {
        public string Name => "look";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
        {
            using var original = context.Original!().Module;
            seen.Add((seen.Count > 0 ? seen[0].Dense : Last(original) - 1, Last(original), Last(context.Model.Module)));
            return new("done", new Dictionary<string, double>());
        }

        private static double Last(nn.Module module) => module.state_dict()["conv.bias"][-1].item<float>();
    }

    /// <summary>Times the cut of two channels before it applies it.</summary>
    private sealed class Times : IPruningMethod
    {
        public string Name => "times";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
        {
            var group = context.Structure.Groups[0];
            var plan = new PruningPlanner(context.Model, context.Structure)
                .PlanWidths(new Dictionary<IStructureGroup, int> { [group] = group.Count - 2 }, null, "two");
            var times = context.RequireTimer().Measure(context.Model, plan, cancellationToken);
            Assert.Equal(group.Count, context.Structure.Groups[0].Count);
            context.Apply(plan);
            return new MethodResult("timed", new Dictionary<string, double> { ["ms"] = times.After.Median });
        }
    }
}
