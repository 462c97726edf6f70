using System.Text;
using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Fuzzers.Targets;

/// <summary>Pruning plans.</summary>
internal sealed class PlanTarget : IFuzzTarget
{
    public string Name => "plan";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(PlanJson.Write(new PruningPlan(
            "Net",
            "abc",
            "def",
            [InputSpec.Of(2, 3, 8, 8)],
            [new PlanStep("first", [new PlanCut("conv1", 16, [1, 2, 3, 7])])],
            [new PlanSlice("conv1.weight", 0, 16, [0, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15])],
            [new PlanField("conv1.out_channels", 16, 12)]))),
    ];

    public IReadOnlyList<byte[]> Words { get; } = WeightFileReading.Words(
        "\"", "{", "}", "[", "]", ",", ":", "null", "0-15,17", "0-2147483647", "0-1048575", "0-999999", "2147483647-0", "-1", "1e9", "9999999999999999999", "\\ud800", "\"version\":1");

    public Type Refusal => typeof(PlanException);

    public void Read(byte[] input, string folder) => PlanJson.Read(Encoding.UTF8.GetString(input));
}
