namespace Espalier.Plugins.Data.Tests;

/// <summary>A test that needs a published set, and is skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(string folder)
    {
        if (Environment.GetEnvironmentVariable("ESPALIER_DATA") is not { Length: > 0 } data || !Directory.Exists(Path.Combine(data, folder)))
        {
            Skip = $"ESPALIER_DATA does not name a folder with {folder}.";
        }
    }
}
