using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Errors;

/// <summary>A wrong call is one readable exception, which names the operator and what it was given; the process goes on.</summary>
public sealed class ErrorTests
{
    /// <summary>Calls that cannot work, and what the messages must hold.</summary>
    public static TheoryData<string, Action, string[]> WrongCalls() => new()
    {
        { "shapes of mm", () => ones(2, 3).mm(ones(2, 3)), ["aten::mm", "Float[2, 3]"] },
        { "shapes of add", () => ones(2, 3).add(ones(4)), ["aten::add", "Float[2, 3]", "Float[4]"] },
        { "dimensions of matmul", () => ones(3).matmul(ones(4)), ["aten::matmul", "Float[3]", "Float[4]"] },
        { "channels of conv2d", () => nn.functional.conv2d(ones(1, 3, 8, 8), ones(4, 2, 3, 3)), ["conv2d", "Float[1, 3, 8, 8]", "Float[4, 2, 3, 3]"] },
        { "features of linear", () => nn.Linear(4, 2).forward(ones(1, 5)), ["aten::linear", "Float[1, 5]", "Float[2, 4]"] },
        { "element count of reshape", () => ones(6).reshape(4, 2), ["aten::reshape", "Float[6]", "[4, 2]"] },
        { "shapes of cat", () => cat([ones(2, 2), ones(3, 3)], 1), ["aten::cat", "Float[2, 2]", "Float[3, 3]"] },
        { "broadcast in place", () => ones(1).add_(ones(3)), ["aten::add_", "Float[1]", "Float[3]"] },
        { "dtypes of mm", () => ones(2, 2).mm(ones(2, 2, ScalarType.Float64)), ["aten::mm", "Float[2, 2]", "Double[2, 2]"] },
        { "dtype in place", () => ones(2, ScalarType.Int64).add_(ones(2)), ["aten::add_", "Long[2]", "Float[2]"] },
        { "dtype of an index", () => ones(3).gather(0, ones(1)), ["aten::gather", "Float[1]"] },
        { "dtype of a mean", () => ones(3, ScalarType.Int64).mean(), ["aten::mean", "Long[3]"] },
        { "gradient of integers", () => ones(3, ScalarType.Int64).requires_grad_(), ["floating point"] },
        { "index out of range", () => _ = ones(3)[5], ["aten::select", "Float[3]", "5"] },
        { "negative index out of range", () => _ = ones(3, 3)[0, -4], ["aten::select", "Float[3]", "-4"] },
        { "too many indices", () => _ = ones(3)[0, 0], ["aten::select"] },
        { "index tensor out of range", () => ones(3).index_select(0, tensor(new[] { 7L })), ["aten::index_select", "Float[3]"] },
        { "gathered index out of range", () => _ = ones(3)[tensor(new[] { 7L })], ["aten::index", "Float[3]", "7"] },
        { "class out of range", () => nn.functional.cross_entropy(ones(1, 3), tensor(new[] { 9L })), ["aten::cross_entropy_loss", "9"] },
        { "embedding out of range", () => nn.Embedding(3, 2).forward(tensor(new[] { 9L })), ["aten::embedding"] },
        { "dimension out of range", () => ones(3).sum(2), ["aten::sum", "Float[3]", "2"] },
        { "einsum with an unknown sign", () => einsum("i?j,jk->ik", ones(2, 2), ones(2, 2)), ["aten::einsum", "i?j,jk->ik"] },
        { "einsum with too few tensors", () => einsum("ij,jk->ik", ones(2, 2)), ["aten::einsum", "ij,jk->ik"] },
        { "einsum with other sizes", () => einsum("ij,jk->ik", ones(2, 3), ones(2, 3)), ["aten::einsum", "Float[2, 3]"] },
        { "negative size", () => zeros(-1), ["aten::zeros", "-1"] },
        { "impossible size", () => zeros(1L << 50), ["aten::zeros", "memory"] },
        { "backward of a vector", () => ones(2, requires_grad: true).backward(), ["scalar"] },
        { "backward without graph", () => ones([]).backward(), ["does not require grad"] },
        { "leaf changed in place", () => ones(2, requires_grad: true).add_(1), ["aten::add_", "leaf"] },
        { "decomposition of no matrix", () => linalg.qr(ones(3)), ["aten::linalg_qr", "Float[3]"] },
        { "cholesky of an indefinite matrix", () => linalg.cholesky(-eye(2)), ["aten::linalg_cholesky", "positive-definite"] },
        { "value of many elements", () => ones(2).ToSingle(), ["2 elements"] },
    };

    [Theory]
    [MemberData(nameof(WrongCalls), DisableDiscoveryEnumeration = true)]
    public void WrongCall_OfAnyKind_ThrowsOneReadableError(string what, Action call, string[] expected)
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<ExternalException>(call);
        Assert.All(expected, part =>
            Assert.True(error.Message.Contains(part, StringComparison.Ordinal), $"{what}: '{part}' is not in: {error.Message}"));
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".cpp:", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, ones(3).sum().ToSingle());
    }

    [Fact]
    public void Cuda_WithoutCuda_ThrowsOneReadableError()
    {
        if (cuda.is_available())
            return;
        var error = Assert.ThrowsAny<Exception>(() => zeros(2, device: CUDA));
        Assert.Contains("CUDA", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 600, error.Message);

        using var tensor = ones(2);
        error = Assert.ThrowsAny<Exception>(() => tensor.to(device("cuda:0")));
        Assert.Contains("CUDA", error.Message, StringComparison.Ordinal);
        Assert.False(TryInitializeDeviceType(DeviceType.CUDA));
    }

    [Fact]
    public void Data_OfAnotherType_NamesBoth()
    {
        using var tensor = ones(2);
        var error = Assert.ThrowsAny<ArgumentException>(() => tensor.data<double>());
        Assert.Contains("Float32", error.Message, StringComparison.Ordinal);
        Assert.Contains("Double", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_InTheMiddleOfTraining_LeavesTheModelUsable()
    {
        using var model = nn.Linear(3, 1);
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        for (var i = 0; i < 20; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            if (i % 2 == 0)
            {
                Assert.ThrowsAny<ExternalException>(() => model.forward(ones(2, 4)));
                continue;
            }

            model.forward(ones(2, 3)).pow(2).mean().backward();
            optimizer.step();
        }

        using var result = model.forward(ones(1, 3));
        Assert.True(Math.Abs(result.ToSingle()) < 0.1);
    }
}
