using Espalier.Models.Tests.Reference;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Models.Tests;

/// <summary>What holds for every model and block.</summary>
public sealed class ZooTests
{
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void GivesTheRightShape(string name)
    {
        var zoo = Zoo.All[name];
        using var scope = NewDisposeScope();
        using var model = Noise.Fill(zoo.Make());
        model.eval();
        var output = Zoo.Run(model, zoo.Tensors());
        Assert.Equal(zoo.Output, output.shape);
        Assert.True(output.isfinite().all().item<bool>());
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void EveryParameterLearns(string name)
    {
        var zoo = Zoo.All[name];
        using var scope = NewDisposeScope();
        using var model = Noise.Fill(zoo.Make());
        model.train();
        var loss = Zoo.Run(model, zoo.Tensors()).square().mean();
        var parameters = model.parameters().ToList<Tensor>();
        var gradients = autograd.grad([loss], parameters, allow_unused: true);
        Assert.All(gradients, gradient => Assert.False(gradient is null || gradient.IsInvalid));
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void KeepsNoTensorOfARun(string name)
    {
        var zoo = Zoo.All[name];
        using var gradients = no_grad();
        using var model = zoo.Make();
        using var scope = NewDisposeScope();
        var inputs = zoo.Tensors();
        var before = scope.DisposablesCount;
        Zoo.Run(model, inputs);
        Assert.Equal(before + 1, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void IsTheSameAfterSavingAndLoading(string name)
    {
        var zoo = Zoo.All[name];
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using var saved = Noise.Fill(zoo.Make());
        using var loaded = zoo.Make();
        saved.eval();
        loaded.eval();
        saved.save(stream);
        loaded.load(new MemoryStream(stream.ToArray()));
        Assert.True(Zoo.Run(saved, zoo.Tensors()).Equals(Zoo.Run(loaded, zoo.Tensors())));
    }
}
