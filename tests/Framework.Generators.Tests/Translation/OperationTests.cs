namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Tensor operators, methods and functions.</summary>
public class OperationTests
{
    [Fact]
    public void Operators_and_functions() => TraceSnapshot.OfNet(
        """
            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var y = -x + 1 - x * 2.0 / (x % 3) + (1 - x) + 2 * x + 1 / x;
                y = torch.matmul(y, x.transpose(0, 1)) + torch.einsum("bi,bj->ij", x, y);
                y = F.scaled_dot_product_attention(y, y, y) + functional.relu(y);
                y = torch.nn.functional.pad(y, [1, 1]) + y.roll(1, 0);
                y = y.sum(1, keepdim: true).sqrt() + y.mean([1], keepdim: true, type: ScalarType.Float32).pow(2);
                y = where(y > 0, y, zeros_like(y)) + (y >= 1).to(ScalarType.Float32);
                y = y.to(x.dtype).to(x.device) + y.type(float32);
                y = torch.zeros(3, 4, device: x.device) + torch.arange(4) + torch.ones(x.shape[0], 1);
                return F.interpolate(y, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
            }
        """);

    [Fact]
    public void Indexing() => TraceSnapshot.OfNet(
        """
            private int kept = 2;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var i = 1;
                var y = x[0] + x[i, ..] + x[.., 1..] + x[.., ..kept] + x[..^1];
                y = y + x[TensorIndex.Ellipsis, TensorIndex.Slice(0, kept)] + x[TensorIndex.Colon, TensorIndex.None, TensorIndex.Slice(step: 2)];
                return y + x[.., ((int)x.shape[1] / 2)..];
            }
        """);

    [Fact]
    public void Long_expression_keeps_its_lines() => TraceSnapshot.OfNet(
        """
            private readonly Linear fc = Linear(4, 4);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => fc.forward(x)
                .relu()
                .view(
                    -1,
                    4)
                .sum(
                    1)
                + x
                - 1;
        """);
}
