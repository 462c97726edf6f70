using System.Text.Json.Nodes;
using Espalier.Data;
using Espalier.Framework.Tests.Training;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Training;

namespace Espalier.Framework.Tests.Runs;

/// <summary>A run inside this process.</summary>
public sealed class PipelineTests : IDisposable
{
    private static readonly Evaluation MadeUp = new(24, 0.125, 12.5, 62.5);

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

    private async Task<JsonObject> Stage(string method)
    {
        var options = new PluginHostOptions { Folders = [folder.CreateSubdirectory("plugins").FullName], ShadowFolder = Path.Combine(folder.FullName, "shadows") };
        await using var host = new PluginHost(options);
        await host.AddAsync(new Entry(), "built.in");
        using var lease = host.Acquire();
        var source = RecipeReader.Read($"model: {{ family: small }}\ndata: {{ source: rows }}\nsteps: [ {method} ]\noutputs: []\n", "recipe.yaml");
        var run = Path.Combine(folder.FullName, "run");
        new Pipeline(new RunRequest(new RecipeBinder(lease.Parts).Bind(source), source, lease.Parts, run)).Run();
        return JsonNode.Parse(File.ReadLines(Path.Combine(run, "metrics.jsonl")).Last())!["values"]!.AsObject();
    }

    private sealed class Entry : IPluginEntry
    {
        public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [
            new(typeof(IModelFamily), "small", "", "{}", _ => new SmallParts().Create(new Part<IModelFamily>("small"))),
            new(typeof(IDataSource), "rows", "", "{}", _ => new Rows()),
            new(typeof(IPruningMethod), "knows", "", "{}", _ => new Method(MadeUp)),
            new(typeof(IPruningMethod), "silent", "", "{}", _ => new Method(null)),
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
}
