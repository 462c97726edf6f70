using System.Text.Json.Serialization;
using Espalier.Attention;

namespace Espalier.Reports;

/// <summary>What the model cost and could do at one moment of a run: before it, after each step. What was not measured is null.</summary>
/// <param name="Name">The moment in a few words: <c>dense</c>, <c>1 channel</c>, <c>2 finetune</c>.</param>
/// <param name="Parameters">The numbers in all parameters.</param>
/// <param name="Macs">The multiply-accumulate operations of one forward pass of one sample.</param>
/// <param name="Bytes">The size of the parameters in bytes.</param>
public sealed record ReportStage(string Name, long Parameters, long Macs, long Bytes)
{
    /// <summary>The weights that are not held to zero by a mask; null where there are no masks.</summary>
    public long? NonZeroParameters { get; init; }

    /// <summary>The measured time of a forward pass.</summary>
    public Latency? Latency { get; init; }

    /// <summary>How far the scores of each attention layer are from the dense model's; empty for that model itself, and where nothing attends.</summary>
    public IReadOnlyList<AttentionScoreError> AttentionErrors { get; init => field = value ?? []; } = [];

    /// <summary>The mean of <see cref="AttentionErrors"/> over all heads; null where there are none.</summary>
    [JsonIgnore]
    public double? AttentionError => AttentionErrors.Count == 0 ? null : AttentionErrors.SelectMany(layer => layer.Heads).Average();

    /// <summary>The accuracy on the data of the evaluation, in percent.</summary>
    public double? AccuracyPercent { get; init; }

    /// <summary>The loss on the data of the evaluation.</summary>
    public double? Loss { get; init; }
}
