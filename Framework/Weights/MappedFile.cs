using System.IO.MemoryMappedFiles;

namespace Espalier.Weights;

/// <summary>A file in memory as far as it is looked at. It is bounds-checked: what lies beyond its end is an error with its place.</summary>
internal sealed class MappedFile : IDisposable
{
    public const string Damaged = "The file is damaged or incomplete: get it again.";

    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;

    private MappedFile(string path, MemoryMappedFile map, MemoryMappedViewAccessor view, long length) =>
        (Path, this.map, this.view, Length) = (path, map, view, length);

    public string Path { get; }

    public long Length { get; }

    public static MappedFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new WeightFileException(path, null, "This is a folder.", "Name a file in it.");
        }

        try
        {
            return Map(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var missing = cause is FileNotFoundException or DirectoryNotFoundException;
            throw new WeightFileException(
                path,
                null,
                missing ? "There is no such file." : $"The file cannot be opened: {cause.Message}",
                missing ? "Check the path." : "Check the path and its permissions.",
                cause);
        }
    }

    /// <summary>Copies what lies at an offset.</summary>
    public void Read(long offset, Span<byte> target)
    {
        if (offset < 0 || target.Length > Length - offset)
        {
            throw Error(offset, $"The file ends after {Length} bytes; {target.Length} more are needed here.", Damaged);
        }

        view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, target);
    }

    /// <summary>A copy of what lies at an offset; nothing is allocated if the file does not hold it.</summary>
    public byte[] Bytes(long offset, int length)
    {
        if (offset < 0 || length < 0 || length > Length - offset)
        {
            throw Error(offset, $"The file ends after {Length} bytes; {length} more are needed here.", Damaged);
        }

        var bytes = new byte[length];
        Read(offset, bytes);
        return bytes;
    }

    public WeightFileException Error(long offset, string cause, string wayOut) => Error($"byte {offset}", cause, wayOut);

    public WeightFileException Error(string? place, string cause, string wayOut) => new(Path, place, cause, wayOut);

    public void Dispose()
    {
        view.Dispose();
        map.Dispose();
    }

    private static MappedFile Map(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
        try
        {
            if (stream.Length == 0)
            {
                throw new WeightFileException(path, null, "The file is empty.", Damaged);
            }

            var length = stream.Length;
            var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            try
            {
                return new MappedFile(path, map, map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
            }
            catch
            {
                map.Dispose();
                throw;
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
