using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Torch.Tests.Training;

/// <summary>What PyTorch makes of a model: losses, then the loss in evaluation mode and the norms of parameters and buffers.</summary>
public sealed record TrainingCase(string Name, string Dtype, double[] Losses, double FinalLoss, Dictionary<string, double> Norms);

/// <summary>The numbers of all parameters, one after the other, after each step of an optimizer.</summary>
public sealed record OptimizerCase(string Name, string Dtype, double[][] Steps);

/// <summary>The rates of all groups, and their momentums where they change, at each step of a schedule.</summary>
public sealed record SchedulerCase(string Name, double[][] Rates, double[][]? Momentums);

/// <summary>The content of training.json.</summary>
public sealed record TrainingReference(TrainingCase[] Training, OptimizerCase[] Optimizers, SchedulerCase[] Schedulers)
{
    private static readonly Lazy<TrainingReference> Loaded = new(Load);

    /// <summary>The file, read once.</summary>
    public static TrainingReference File => Loaded.Value;

    private static TrainingReference Load()
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "training.json"));
        return JsonSerializer.Deserialize(stream, TrainingJson.Default.TrainingReference)
            ?? throw new InvalidDataException("training.json is empty.");
    }
}

/// <summary>Reads the reference file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainingReference))]
internal sealed partial class TrainingJson : JsonSerializerContext;
