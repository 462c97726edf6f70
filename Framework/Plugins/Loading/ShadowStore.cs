using System.Security.Cryptography;

namespace Espalier.Plugins;

/// <summary>
/// Copies of plugins' files, from which they are loaded, so that the originals can be replaced at any time. What is copied is what was checked: the hashes are
/// those of the copies. Copies that a process left behind are removed by the next one.
/// </summary>
internal sealed class ShadowStore : IDisposable
{
    private const string LockName = ".lock";

    private readonly string session;
    private readonly FileStream sessionLock;

    public ShadowStore(string root)
    {
        Directory.CreateDirectory(root);
        RemoveLeftovers(root);
        session = Path.Combine(root, Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(session);
        sessionLock = new FileStream(Path.Combine(session, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Copies a plugin.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="generation">Tells the copies of one plugin apart.</param>
    /// <returns>The folder of the copy.</returns>
    /// <exception cref="PluginException">A file is missing or is not what the manifest says.</exception>
    public string Copy(string folder, PluginManifest manifest, int generation)
    {
        var copy = Path.Combine(session, $"{manifest.Id}-{generation}");
        try
        {
            foreach (var file in manifest.Files)
            {
                CopyFile(folder, copy, file, manifest.Id);
            }
        }
        catch
        {
            Remove(copy);
            throw;
        }

        return copy;
    }

    /// <summary>Removes a copy as far as the system lets it; the rest goes with the next start.</summary>
    public static void Remove(string copy)
    {
        try
        {
            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sessionLock.Dispose();
        Remove(session);
    }

    private static void CopyFile(string folder, string copy, PluginFile file, string plugin)
    {
        var from = Path.Combine(folder, file.Path);
        var to = Path.Combine(copy, file.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            using var written = File.OpenRead(to);
            var hash = Convert.ToHexString(SHA256.HashData(written));
            if (!hash.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new PluginException(
                    $"Plugin '{plugin}': {from} is not the file that {PluginManifest.FileName} names (its SHA-256 is {hash[..12].ToLowerInvariant()}..., not "
                    + $"{file.Sha256[..12].ToLowerInvariant()}...). It was changed after the plugin was built, or is being written now: install or build the plugin again.");
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"Plugin '{plugin}': {from} cannot be copied to {copy}: {cause.Message} Install or build the plugin again.");
        }
    }

    // A process holds the lock of its folder as long as it lives; a folder whose lock can be had is nobody's.
    private static void RemoveLeftovers(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            try
            {
                using (new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.Write, FileShare.None))
                {
                }

                Remove(folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
