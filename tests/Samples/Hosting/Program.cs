// Prunes a network inside another program. Arguments: the folder with the plugins, a folder for the results.
using System.Runtime.CompilerServices;
using Espalier.Checkpoints;
using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Structures;
using Espalier.Training;
using Espalier.Weights;
using Microsoft.Extensions.Logging;
using TorchSharp;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

torch.set_num_threads(1);
using var logs = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Information).AddSimpleConsole(options => options.SingleLine = true));
await using var host = new PluginHost(new PluginHostOptions { Folders = [args[0]], Logs = logs });
foreach (var plugin in await host.LoadAllAsync(stop.Token))
{
    if (plugin.Error is { } error)
    {
        Console.Error.WriteLine(error);
    }
}

try
{
    var checkpoint = Path.Combine(args[1], "half.safetensors");
    Job.Prune(host, checkpoint, logs, stop.Token);
    Job.Use(host, checkpoint, stop.Token);
    Job.Recipe(host, Path.Combine(args[1], "run"), stop.Token);
}
catch (Exception error) when (error is RecipeException or PluginException or DataException or WeightFileException or TraceException
    or PlanException or CriterionException or TrainingException or RunException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

foreach (var plugin in host.Plugins.Reverse())
{
    Console.WriteLine(await host.UnloadAsync(plugin.Id, stop.Token));
}

return 0;

// What a job made of plugins' parts is gone when its method returns: the compiler keeps locals of an async method alive, and with them the plugins.
internal static class Job
{
    private const string Images = "{ classes: 3, size: 12, train: 1024, test: 300 }";

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Prune(PluginHost host, string checkpoint, ILoggerFactory logs, CancellationToken stop)
    {
        using var lease = host.Acquire();
        using var data = Read(lease.Parts, stop);

        // A family's model; with a class of your own, TracedModel.Trace(new Mlp(), InputSpec.Of(1, 784)).
        var origin = new ModelOrigin("resnet-cifar", Options("{ depth: 8, width: 8 }"), RunData.RequestOf(data));
        torch.manual_seed(1);
        var made = lease.Parts.Create(new Part<IModelFamily>(origin.Family, origin.Options)).Create(origin.Request);
        using var module = made.Module;
        using var masks = new WeightMasks();
        var context = new MethodContext(TracedModel.Trace(module, made.Inputs))
        {
            Data = data,
            Parts = lease.Parts,
            Seed = 1,
            Masks = masks,
            Log = logs.CreateLogger("prune"),
        };
        new Trainer(context, Training(epochs: 8, rate: 0.1)).Run(stop);
        Print("trained", context.Model, data, stop);

        // Scores of all units, then the cut that leaves half of the MACs: as the method 'channel' does it.
        var criterion = lease.Parts.Create(new Part<IImportanceCriterion>("taylor"));
        var images = CalibrationData.For(context, criterion, new CalibrationOptions { Images = 128 }, stop);
        var scores = new ScoringSession(context.Model, context.Structure, images).Score(criterion, cancellationToken: stop);
        IStructureGroup[] groups = [.. context.Structure.Groups.Where(group => group.Granularity != StructureGranularity.Block)];
        var found = new BudgetSearch(context.Model, context.Structure, new CostModel(context.Model, context.Structure)).Find(
            new BudgetRequest(Budget.Part(CostMeasure.Macs, 0.5), [groups], group => ScoreNormalization.Mean.Apply(scores[group])));
        context.Apply(found.Plan);
        Print("cut", context.Model, data, stop);

        new Trainer(context, Training(epochs: 3, rate: 0.05)).Run(stop);
        Print("fine-tuned", context.Model, data, stop);
        Checkpoint.Save(checkpoint, context.Model, masks, new CheckpointMetadata(origin, found.Plan, context.Model.Inputs, context.Model.Fingerprint)
        {
            Classes = data.Test.Classes,
            Normalization = data.Test.Normalization,
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Use(PluginHost host, string checkpoint, CancellationToken stop)
    {
        using var lease = host.Acquire();
        using var loaded = Checkpoint.Load(checkpoint, lease.Parts);
        using var data = Read(lease.Parts, stop);
        Print("loaded", loaded.Model, data, stop);

        using var scope = torch.NewDisposeScope();
        using var inference = torch.no_grad();
        var model = (torch.nn.Module<torch.Tensor, torch.Tensor>)loaded.Model.Module;
        var image = loaded.Metadata.Normalization!.Apply(data.Test.Images.narrow(0, 0, 1));
        Console.WriteLine($"the first image is a {loaded.Metadata.Classes[(int)model.call(image).argmax(1).item<long>()]}");
    }

    // The same from a recipe, with its folder, resuming and report.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Recipe(PluginHost host, string folder, CancellationToken stop)
    {
        using var lease = host.Acquire();
        var text = RecipeReader.Read(
            $$"""
            model: { family: { resnet-cifar: { depth: 8, width: 8 } } }
            data: { source: { generated: {{Images}} }, batch: 32 }
            threads: 1
            steps: [ { train: { epochs: 2 } }, { channel: { macs: 0.5 } }, { finetune: { epochs: 1 } } ]
            """, "hosted.yaml");
        var recipe = new RecipeBinder(lease.Parts).Bind(text);
        var report = new Pipeline(new RunRequest(recipe, text, lease.Parts, folder) { Resume = RunFolder.Look(folder).Exists }).Run(stop);
        Console.WriteLine($"{report.Title}: {report.Stages[0].Macs} -> {report.Stages[^1].Macs} MACs");
    }

    private static ModelData Read(IPartFactory parts, CancellationToken stop)
    {
        var source = parts.Create(new Part<IDataSource>("generated", Options(Images)));
        return new ModelData(source.Load(DataSplit.Train, stop), null, source.Load(DataSplit.Test, stop), new DataSettings { Batch = 32 });
    }

    private static TrainingOptions Training(int epochs, double rate) =>
        new() { Epochs = epochs, LearningRate = rate, Augmentation = new AugmentationOptions { HorizontalFlip = true } };

    private static RecipeNode Options(string text) => RecipeReader.Read(text, "options");

    private static void Print(string what, TracedModel model, ModelData data, CancellationToken stop)
    {
        var counts = ModelCounts.Of(model);
        var evaluation = new Evaluator(data, torch.CPU).Evaluate(model, data.Test, cancellationToken: stop);
        Console.WriteLine(FormattableString.Invariant($"{what}: {counts.Macs} MACs, {counts.Parameters} parameters, {evaluation.AccuracyPercent:F2} %"));
    }
}
