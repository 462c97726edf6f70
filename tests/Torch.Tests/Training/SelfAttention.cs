using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>
/// Self-attention whose queries, keys and values come from one linear layer. It has no bias: softmax ignores the one of the keys, so that its
/// gradient is rounding noise, which AdamW makes as large as any other step.
/// </summary>
public sealed class SelfAttention : nn.Module<Tensor, Tensor>
{
    private readonly long heads;
    private readonly Linear qkv;
    private readonly Linear proj;

    public SelfAttention(long dim, long heads)
        : base(nameof(SelfAttention))
    {
        this.heads = heads;
        qkv = nn.Linear(dim, 3 * dim, hasBias: false);
        proj = nn.Linear(dim, dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, tokens, dim) = (input.shape[0], input.shape[1], input.shape[2]);
        var parts = qkv.forward(input).reshape(batch, tokens, 3, heads, dim / heads).permute(2, 0, 3, 1, 4).unbind(0);
        var weights = (matmul(parts[0], parts[1].transpose(-2, -1)) * Math.Pow(dim / heads, -0.5)).softmax(-1);
        return proj.forward(matmul(weights, parts[2]).transpose(1, 2).reshape(batch, tokens, dim)).MoveToOuterDisposeScope();
    }
}
