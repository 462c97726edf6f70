using Espalier.Torch.Tests.Reference;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Tensors made from nothing, from arrays and after the model of others.</summary>
internal static class CreationOperators
{
    private const ScalarType D = ScalarType.Float64;

    private static readonly Device On = TestDevice.Current;

    public static readonly OperatorTable Table = new()
    {
        { "zeros",
            _ => [zeros(2, 3), zeros(2, dtype: int64), zeros(1, 2, 3, dtype: D, device: On), zeros(2, 1, 2, 1, dtype: @bool)],
            _ => [zeros(new long[] { 2, 3 }, device: On), zeros([2], dtype: int64), zeros([1, 2, 3], D), zeros([2, 1, 2, 1], @bool)] },
        { "ones",
            _ => [ones(2, 3), ones(2, dtype: int32), ones(1, 2, 3, dtype: D, device: On), ones(3, dtype: float16)],
            _ => [ones([2L, 3L]), ones([2L], int32), ones([1L, 2L, 3L], D), ones([3L], float16)] },
        { "full",
            _ => [full(2, 3, 1.25, dtype: D, device: On), full(2, 7, dtype: int64), full(2, 1, 0.5f, dtype: float32)],
            _ => [full([2, 3], 1.25, D), full([2], 7, int64), full([2, 1], 0.5, float32)] },
        { "eye", _ => [eye(3, device: On), eye(2, 4, D)] },
        { "arange", _ => [arange(5, device: On), arange(2, 9, 3), arange(0.0, 1.0, 0.25, D), arange(1, 4, float32)] },
        { "linspace", _ => [linspace(-1, 1, 5, D, On), linspace(0, 3, 4)] },
        { "logspace", _ => [logspace(-1, 2, 4, dtype: D)] },
        { "tensor_scalars", _ => [tensor(1.5), tensor(2.5f), tensor(7L), tensor(3), tensor(true, device: On)] },
        { "tensor_from_arrays", _ => [
            tensor(new[] { 1.5, -2.0, 0.25 }, device: On), tensor(new[] { 1.5f, -2.0f }), tensor(new long[] { 3, -1 }),
            tensor(new[] { 3, -1 }), tensor(new byte[] { 7, 200 }), tensor(new[] { true, false })] },
        { "tensor_from_shaped_arrays", _ => [
            tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }), tensor(new float[,,] { { { 1 }, { 2 } } }),
            tensor(new long[,] { { 1, 2 }, { 3, 4 } }), tensor(new double[] { 1, 2, 3, 4, 5, 6 }, 2, 3)] },
        { "tensor_with_dtype", _ => [
            tensor(new[] { 1.5, -2.0 }, float32), tensor(new[] { 1.0f, 0.0f }, dtype: D), tensor(new long[] { 2, 3 }, dtype: int32)] },
        { "from_array", _ => [from_array(new[] { 1.5, -2.0 }), from_array(new long[,] { { 1, 2 }, { 3, 4 } })] },
        { "like",
            x => [x[0].zeros_like(), x[0].ones_like(), x[0].full_like(2.5), x[0].empty_like().fill_(1.5)],
            x => [zeros_like(x[0]), ones_like(x[0]), full_like(x[0], 2.5), empty_like(x[0]).fill_(1.5)] },
        { "like_dtype", x => [x[0].zeros_like(), ones_like(x[0], dtype: ScalarType.Float32)] },
        { "new", x => [x[0].new_zeros(2, 2), x[0].new_ones(3, 1), x[0].new_full([2, 1], 2.5)] },
        { "tril_triu_of_ones", _ => [ones(3, 3, dtype: @bool).tril(), ones(3, 4, dtype: @bool).triu(1)] },
        { "tril_triu_indices", _ => [tril_indices(3, 3, 0), triu_indices(3, 4, 1)] },
        { "one_hot", x => [F.one_hot(x[0], 5), F.one_hot(x[0])] },
        { "scalar_to_tensor", x => [x[0] * tensor(2.5, dtype: x[0].dtype, device: x[0].device)] },
        { "windows", _ => [hann_window(6, dtype: D), hann_window(5, false, D), hamming_window(4, true, 0.5f, 0.375f, D)] },
        { "size_zero", _ => [zeros(0, 3, dtype: D), zeros(0, 3, dtype: D).sum(dim: 0)] },
    };
}
