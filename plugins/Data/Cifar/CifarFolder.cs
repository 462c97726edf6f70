using System.Formats.Tar;
using System.IO.Compression;
using Espalier.Data;

namespace Espalier.Plugins.Data.Cifar;

/// <summary>The batch files of a folder: loose, in the folder that the archive unpacks to, or in the archive itself.</summary>
/// <param name="folder">Where to look.</param>
internal sealed class CifarFolder(string folder)
{
    /// <summary>The archive that the authors publish.</summary>
    public const string Archive = "cifar-10-binary.tar.gz";

    private const string Unpacked = "cifar-10-batches-bin";

    /// <summary>Whether all of some files are there.</summary>
    public bool Holds(IReadOnlyList<string> names) => File.Exists(ArchivePath) || names.All(name => Find(name) is not null);

    private string ArchivePath => Path.Combine(folder, Archive);

    /// <summary>Reads files, in the order asked for.</summary>
    /// <param name="names">Which.</param>
    /// <param name="limit">The most bytes of each.</param>
    /// <param name="use">Gets the number of the file, its path and its bytes; may be called by several threads at once.</param>
    /// <param name="cancellation">Stops between files.</param>
    public void Read(IReadOnlyList<string> names, int limit, Action<int, string, byte[]> use, CancellationToken cancellation)
    {
        if (names.Any(name => Find(name) is null))
        {
            ReadArchive(names, limit, use, cancellation);
            return;
        }

        // Unpacking takes a second per file, so files are read side by side.
        var results = new Exception?[names.Count];
        Parallel.For(0, names.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) }, i =>
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                var path = Find(names[i])!;
                use(i, path, DataFile.Read(path, limit));
            }
            catch (Exception exception) when (exception is DataException or OperationCanceledException)
            {
                results[i] = exception;
            }
        });
        cancellation.ThrowIfCancellationRequested();
        if (results.FirstOrDefault(static exception => exception is DataException) is { } error)
        {
            throw error;
        }
    }

    private string? Find(string name) => DataFile.Find(folder, name) ?? DataFile.Find(Path.Combine(folder, Unpacked), name);

    private void ReadArchive(IReadOnlyList<string> names, int limit, Action<int, string, byte[]> use, CancellationToken cancellation)
    {
        var missing = new HashSet<string>(names);
        try
        {
            using var file = File.OpenRead(ArchivePath);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var archive = new TarReader(unpacked);
            while (missing.Count > 0 && archive.GetNextEntry() is { } entry)
            {
                cancellation.ThrowIfCancellationRequested();
                var name = Path.GetFileName(entry.Name);
                if (entry.DataStream is { } data && missing.Remove(name))
                {
                    var path = $"{ArchivePath}, {entry.Name}";
                    use(names.Index().First(item => item.Item == name).Index, path, DataFile.Read(data, path, limit));
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DataException($"{ArchivePath} cannot be read: {exception.Message} Get the file again, or give another path.", exception);
        }

        if (missing.Count > 0)
        {
            throw new DataException($"{ArchivePath}: there is no {missing.Order().First()} in it. Get the file again, or give another path.");
        }
    }
}
