namespace Espalier.EndToEnd.Tests;

/// <summary>Compares the folders of two runs.</summary>
internal static class Files
{
    /// <summary>Weights, plan and metrics are the same to the bit.</summary>
    public static void Same(string expected, string actual)
    {
        foreach (var name in new[] { "model.safetensors", "plan.json", "metrics.jsonl" })
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(expected, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, name))), $"{name} differs");
        }
    }
}
