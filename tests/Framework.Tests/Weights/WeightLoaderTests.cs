using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Weights into models: all or none.</summary>
public sealed class WeightLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Load_OwnWeights_GivesTheSameValues()
    {
        using var source = Model();
        using var target = Model();
        using var file = Saved(source.state_dict());

        var result = WeightLoader.Load(target, file);

        Assert.Empty(result.Missing);
        Assert.Equal(Bytes(source), Bytes(target));
    }

    [Fact]
    public void Load_AllThatIsWrong_IsOneErrorAndChangesNothing()
    {
        using var model = Model();
        var before = Bytes(model);
        var state = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        state["0.wieght"] = state["0.weight"];
        state.Remove("0.weight");
        state["0.bias"] = zeros(7);
        state["1.bias"] = zeros(3).to(ScalarType.Int64);
        using var file = Saved(state);

        var error = Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, file));

        Assert.Contains("1 missing in the file:\n  '0.weight' (did you mean '0.wieght'?)", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 not in the model:\n  '0.wieght'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'0.bias' has shape [7], and the model's '0.bias' [3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("'1.bias' holds Int64", error.Message, StringComparison.Ordinal);
        Assert.Contains("weights.rename", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(model));
    }

    [Fact]
    public void Load_NotFinite_SaysWhereAndChangesNothing()
    {
        using var model = Model();
        var before = Bytes(model);
        var state = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
        state["0.weight"][2, 1] = float.NaN;
        state["1.running_var"][0] = float.NegativeInfinity;
        using var file = Saved(state);

        var error = Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, file));

        Assert.Contains("'0.weight' is NaN in Float32 at [2, 1]", error.Message, StringComparison.Ordinal);
        Assert.Contains("'1.running_var' is infinite in Float32 at [0]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(model));
        WeightLoader.Load(model, file, options: new WeightLoadOptions { AllowNonFinite = true });
        Assert.True(float.IsNaN(model.state_dict()["0.weight"][2, 1].item<float>()));
    }

    [Fact]
    public void Load_TooLargeForTheParameter_IsInfinite()
    {
        using var model = nn.Linear(1, 1, hasBias: false);
        using var file = Saved(new() { ["weight"] = torch.tensor(1e300).reshape(1, 1) });

        Assert.Contains("infinite in Float32 at [0, 0]", Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void Load_OtherFloatingType_IsConverted(ScalarType type)
    {
        using var model = nn.Linear(2, 1, hasBias: false);
        using var file = Saved(new() { ["weight"] = torch.tensor(new[] { 0.5f, -3f }).reshape(1, 2).to(type) });

        WeightLoader.Load(model, file);

        Assert.Equal(ScalarType.Float32, model.weight!.dtype);
        Assert.Equal([0.5f, -3f], model.weight.data<float>().ToArray());
    }

    [Fact]
    public void Load_NoBatchCount_IsFine()
    {
        using var model = nn.BatchNorm1d(2);
        var state = model.state_dict().ToDictionary();
        state.Remove("num_batches_tracked");
        using var file = Saved(state);

        Assert.Equal(["num_batches_tracked"], WeightLoader.Load(model, file).Missing);
    }

    [Fact]
    public void Load_MissingAndSurplusAllowed_LoadsTheRest()
    {
        using var model = nn.Linear(1, 1);
        var bias = model.bias!.item<float>();
        using var file = Saved(new() { ["weight"] = full([1, 1], 5f), ["head"] = zeros(1) });

        var result = WeightLoader.Load(model, file, options: new WeightLoadOptions { AllowMissing = true, AllowSurplus = true });

        Assert.Equal((5f, bias), (model.weight!.item<float>(), model.bias!.item<float>()));
        Assert.Equal(["weight"], result.Loaded);
        Assert.Equal(["bias"], result.Missing);
        Assert.Equal(["head"], result.Surplus);
    }

    [Fact]
    public void Load_CommonPrefix_IsSuggested()
    {
        using var model = Model();
        using var file = Saved(model.state_dict().ToDictionary(pair => "state_dict.module." + pair.Key, pair => pair.Value));

        var error = Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, file));

        Assert.Contains("start with 'state_dict.module.': strip it with weights.rename", error.Message, StringComparison.Ordinal);
        WeightLoader.Load(model, file, new NameMapping([new NameRule.StripPrefix("state_dict."), new NameRule.StripPrefix("module.")]));
    }

    [Fact]
    public void Load_ManyProblems_ListsTenAndCounts()
    {
        using var model = nn.Linear(1, 1);
        var state = model.state_dict().Concat(Enumerable.Range(0, 25).Select(i => KeyValuePair.Create($"extra{i:00}", zeros(1)))).ToDictionary();
        using var file = Saved(state);

        var error = Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, file));

        Assert.Contains("25 not in the model:", error.Message, StringComparison.Ordinal);
        Assert.Contains("extra09", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("extra10", error.Message, StringComparison.Ordinal);
        Assert.Contains("and 15 more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SharedTensor_TakesEitherNameAndRefusesContradictions()
    {
        using var model = new Tied();
        using var both = Saved(new() { ["first.weight"] = full([2, 2], 3f), ["second.weight"] = full([2, 2], 3f) });
        using var one = Saved(new() { ["second.weight"] = full([2, 2], 4f) });
        using var contradiction = Saved(new() { ["first.weight"] = zeros(2, 2), ["second.weight"] = ones(2, 2) });

        WeightLoader.Load(model, both);
        Assert.Equal(12f, model.state_dict()["first.weight"].sum().item<float>());
        WeightLoader.Load(model, one);
        Assert.Equal(16f, model.state_dict()["first.weight"].sum().item<float>());
        Assert.Contains("differs", Assert.Throws<WeightFileException>(() => WeightLoader.Load(model, contradiction)).Message, StringComparison.Ordinal);
    }

    private static nn.Module<Tensor, Tensor> Model() => nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3));

    private static byte[] Bytes(nn.Module module) => [.. module.state_dict().OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.bytes.ToArray())];

    private IWeightFile Saved(Dictionary<string, Tensor> tensors)
    {
        var path = folder.At($"{Guid.NewGuid():N}");
        SafetensorsWriter.Write(path, tensors.Select(pair => (pair.Key, pair.Value)));
        return WeightFile.Open(path);
    }

    private sealed class Tied : nn.Module
    {
        public Tied()
            : base(nameof(Tied))
        {
            var weight = nn.Parameter(zeros(2, 2));
            register_module("first", new Part(weight));
            register_module("second", new Part(weight));
        }
    }

    private sealed class Part : nn.Module
    {
        public Part(TorchSharp.Modules.Parameter weight)
            : base(nameof(Part)) => register_parameter("weight", weight);
    }
}
