using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class ContainerTests
{
    [Fact]
    public void Sequential_OfModules_NamesThemByPosition()
    {
        using var model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 1)));
        Assert.Equal(["0", "1", "2", "2.0"], model.named_modules().Select(part => part.name));
        Assert.Equal(["0.bias", "0.weight", "2.0.bias", "2.0.weight"], model.state_dict().Keys.Order());
        Assert.Equal(3, model.Count);
        Assert.IsType<ReLU>(model[1]);
    }

    [Fact]
    public void Sequential_Slice_SharesTheModules()
    {
        using var model = nn.Sequential(("a", nn.Linear(2, 3)), ("b", nn.ReLU()), ("c", nn.Linear(3, 1)));
        var part = model[1..];
        Assert.Equal(["b", "c"], part.named_children().Select(child => child.name));
        Assert.Same(model[2], part[1]);
        Assert.Equal(2, model[(null, 2)].Count);
    }

    [Fact]
    public void Sequential_Append_RunsTheModuleLast()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Flatten());
        Assert.Same(model, model.append(nn.Softmax(1)).append("last", nn.Threshold(0.9, 0)));
        Assert.Equal(["0", "1", "last"], model.named_children().Select(child => child.name));
        Assert.Equal([0f, 0f, 0f, 0f], model.call(ones(1, 2, 2)).data<float>().ToArray());
    }

    [Fact]
    public void Sequential_Empty_PassesItsInputOn()
    {
        using var model = nn.Sequential();
        using var input = ones(2);
        using var result = model.call(input);
        Assert.True(input.HasValuesOf(result));
    }

    [Fact]
    public void Sequential_Forward_KeepsNoTensorsButTheResult()
    {
        using var model = nn.Sequential(nn.Flatten(), nn.Linear(4, 4), nn.ReLU(inplace: true), nn.Dropout(), nn.Linear(4, 2));
        using var scope = NewDisposeScope();
        var input = ones(1, 2, 2);
        var before = scope.DisposablesCount;
        model.call(input);
        Assert.Equal(before + 1, scope.DisposablesCount);
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void ModuleList_OfModules_NamesThemByPosition()
    {
        using var model = new Hull();
        var list = nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Linear(2, 2), nn.ReLU());
        list.Add(nn.Linear(2, 1));
        model.register_module("layers", list);
        Assert.Equal(["layers", "layers.0", "layers.1", "layers.2"], model.named_modules().Select(part => part.name));
        Assert.Equal(3, list.Count);
        Assert.Equal(
            ["layers.0.weight", "layers.0.bias", "layers.2.weight", "layers.2.bias"], model.named_parameters().Select(part => part.name));
    }

    [Fact]
    public void ModuleDict_OfModules_NamesThemByKey()
    {
        using var model = new Hull();
        var parts = nn.ModuleDict<nn.Module<Tensor, Tensor>>(("b", nn.ReLU()), ("a", nn.Linear(1, 1)));
        model.register_module("parts", parts);
        Assert.Equal(["parts", "parts.b", "parts.a"], model.named_modules().Select(part => part.name));
        Assert.IsType<Linear>(parts["a"]);
        Assert.True(parts.ContainsKey("b"));
        Assert.False(parts.TryGetValue("c", out _));
    }

    [Fact]
    public void ParameterContainers_OfParameters_NameThem()
    {
        using var model = new Hull();
        model.register_module("list", nn.ParameterList(new Parameter(ones(1)), new Parameter(ones(2))));
        model.register_module("dict", nn.ParameterDict(("b", new Parameter(ones(3))), ("a", new Parameter(ones(4)))));
        Assert.Equal(["list.0", "list.1", "dict.b", "dict.a"], model.named_parameters().Select(part => part.name));
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void Sequential_ModuleThatPassesItsInputOn_KeepsTheResult()
    {
        using var model = nn.Sequential(nn.ReLU(), new PassOn(), new PassOn());
        using var input = ones(2);
        using var result = model.call(input);
        Assert.False(result.IsInvalid);
        using var only = nn.Sequential(new PassOn(), new PassOn());
        Assert.Same(input, only.call(input));
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void Sequential_NameWithDot_Throws()
    {
        Assert.Throws<ArgumentException>(() => nn.Sequential(("a.b", nn.ReLU())));
        Assert.Throws<InvalidOperationException>(() => nn.Sequential(("a", nn.ReLU()), ("a", nn.ReLU())));
    }

    [Fact]
    public void ModuleList_Changes_RenameTheModules()
    {
        using var list = nn.ModuleList<nn.Module>(nn.Linear(1, 2), nn.ReLU(), nn.Linear(1, 3));
        list.Insert(0, nn.Tanh());
        list.RemoveAt(1);
        list[1] = nn.Linear(1, 4);
        Assert.Equal(["0", "1", "2"], list.named_children().Select(part => part.name));
        Assert.Equal(["1.weight", "1.bias", "2.weight", "2.bias"], list.named_parameters().Select(part => part.name));
        Assert.Throws<ArgumentNullException>(() => list.Add(null!));
        Assert.Throws<InvalidOperationException>(() => list.Add(list));
        Assert.Equal(3, list.Count);
        Assert.Equal(list, list.children());
    }

    [Fact]
    public void ModuleDict_Changes_KeepTheOrder()
    {
        using var parts = nn.ModuleDict<nn.Module>(("a", nn.ReLU()), ("b", nn.ReLU()), ("c", nn.ReLU()));
        parts["b"] = nn.Linear(1, 1);
        Assert.True(parts.Remove("a"));
        Assert.False(parts.Remove("a"));
        Assert.Throws<ArgumentException>(() => parts.Add("x.y", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => parts.Add("b", nn.ReLU()));
        Assert.Equal(["b", "c"], parts.keys());
        Assert.Equal(["b", "c"], parts.named_children().Select(part => part.name));
    }
#endif
}
