using Espalier.Recipes;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Weights;

/// <summary>One layer of a file as several.</summary>
public sealed class SplitWeightFileTests : IDisposable
{
    private static readonly SplitRule Qkv = new("attn.qkv", ["q", "k", "v"]);

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Open_FusedLayer_ShowsItsRowsAsLayers()
    {
        using var file = Saved(Fused(), Qkv);

        Assert.Equal(
            ["0.attn.k.bias", "0.attn.k.weight", "0.attn.proj.weight", "0.attn.q.bias", "0.attn.q.weight", "0.attn.v.bias", "0.attn.v.weight"],
            file.Tensors.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal([2, 2], file.Tensors.Single(entry => entry.Name == "0.attn.k.weight").Shape);
        Assert.Equal([4f, 5, 6, 7], file.Read("0.attn.k.weight").data<float>().ToArray());
        Assert.Equal([4f, 5], file.Read("0.attn.v.bias").data<float>().ToArray());
        Assert.Equal([9f], file.Read("0.attn.proj.weight").data<float>().ToArray());
    }

    [Fact]
    public void Load_FusedIntoSeparateLayers_ComputesTheSame()
    {
        using var fused = nn.Linear(4, 6);
        using var first = nn.Linear(4, 3);
        using var second = nn.Linear(4, 3);
        using var separate = nn.Sequential(("first", first), ("second", second));
        using var file = Saved(new Dictionary<string, Tensor> { ["both.weight"] = fused.weight!, ["both.bias"] = fused.bias! }, new SplitRule("both", ["first", "second"]));

        WeightLoader.Load(separate, file);

        var input = randn(2, 4);
        Assert.True(cat([first.forward(input), second.forward(input)], 1).allclose(fused.forward(input)));
    }

    [Fact]
    public void Open_NoSuchLayer_SaysWhich()
    {
        var error = Assert.Throws<WeightFileException>(() => Saved(Fused(), new SplitRule("tn.qkv", ["q", "k", "v"])));
        Assert.Contains("No layer's path ends with 'tn.qkv'.", error.Message, StringComparison.Ordinal);
        Assert.Contains("weights.split", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RowsThatCannotBeDivided_SaysTheShape()
    {
        var error = Assert.Throws<WeightFileException>(() => Saved(Fused(), new SplitRule("attn.qkv", ["a", "b", "c", "d"])));
        Assert.Contains("'0.attn.qkv.", error.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be divided into 4 parts of equally many rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NameThatIsTaken_SaysWhich()
    {
        var state = Fused();
        state["0.attn.q.weight"] = zeros(1);
        var error = Assert.Throws<WeightFileException>(() => Saved(state, Qkv));
        Assert.Contains("'0.attn.q.weight', which the file has already", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("q", "q")]
    [InlineData("q", "")]
    public void Problems_PartsWithoutNamesOfTheirOwn_AreOne(params string[] into) =>
        Assert.Single(new SplitSection { Layer = "attn.qkv", Into = into }.Problems());

    private static Dictionary<string, Tensor> Fused() => new()
    {
        ["0.attn.qkv.weight"] = arange(12, dtype: float32).reshape(6, 2),
        ["0.attn.qkv.bias"] = arange(6, dtype: float32),
        ["0.attn.proj.weight"] = full(1, 1, 9),
    };

    private IWeightFile Saved(Dictionary<string, Tensor> state, params SplitRule[] rules)
    {
        var path = folder.At("weights.safetensors");
        SafetensorsWriter.Write(path, state.Select(pair => (pair.Key, pair.Value)));
        return WeightFile.Open(path, new WeightFileOptions { Split = rules });
    }
}
