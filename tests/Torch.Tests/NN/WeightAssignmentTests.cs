using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class WeightAssignmentTests
{
    [Fact]
    public void Weight_WhenAssigned_IsRegisteredInPlaceOfTheOld()
    {
        using var model = nn.Linear(3, 4);
        var weight = new Parameter(ones(2, 3));
        model.weight = weight;
        model.bias = new Parameter(zeros(2));
        Assert.Same(weight, model.get_parameter("weight"));
        Assert.Equal(["weight", "bias"], model.named_parameters().Select(part => part.name));
        using var result = model.forward(ones(1, 3));
        Assert.Equal([3f, 3f], result.data<float>().ToArray());
    }

    [Fact]
    public void Bias_SetToNull_IsRemoved()
    {
        using var model = nn.Conv2d(1, 2, 3);
        model.bias = null;
        Assert.Equal(["weight"], model.state_dict().Keys);
        using var result = model.forward(ones(1, 1, 3, 3));
        Assert.Equal([1, 2, 1, 1], result.shape);
    }

    [Fact]
    public void RunningMean_WhenAssigned_IsRegisteredInPlaceOfTheOld()
    {
        using var model = nn.BatchNorm2d(3);
        model.weight = new Parameter(ones(2));
        model.bias = new Parameter(zeros(2));
        model.running_mean = zeros(2);
        model.running_var = ones(2);
        model.eval();
        using var result = model.forward(ones(1, 2, 1, 1));
        Assert.Equal([1, 2, 1, 1], result.shape);
        Assert.Equal([2], model.state_dict()["running_mean"].shape);
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void Weight_WhenAssigned_DisposesOfTheOld()
    {
        using var model = nn.Linear(3, 4);
        var (weight, bias) = (model.weight, model.bias!);
        model.weight = new Parameter(ones(2, 3));
        model.bias = null;
        Assert.True(weight.IsInvalid && bias.IsInvalid);
        var kept = model.weight;
        model.weight = kept;
        Assert.False(kept.IsInvalid);
    }

    [Fact]
    public void Weight_MadeInDisposeScope_OutlivesIt()
    {
        using var model = nn.Linear(3, 4);
        using (NewDisposeScope())
        {
            model.weight = new Parameter(ones(2, 3));
        }

        Assert.Equal([2, 3], model.weight.shape);
    }

    [Fact]
    public void ShapeAttributes_OfLinear_FollowTheWeight()
    {
        using var model = nn.Linear(3, 4);
        model.weight = new Parameter(ones(2, 5));
        Assert.Equal((5, 2), (model.in_features, model.out_features));
        Assert.Throws<ArgumentException>(() => model.weight = new Parameter(ones(2)));
        Assert.Equal((5, 2), (model.in_features, model.out_features));
    }

    [Fact]
    public void ShapeAttributes_OfConvolutions_FollowTheWeight()
    {
        using var grouped = nn.Conv2d(4, 6, 3, groups: 2);
        Assert.Equal((4, 6), (grouped.in_channels, grouped.out_channels));
        grouped.weight = new Parameter(ones(2, 1, 3, 5));
        grouped.bias = new Parameter(zeros(2));
        Assert.Equal((2, 2), (grouped.in_channels, grouped.out_channels));
        Assert.Equal([3, 5], grouped.kernel_size);
        using var transposed = nn.ConvTranspose1d(4, 6, 3, groups: 2);
        transposed.weight = new Parameter(ones(2, 5, 3));
        Assert.Equal((2, 10), (transposed.in_channels, transposed.out_channels));
    }

    [Fact]
    public void ShapeAttributes_OfNormalizations_FollowTheWeight()
    {
        using var batch = nn.BatchNorm1d(4);
        batch.weight = new Parameter(ones(3));
        Assert.Equal(3, batch.num_features);
        using var plain = nn.BatchNorm1d(4, affine: false);
        plain.running_mean = zeros(2);
        Assert.Equal(2, plain.num_features);
        using var layer = nn.LayerNorm([4, 5]);
        layer.weight = new Parameter(ones(3, 5));
        layer.bias = new Parameter(zeros(3, 5));
        Assert.Equal([3, 5], layer.normalized_shape);
        using var result = layer.forward(ones(2, 3, 5));
        Assert.Equal([2, 3, 5], result.shape);
        using var group = nn.GroupNorm(2, 4);
        group.weight = new Parameter(ones(6));
        Assert.Equal(6, group.num_channels);
    }

    [Fact]
    public void ShapeAttributes_OfEmbedding_FollowTheWeight()
    {
        using var table = nn.Embedding(5, 3, padding_idx: 1);
        table.weight = new Parameter(ones(7, 2));
        Assert.Equal((7, 2), (table.num_embeddings, table.embedding_dim));
    }

    [Fact]
    public void SetPadding_OfConvolution_ChangesTheOutputsSize()
    {
        using var module = nn.Conv2d(1, 1, 3, padding_mode: PaddingModes.Reflect);
        module.SetPadding([1, 0]);
        using var padded = module.forward(ones(1, 1, 5, 5));
        Assert.Equal([1, 1, 5, 3], padded.shape);
        module.SetPadding(TorchSharp.Padding.Same);
        using var same = module.forward(ones(1, 1, 5, 5));
        Assert.Equal([1, 1, 5, 5], same.shape);
    }
#endif
}
