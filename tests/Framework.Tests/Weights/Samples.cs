using System.Text;
using Espalier.Weights;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Files that the tests read, as bytes.</summary>
internal static class Samples
{
    /// <summary>A checkpoint that PyTorch wrote (Files/README.md says how).</summary>
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Weights", "Files", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    /// <summary>A safetensors file by hand: the header's text as it is, then data.</summary>
    public static byte[] Safetensors(string header, params byte[] data) =>
        [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];

    /// <summary>A legacy checkpoint whose object is this pickle, given as text (a character is a byte), with one float storage 'k' of 4.</summary>
    public static byte[] Legacy(string pickle) =>
    [
        .. Latin("\u0080\u0002\u008A\n\u006C\u00FC\u009C\u0046\u00F9\u0020\u006A\u00A8\u0050\u0019."),
        .. Latin("\u0080\u0002M\u00E9\u0003."),
        .. Latin("\u0080\u0002}X\u000D\0\0\0little_endian\u0088s."),
        .. Latin(pickle),
        .. Latin("\u0080\u0002]X\u0001\0\0\0ka."),
        .. BitConverter.GetBytes(4L),
        .. new[] { 1f, 2f, 3f, 4f }.SelectMany(BitConverter.GetBytes),
    ];

    /// <summary>The pickled call that rebuilds a tensor over storage 'k', without what ends a pickle.</summary>
    public static string Tensor(string offset = "K\0", string shape = "K\u0004\u0085", string strides = "K\u0001\u0085", string elements = "K\u0004") =>
        $"ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\0kX\u0003\0\0\0cpu{elements}tQ{offset}{shape}{strides}\u0089NtR";

    /// <summary>The error that reading all of a file gives.</summary>
    public static WeightFileException Error(byte[] file, string section = "")
    {
        using var folder = new TemporaryFolder();
        return Assert.Throws<WeightFileException>(() => ReadAll(folder.File("weights.bin", file), section));
    }

    /// <summary>Opens a file and reads every tensor.</summary>
    public static void ReadAll(string path, string section = "")
    {
        using var file = WeightFile.Open(path, new WeightFileOptions { Section = section });
        foreach (var entry in file.Tensors)
        {
            using var tensor = file.Read(entry.Name);
            Assert.Equal(entry.Shape, tensor.shape);
            Assert.Equal(entry.DType, tensor.dtype);
        }
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
