using System.Text;
using Espalier.Planning;

namespace Espalier.Fuzzers.Targets;

/// <summary>Pruning plans.</summary>
internal sealed class PlanTarget : IFuzzTarget
{
    public string Name => "plan";

    public IReadOnlyList<byte[]> Seeds { get; } = [];

    public IReadOnlyList<byte[]> Words { get; } = WeightFileReading.Words(
        "\"", "{", "}", "[", "]", ",", ":", "null", "0-15,17", "0-2147483647", "2147483647-0", "-1", "1e9", "9999999999999999999", "\\ud800", "\"version\":1");

    public Type Refusal => typeof(PlanException);

    public void Read(byte[] input, string folder) => PlanJson.Read(Encoding.UTF8.GetString(input));
}
