namespace Espalier.Fuzzers.Targets;

/// <summary>Checkpoints of torch.save before PyTorch 1.6: pickles one after the other.</summary>
internal sealed class PickleTarget : IFuzzTarget
{
    /// <summary>Pieces of pickles.</summary>
    public static IReadOnlyList<byte[]> Pieces { get; } = WeightFileReading.Words(
        "(", ".", "0", "1", "2", "N", "}", "]", ")", "t", "d", "l", "e", "a", "s", "u", "\u0085", "\u0086", "\u0087", "\u0088", "\u0089", "\u0094", "h\0", "q\0", "j\0\0\0\0",
        "r\u00FF\u00FF\u00FF\u007F", "p0\n", "g0\n", "Q", "R", "b", "\u0081", "\u0082\u0001", "\u008F", "\u0090", "\u0091", "\u0093", "\u0080\u0004",
        "cos\nsystem\n", "(ios\nsystem\n", "ctorch._utils\n_rebuild_tensor_v2\n", "ctorch._utils\n_rebuild_parameter\n", "ccollections\nOrderedDict\n", "c_codecs\nencode\n",
        "c__builtin__\nset\n", "c__builtin__\ncomplex\n", "ctorch\nSize\n", "ctorch\nDoubleStorage\n", "I99999999999999999999\n", "L123L\n", "F1e999\n", "S'a'\n", "Va\n",
        "\u008A\u0008\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u007F", "J\u00FF\u00FF\u00FF\u00FF", "M\u00FF\u00FF", "K\0", "X\u0001\0\0\0a", "\u008E\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u007F",
        "G\u007F\u00F0\0\0\0\0\0\0", "2\u00862\u00862\u00862\u00862\u0086", "((((((((");

    public string Name => "pickle";

    public IReadOnlyList<byte[]> Seeds { get; } = [WeightFileReading.Sample("small.th"), WeightFileReading.Sample("legacy.th")];

    public IReadOnlyList<byte[]> Words => Pieces;

    public Type Refusal => WeightFileReading.Refusal;

    public void Read(byte[] input, string folder) => WeightFileReading.Read(input, folder);
}
