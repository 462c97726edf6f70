using Espalier.Weights.Checkpoints;

namespace Espalier.Weights;

/// <summary>Opens weight files of every format that is known here.</summary>
public static class WeightFile
{
    private const string Formats = "Weights are read from safetensors files and from PyTorch checkpoints (torch.save).";

    /// <summary>Opens a file. Its format is told by its content, not by its name; no tensor's data is read yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which part of it to show, and what of it is taken apart; all of it as it is if left out.</param>
    /// <exception cref="WeightFileException">It cannot be read, is damaged, or asks for more than tensors and plain containers.</exception>
    public static IWeightFile Open(string path, WeightFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new WeightFileOptions();
        var file = MappedFile.Open(path);
        try
        {
            var whole = Open(file, options.Section);
            return options.Split.Count == 0 ? whole : new SplitWeightFile(whole, options.Split);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static IWeightFile Open(MappedFile file, string section)
    {
        var start = file.Bytes(0, (int)Math.Min(file.Length, 9));
        return start switch
        {
            // First: its leading length may look like anything.
            [_, _, _, _, _, _, _, _, (byte)'{'] => new SafetensorsFile(file, section),
            [(byte)'P', (byte)'K', 3, 4, ..] => ZipCheckpoint.Open(file, section),
            [0x80, _, ..] => LegacyCheckpoint.Open(file, section),
            [0x1F, 0x8B, ..] => throw file.Error(null, "This is a gzip archive.", "Unpack it first."),
            [0xFD, (byte)'7', (byte)'z', ..] => throw file.Error(null, "This is an xz archive.", "Unpack it first."),
            [0x89, (byte)'H', (byte)'D', (byte)'F', ..] => throw file.Error(null, "This is an HDF5 file.", Formats),
            _ => throw file.Error("byte 0", "This is no weight file that is known here.", Formats),
        };
    }
}
