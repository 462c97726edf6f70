using System.Globalization;
using Espalier.Methods;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Reads what a training saved.</summary>
/// <param name="snapshot">The snapshot; its tensors belong to the host.</param>
internal sealed class SnapshotReader(StepSnapshot snapshot)
{
    /// <summary>A tensor that must be there.</summary>
    public Tensor Tensor(string name) => snapshot.Tensors.TryGetValue(name, out var tensor) ? tensor : throw Missing(name);

    /// <summary>A tensor that may be missing.</summary>
    public Tensor? FindTensor(string name) => snapshot.Tensors.GetValueOrDefault(name);

    /// <summary>A number that must be there.</summary>
    public double Number(string name) => FindNumber(name) ?? throw Missing(name);

    /// <summary>A number that may be missing.</summary>
    public double? FindNumber(string name) =>
        snapshot.Values.TryGetValue(name, out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text that may be missing.</summary>
    public string? FindText(string name) => snapshot.Values.GetValueOrDefault(name);

    /// <summary>A number as a snapshot keeps it, exactly.</summary>
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The error of a snapshot that lacks something.</summary>
    public static TrainingException Missing(string name) => new(
        $"The saved state of this training has no '{name}': it was saved with other options. Begin the run anew, or resume it with the recipe it had.");
}
