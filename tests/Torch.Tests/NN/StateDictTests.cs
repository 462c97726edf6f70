using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class StateDictTests
{
    [Fact]
    public void StateDict_OfModel_HoldsTheTensorsThemselves()
    {
        using var model = new Branches();
        var state = model.state_dict();
        Assert.Same(model.get_parameter("scale"), state["scale"]);
        Assert.Same(model.get_buffer("offset"), state["offset"]);
        Assert.Equal(6, state.Count);
    }

    [Fact]
    public void StateDict_WithPrefix_PrependsIt()
    {
        using var model = nn.Linear(2, 2);
        Assert.Equal(["net.weight", "net.bias"], model.state_dict(prefix: "net").Keys);
    }

    [Fact]
    public void LoadStateDict_OfAnotherModel_CopiesAllValues()
    {
        using var source = new Branches();
        using var target = new Branches();
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        foreach (var (key, tensor) in source.state_dict())
        {
            Assert.True(tensor.HasValuesOf(target.state_dict()[key]), key);
            Assert.NotSame(tensor, target.state_dict()[key]);
        }
    }

    [Fact]
    public void LoadStateDict_NotStrict_ReportsMissingAndUnexpectedNames()
    {
        using var model = nn.Linear(2, 2);
        using var weight = full([2, 2], 7f);
        using var extra = ones(1);
        var (missing, unexpected) = model.load_state_dict(new() { ["weight"] = weight, ["extra"] = extra }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.True(weight.HasValuesOf(model.weight!));
    }

    [Fact]
    public void LoadStateDict_SkippedNames_AreLeftAlone()
    {
        using var source = nn.Linear(2, 2);
        using var target = nn.Linear(2, 2);
        using var bias = target.bias!.clone();
        target.load_state_dict(source.state_dict(), skip: ["bias"]);
        Assert.True(source.weight!.HasValuesOf(target.weight!));
        Assert.True(bias.HasValuesOf(target.bias));
    }

    [Fact]
    public void LoadStateDict_Strict_ThrowsOnOtherNames()
    {
        using var model = nn.Linear(2, 2);
        using var weight = ones(2, 2);
        Assert.Throws<InvalidOperationException>(() => model.load_state_dict(new() { ["weight"] = weight }));
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void LoadStateDict_ThatDoesNotFit_NamesAllProblemsAndChangesNothing()
    {
        using var model = new Branches();
        var before = model.state_dict().ToDictionary(part => part.Key, part => part.Value.clone());
        var source = model.state_dict().ToDictionary(part => part.Key, part => zeros_like(part.Value));
        source.Remove("offset");
        source["extra"] = ones(1);
        source["scale"] = ones(5);
        source["second.weight"] = ones(1, 4);
        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(source));
        string[] problems =
            ["missing: offset", "unexpected: extra", "scale has shape [4], and [5]", "second.weight has shape [4, 4], and [1, 4]"];
        Assert.All(problems, problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));

        Assert.All(before, part => Assert.True(part.Value.HasValuesOf(model.state_dict()[part.Key]), part.Key));
    }

    [Fact]
    public void LoadStateDict_OtherShapeNotStrict_Throws()
    {
        using var model = nn.Linear(2, 3);
        using var weight = ones(1, 2);
        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(new() { ["weight"] = weight }, strict: false));
        Assert.Contains("[3, 2]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bias", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadStateDict_DisposedTensor_NamesIt()
    {
        using var model = nn.Linear(2, 3);
        var weight = ones(3, 2);
        weight.Dispose();
        var error = Assert.Throws<ArgumentException>(() => model.load_state_dict(new() { ["weight"] = weight }, strict: false));
        Assert.Contains("weight", error.Message, StringComparison.Ordinal);
    }
#endif

    [Fact]
    public void LoadStateDict_OtherDtype_IsConverted()
    {
        using var model = nn.Linear(2, 2);
        using var weight = full([2, 2], 1.5, float64);
        model.load_state_dict(new() { ["weight"] = weight }, strict: false);
        Assert.Equal(float32, model.weight!.dtype);
        Assert.All(model.weight.data<float>().ToArray(), number => Assert.Equal(1.5f, number));
    }
}
