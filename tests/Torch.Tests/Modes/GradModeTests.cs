using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Modes;

/// <summary>Whether gradients are recorded: it nests, is each thread's own, and ends with its block.</summary>
public sealed class GradModeTests
{
    [Fact]
    public void NoGrad_InABlock_RecordsNothing()
    {
        using var weight = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using var result = weight * 2;
            Assert.False(result.requires_grad);
        }

        Assert.True(is_grad_enabled());
        using var recorded = weight * 2;
        Assert.True(recorded.requires_grad);
        Assert.False(recorded.is_leaf);
    }

    [Fact]
    public void EnableGrad_InsideNoGrad_RecordsAgain()
    {
        using (no_grad())
        {
            using (enable_grad())
                Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
            using (set_grad_enabled(false))
                Assert.False(is_grad_enabled());
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void NoGrad_WithException_EndsWithItsBlock()
    {
        Assert.ThrowsAny<Exception>(() =>
        {
            using var mode = no_grad();
            using var tensor = ones(2);
            _ = tensor.mm(tensor);
        });
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void NoGrad_OnOneThread_LeavesTheOthers()
    {
        using var mode = no_grad();
        var elsewhere = false;
        var thread = new Thread(() => elsewhere = is_grad_enabled());
        thread.Start();
        thread.Join();
        Assert.True(elsewhere);
    }

    [Fact]
    public void Detach_OfResult_CutsTheGraph()
    {
        using var scope = NewDisposeScope();
        var weight = ones(2, requires_grad: true);
        var loss = ((weight * 3).detach() * weight).sum();
        loss.backward();
        Assert.Equal([3f, 3f], weight.Gradient()!.data<float>().ToArray());
    }

    [Fact]
    public void Backward_Twice_AddsGradients()
    {
        using var scope = NewDisposeScope();
        var weight = ones(2, requires_grad: true);
        for (var i = 0; i < 2; i++)
            (weight * 3).sum().backward();
        Assert.Equal([6f, 6f], weight.Gradient()!.data<float>().ToArray());
    }

    [Fact]
    public void Gradient_BeforeBackward_IsNull()
    {
        using var weight = ones(2, requires_grad: true);
        Assert.Null(weight.Gradient());
    }
}
