using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Modes;

/// <summary>Inference mode: nothing is recorded, and its tensors never enter a graph.</summary>
public sealed class InferenceModeTests
{
    [Fact]
    public void InferenceMode_InABlock_RecordsNothing()
    {
        using var weight = ones(2, requires_grad: true);
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False(is_grad_enabled());
            using var result = weight * 2;
            Assert.False(result.requires_grad);
        }

        Assert.False(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void InferenceMode_Nested_RestoresTheOuterOne()
    {
        using (inference_mode())
        {
            using (inference_mode(false))
            {
                Assert.False(is_inference_mode_enabled());
                using var weight = ones(2, requires_grad: true);
                using var result = weight * 2;
                Assert.True(result.requires_grad);
            }

            Assert.True(is_inference_mode_enabled());
        }

        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void InferenceMode_AndNoGrad_NestEitherWay()
    {
        using (no_grad())
        {
            using (inference_mode())
                Assert.True(is_inference_mode_enabled());
            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
        {
            using (enable_grad())
                Assert.True(is_inference_mode_enabled());
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void InferenceTensor_InAGraph_ThrowsReadableError()
    {
        using var scope = NewDisposeScope();
        Tensor frozen;
        using (inference_mode())
            frozen = ones(2) * 2;
        var weight = ones(2, requires_grad: true);
        var error = Assert.ThrowsAny<ExternalException>(() => (weight * frozen).sum().backward());
        Assert.Contains("nference tensor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InferenceMode_OnOneThread_LeavesTheOthers()
    {
        using var mode = inference_mode();
        var elsewhere = true;
        var thread = new Thread(() => elsewhere = is_inference_mode_enabled());
        thread.Start();
        thread.Join();
        Assert.False(elsewhere);
    }
}
