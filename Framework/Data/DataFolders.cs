namespace Espalier.Data;

/// <summary>Where data are looked for: the folder that is named; or else <c>ESPALIER_DATA</c>, the user's cache, and <c>shared/data</c> beside
/// the working directory or one of its parents.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="home">The user's folder.</param>
/// <param name="working">The working directory.</param>
public sealed class DataFolders(Func<string, string?> variable, string home, string working)
{
    /// <summary>Those of this process.</summary>
    public static DataFolders OfProcess => new(
        Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Directory.GetCurrentDirectory());

    /// <summary>The user's cache, where downloads go: <c>$XDG_CACHE_HOME/espalier</c>, or <c>~/.cache/espalier</c>.</summary>
    public string Cache => variable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
        ? Path.Combine(cache, "espalier")
        : Path.Combine(home, ".cache", "espalier");

    /// <summary>The places for a set of data, the first that counts first.</summary>
    /// <param name="folder">The set's folder in a data folder: <c>fashion-mnist</c>.</param>
    /// <param name="path">The folder that the user names; then it is the only place.</param>
    public IEnumerable<string> Places(string folder, string? path = null)
    {
        if (!string.IsNullOrEmpty(path))
        {
            yield return Path.GetFullPath(path, working);
            yield break;
        }

        if (variable("ESPALIER_DATA") is { Length: > 0 } data)
        {
            yield return Path.Combine(Path.GetFullPath(data, working), folder);
        }

        yield return Path.Combine(Cache, folder);
        for (var parent = Path.GetDirectoryName(Path.GetFullPath(working)); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            yield return Path.Combine(parent, "shared", "data", folder);
        }
    }

    /// <summary>The first place that holds the data; null if none does.</summary>
    /// <param name="folder">The set's folder in a data folder.</param>
    /// <param name="path">The folder that the user names; null: looked for.</param>
    /// <param name="holds">Whether a folder that exists holds the data.</param>
    public string? Find(string folder, string? path, Func<string, bool> holds) =>
        Places(folder, path).FirstOrDefault(place => Directory.Exists(place) && holds(place));

    /// <summary>The error for data that are nowhere.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="path">The folder that the user names; null: looked for.</param>
    /// <param name="file">What was looked for: <c>test_batch.bin</c>.</param>
    /// <param name="canDownload">Whether the source offers a download.</param>
    public DataException Missing(string source, string? path, string file, bool canDownload)
    {
        var places = string.Join(", ", Places(source, path));
        var download = canDownload ? $", or get the data with: espalier download {source}" : "";
        return new DataException($"{source}: there is no {file} in {places}. Set the source's `path` or ESPALIER_DATA{download}.");
    }
}
