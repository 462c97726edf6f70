using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>Attention and a two-layer perceptron, each behind a layer normalization and around a residual connection.</summary>
public sealed class TransformerBlock : nn.Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly SelfAttention attn;
    private readonly LayerNorm norm2;
    private readonly Linear fc1;
    private readonly Linear fc2;

    public TransformerBlock(long dim, long heads, long hidden)
        : base(nameof(TransformerBlock))
    {
        norm1 = nn.LayerNorm(dim);
        attn = new SelfAttention(dim, heads);
        norm2 = nn.LayerNorm(dim);
        fc1 = nn.Linear(dim, hidden);
        fc2 = nn.Linear(hidden, dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input + attn.forward(norm1.forward(input));
        return (x + fc2.forward(nn.functional.gelu(fc1.forward(norm2.forward(x))))).MoveToOuterDisposeScope();
    }
}
