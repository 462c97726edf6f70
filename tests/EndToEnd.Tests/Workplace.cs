namespace Espalier.EndToEnd.Tests;

/// <summary>A folder of a user's, with recipes for generated images and a tiny network.</summary>
public sealed class Workplace : IDisposable
{
    private const string Data = "data: { source: { generated: { classes: 4, size: 12, train: 256, test: 128 } }, batch: 32, evaluation-batch: 64 }\n";
    private const string Model = "model: { family: { resnet-cifar: { depth: 8, width: 4 } } }\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("espalier-e2e-");

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>A recipe that cuts half of all channels and fine-tunes.</summary>
    public string Prune(int epochs = 2) => Write(
        "prune.yaml",
        Model + Data + $"seed: 3\nthreads: 1\nsteps:\n  - train: {{ epochs: {epochs} }}\n  - channel: {{ ratio: 0.5 }}\n  - finetune: {{ epochs: {epochs} }}\n");

    /// <summary>A recipe with the tiny network and its data and other steps.</summary>
    public string Recipe(string steps, string name = "recipe.yaml") => Write(name, Model + Data + "threads: 1\n" + steps + "\n");

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, string text)
    {
        var path = At(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A path in the folder.</summary>
    public string At(params string[] names) => Path.Combine([Folder, .. names]);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
