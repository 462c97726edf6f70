using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static Espalier.Torch.Tests.NN.InitReference;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

/// <summary>
/// First values are PyTorch's for the same seed (see Reference/make_init.py). Seeds are the process's, so nothing runs beside these.
/// </summary>
public sealed class InitializationTests
{
    private static readonly Dictionary<string, Func<nn.Module>> Modules = new()
    {
        ["linear"] = () => nn.Linear(5, 3),
        ["linear-no-bias"] = () => nn.Linear(5, 3, hasBias: false),
        ["conv1d"] = () => nn.Conv1d(4, 6, 3, groups: 2),
        ["conv2d"] = () => nn.Conv2d(3, 4, (3, 2)),
        ["conv3d"] = () => nn.Conv3d(2, 3, 2),
        ["conv-transpose1d"] = () => nn.ConvTranspose1d(3, 4, 3),
        ["conv-transpose2d"] = () => nn.ConvTranspose2d(4, 6, 2, groups: 2),
        ["bilinear"] = () => nn.Bilinear(3, 4, 2),
        ["embedding"] = () => nn.Embedding(6, 4, padding_idx: 2),
        ["embedding-bag"] = () => nn.EmbeddingBag(6, 4),
        ["batch-norm2d"] = () => nn.BatchNorm2d(3),
        ["batch-norm1d-plain"] = () => nn.BatchNorm1d(3, affine: false),
        ["instance-norm2d"] = () => nn.InstanceNorm2d(3, affine: true, track_running_stats: true),
        ["layer-norm"] = () => nn.LayerNorm([2, 3]),
        ["group-norm"] = () => nn.GroupNorm(2, 4),
#if !TORCHSHARP_0_99 // The oldest version has another signature.
        ["prelu"] = () => nn.PReLU(3),
#endif
        ["attention"] = () => nn.MultiheadAttention(4, 2),
        ["attention-sizes"] = () => nn.MultiheadAttention(4, 2, kdim: 3, vdim: 5),
        ["attention-bias-kv"] = () => nn.MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true),
        ["sequence"] = () => nn.Sequential(
            nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Tensors = new()
    {
        ["uniform"] = t => nn.init.uniform_(t, -2, 3),
        ["normal"] = t => nn.init.normal_(t, 1, 2),
        ["trunc-normal"] = t => nn.init.trunc_normal_(t, 0.5, 2, -1, 3),
        ["constant"] = t => nn.init.constant_(t, 0.3),
        ["eye"] = nn.init.eye_,
        ["dirac1d"] = nn.init.dirac_,
        ["dirac2d"] = nn.init.dirac_,
        ["xavier-uniform"] = t => nn.init.xavier_uniform_(t, 2),
#if TORCHSHARP_SYSTEM // TorchSharp's own xavier_normal_ is xavier_uniform_.
        ["xavier-normal"] = t => nn.init.xavier_normal_(t, 2),
#endif
        ["kaiming-uniform"] = t => nn.init.kaiming_uniform_(t, 0.1),
        ["kaiming-normal"] = t => nn.init.kaiming_normal_(
            t, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU),
        ["orthogonal-wide"] = t => nn.init.orthogonal_(t, 2),
        ["orthogonal-tall"] = t => nn.init.orthogonal_(t),
        ["orthogonal-4d"] = t => nn.init.orthogonal_(t),
        ["sparse"] = t => nn.init.sparse_(t, 0.4, 0.5),
    };

    private static readonly Dictionary<string, Func<MultiheadAttention, Tuple<Tensor, Tensor>>> Attention = new()
    {
        ["self"] = m => Wave(0, 3, 2, 4) is var x ? m.call(x, x, x) : null!,
        ["cross"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 4), Wave(2, 3, 2, 4)),
        ["padding"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 4), Wave(2, 3, 2, 4), Padding),
        ["masked"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 4), Wave(2, 3, 2, 4), Padding, true, Causal),
        ["added"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 4), Wave(2, 3, 2, 4), attn_mask: Wave(0, 4, 4, 3)),
        ["sizes"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 3), Wave(2, 3, 2, 5)),
        ["bias-kv"] = m => m.call(Wave(0, 4, 2, 4), Wave(1, 3, 2, 4), Wave(2, 3, 2, 4), Padding, true, Causal),
    };

    public static TheoryData<string> ModuleNames => [.. Modules.Keys];

    public static TheoryData<string> TensorNames => [.. Tensors.Keys];

    public static TheoryData<string> AttentionNames => [.. Attention.Keys];

    private static Tensor Padding => tensor([false, false, true, false, true, false]).reshape(2, 3);

    private static Tensor Causal => ones(4, 3).triu(1).to(ScalarType.Bool);

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Constructor_WithSeed_DrawsPyTorchsValues(string name)
    {
        var expected = InitReference.File.Modules[name];
        manual_seed(42);
        using var module = Modules[name]();
        var state = module.state_dict();
        Assert.Equal(expected.Keys.Order(), state.Keys.Order());
        Assert.All(expected, part => AssertClose(part.Value, state[part.Key]));
    }

    [Theory]
    [MemberData(nameof(TensorNames))]
    public void Initializer_WithSeed_DrawsPyTorchsValues(string name)
    {
        var expected = InitReference.File.Tensors[name];
        manual_seed(42);
        using var filled = empty(expected.Shape);
        Assert.Same(filled, Tensors[name](filled));
        AssertClose(expected.Data, filled);
    }

    [Theory]
    [MemberData(nameof(AttentionNames))]
    public void Attention_WithSeed_GivesPyTorchsResults(string name)
    {
        using var scope = NewDisposeScope();
        var expected = InitReference.File.Attention[name];
        manual_seed(42);
        using var module = (MultiheadAttention)Modules[name is "sizes" or "bias-kv" ? $"attention-{name}" : "attention"]();
        var (result, weights) = Attention[name](module);
        AssertClose(expected.Result, result);
        AssertClose(expected.Weights, weights);
    }

    [Fact]
    public void CalculateFanInAndFanOut_OfConvolution_CountsTheKernel()
    {
        using var weight = empty(6, 4, 3, 2);
        Assert.Equal((24, 36), nn.init.CalculateFanInAndFanOut(weight));
        using var vector = empty(3);
        Assert.Throws<ArgumentException>(() => nn.init.CalculateFanInAndFanOut(vector));
    }

    [Fact]
    public void CalculateGain_OfFunctions_IsPyTorchs()
    {
        Assert.Equal(1, nn.init.calculate_gain(nn.init.NonlinearityType.Conv2D));
        Assert.Equal(Math.Sqrt(2), nn.init.calculate_gain(nn.init.NonlinearityType.ReLU), 1e-12);
        Assert.Equal(5.0 / 3, nn.init.calculate_gain(nn.init.NonlinearityType.Tanh), 1e-12);
        Assert.Equal(Math.Sqrt(2 / 1.04), nn.init.calculate_gain(nn.init.NonlinearityType.LeakyReLU, 0.2), 1e-12);
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void Uniform_WithGenerator_LeavesTheDefaultOneAlone()
    {
        manual_seed(1);
        using var expected = rand(3);
        manual_seed(1);
        using var other = empty(5);
        nn.init.uniform_(other, generator: new Generator(7));
        using var actual = rand(3);
        Assert.True(expected.HasValuesOf(actual));
    }
#endif
}
