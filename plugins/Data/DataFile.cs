using System.IO.Compression;
using Espalier.Data;
using Espalier.Plugins.Data.Xz;

namespace Espalier.Plugins.Data;

/// <summary>A file that may be packed: as it is, with <c>.gz</c> or with <c>.xz</c>.</summary>
internal static class DataFile
{
    private static readonly string[] Endings = ["", ".gz", ".xz"];

    /// <summary>The path of a file or of its packed form; null where there is neither.</summary>
    public static string? Find(string folder, string name) =>
        Endings.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists);

    /// <summary>The unpacked bytes.</summary>
    /// <param name="path">The ending says how it is packed.</param>
    /// <param name="limit">The most bytes there may be.</param>
    /// <exception cref="DataException">It cannot be read, is damaged, or is larger than that.</exception>
    public static byte[] Read(string path, int limit)
    {
        try
        {
            switch (Path.GetExtension(path))
            {
                case ".xz":
                    return XzFile.Unpack(File.ReadAllBytes(path), limit);
                case ".gz":
                    using (var file = File.OpenRead(path))
                    using (var unpacked = new GZipStream(file, CompressionMode.Decompress))
                    {
                        return Read(unpacked, path, limit);
                    }

                default:
                    using (var file = File.OpenRead(path))
                    {
                        return Read(file, path, limit);
                    }
            }
        }
        catch (XzException exception)
        {
            throw new DataException($"{path}: {exception.Message}. Get the file again, or unpack it with: xz -dk {path}", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message} Get the file again, or give another path.", exception);
        }
    }

    /// <summary>All bytes of a stream; memory grows with the data, not with what they promise.</summary>
    /// <exception cref="DataException">There are more than the limit.</exception>
    public static byte[] Read(Stream stream, string name, int limit)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > limit)
            {
                throw new DataException($"{name}: it has more than the {limit} bytes that are expected. Get the file again, or give another path.");
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}
