using Espalier.Models.Tests.Reference;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Models.Tests;

/// <summary>What single models promise beyond the answers of PyTorch's.</summary>
public sealed class ModelTests
{
    [Fact]
    public void SplitAttentionEqualsFusedAttention()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var fused = Noise.Fill(Transformer(AttentionKind.Fused));
        using var split = Transformer(AttentionKind.Split);
        var state = FusedWeights.Split(fused.state_dict());
        split.load_state_dict(state);

        var input = Noise.Input(2, 3, 16, 16);
        Assert.True(fused.forward(input).allclose(split.forward(input), 1e-5, 1e-5));
        var joined = FusedWeights.Join(split.state_dict());
        Assert.All(fused.state_dict(), entry => Assert.True(entry.Value.Equals(joined[entry.Key])));
        Assert.Equal(fused.state_dict().Count, joined.Count);
    }

    [Fact]
    public void SharedKeysEqualRepeatedKeys()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var grouped = Noise.Fill(new GroupedQueryAttention(24, 6, 2));
        using var plain = new GroupedQueryAttention(24, 6, 6);
        var state = grouped.state_dict();
        foreach (var name in new[] { "k_proj.weight", "v_proj.weight" })
        {
            state[name] = state[name].reshape(2, 1, 4, 24).expand(2, 3, 4, 24).reshape(24, 24);
        }

        plain.load_state_dict(state);
        var input = Noise.Input(2, 7, 24);
        Assert.True(grouped.forward(input).allclose(plain.forward(input), 1e-5, 1e-5));
    }

    [Fact]
    public void ATokenSeesNoLaterOnes()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = Noise.Fill(new LanguageModel(30, 12, 16));
        var before = model.forward(tensor(new long[,] { { 3, 1, 4, 1, 5 } }));
        var after = model.forward(tensor(new long[,] { { 3, 1, 4, 7, 5 } }));
        Assert.True(before.narrow(1, 0, 3).Equals(after.narrow(1, 0, 3)));
        Assert.False(before.select(1, 3).Equals(after.select(1, 3)));
    }

    [Fact]
    public void TheLastLayerOfALanguageModelIsItsEmbedding()
    {
        using var model = new LanguageModel(30, 12, 16);
        Assert.Equal(["tokens.weight"], model.state_dict().Where(entry => entry.Value.shape is [30, 16]).Select(entry => entry.Key));
    }

    [Fact]
    public void ATransformerOf22BillionParametersHasShapesWithoutWeights()
    {
        using var model = new VisionTransformer(224, 14, 1000, 6144, 48, 48, 4, device: META);
        Assert.InRange(model.parameters().Sum(parameter => parameter.numel()), 21_700_000_000, 22_000_000_000);
        Assert.All(model.parameters(), parameter => Assert.Equal(DeviceType.META, parameter.device_type));
    }

    [Fact]
    public void ShiftedWindowsSeeAcrossTheirBordersButNotAcrossTheMaps()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var attention = Noise.Fill(new WindowAttention(12, 3, 8, 4, shifted: true));
        var input = Noise.Input(1, 8, 8, 12);
        var changed = input.clone();
        changed[0, 4, 4] = changed[0, 4, 4] + 1;
        var difference = (attention.forward(input) - attention.forward(changed)).abs().amax(3).select(0, 0);

        // (4, 4) shares a shifted window with rows and columns 2 to 5 alone.
        var touched = difference > 0;
        Assert.True(touched.narrow(0, 2, 4).narrow(1, 2, 4).all().item<bool>());
        Assert.Equal(16, touched.sum().item<long>());

        // The corner comes together with the three other corners by the roll, and must not see them.
        changed = input.clone();
        changed[0, 0, 0] = changed[0, 0, 0] + 1;
        touched = (attention.forward(input) - attention.forward(changed)).abs().amax(3).select(0, 0) > 0;
        Assert.Equal(4, touched.sum().item<long>());
        Assert.True(touched.narrow(0, 0, 2).narrow(1, 0, 2).all().item<bool>());
    }

    public static TheoryData<Func<nn.Module>> Mistakes =>
    [
        () => new Mlp(5),
        () => new CifarResNet(21),
        () => new ResNet([2, 2, 2], false),
        () => new ShuffleNetV2([4, 8], [24, 48, 96, 192, 1024]),
        () => new ShuffleUnit(8, 9, 2),
        () => new VisionTransformer(225),
        () => new VisionTransformer(heads: 7),
        () => new GroupedQueryAttention(24, 5, 2),
        () => new WindowAttention(12, 3, 9, 4, false),
        () => new SwinTransformer(224, [2, 2], [3]),
        () => new SeNet([]),
    ];

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void SaysWhatIsWrong(Func<nn.Module> mistake) => Assert.ThrowsAny<ArgumentException>(() => mistake());

    private static VisionTransformer Transformer(AttentionKind attention) => new(16, 4, 10, 24, 2, 3, attention: attention);
}
