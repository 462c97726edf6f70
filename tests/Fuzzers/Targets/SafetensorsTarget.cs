using System.Text;

namespace Espalier.Fuzzers.Targets;

/// <summary>Safetensors files.</summary>
internal sealed class SafetensorsTarget : IFuzzTarget
{
    public string Name => "safetensors";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        File("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8),
        File("""{"__metadata__":{"a":"b"},"a.b":{"dtype":"F64","shape":[1,2],"data_offsets":[0,16]},"c":{"dtype":"BOOL","shape":[],"data_offsets":[16,17]}}""", 17),
        File("""{"e":{"dtype":"BF16","shape":[0,3],"data_offsets":[0,0]},"i":{"dtype":"I64","shape":[2,1,2],"data_offsets":[0,32]}}   """, 32),
    ];

    public IReadOnlyList<byte[]> Words { get; } = WeightFileReading.Words(
        "\"", "{", "}", "[", "]", ",", ":", "\"dtype\":", "\"shape\":", "\"data_offsets\":", "\"F16\"", "\"C64\"", "\"F8_E5M2\"", "\"__metadata__\":{", "\\ud800", "\\u0000",
        "0", "-1", "1e9", "9223372036854775807", "18446744073709551616", "null", "true", "\u00FF\u00FE");

    public Type Refusal => WeightFileReading.Refusal;

    public void Read(byte[] input, string folder) => WeightFileReading.Read(input, folder);

    private static byte[] File(string header, int data) => [.. BitConverter.GetBytes((long)header.Length), .. Encoding.ASCII.GetBytes(header), .. new byte[data]];
}
