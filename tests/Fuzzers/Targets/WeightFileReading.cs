using System.Text;
using Espalier.Weights;

namespace Espalier.Fuzzers.Targets;

/// <summary>What the targets for weight files share.</summary>
internal static class WeightFileReading
{
    public static Type Refusal => typeof(WeightFileException);

    /// <summary>Opens the input as a file and reads every tensor.</summary>
    public static void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "weights");
        File.WriteAllBytes(path, input);
        using var file = WeightFile.Open(path);
        foreach (var entry in file.Tensors)
        {
            file.Read(entry.Name).Dispose();
        }
    }

    /// <summary>A checkpoint of the tests.</summary>
    public static byte[] Sample(string name)
    {
        using var stream = typeof(WeightFileReading).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Texts as bytes, a character each.</summary>
    public static byte[][] Words(params string[] words) => [.. words.Select(Encoding.Latin1.GetBytes)];
}
