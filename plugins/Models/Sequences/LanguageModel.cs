using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A small causal transformer over tokens. Its last layer is the embedding's own table, the other way round.</summary>
[PrunableModel]
public sealed partial class LanguageModel : Module<Tensor, Tensor>
{
    private readonly Embedding tokens;
    private readonly Parameter positions;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;

    /// <summary>A model.</summary>
    /// <param name="vocabulary">The number of different tokens.</param>
    /// <param name="length">The longest sequence.</param>
    /// <param name="width">The tokens' width.</param>
    /// <param name="depth">The number of blocks.</param>
    /// <param name="heads">The number of heads of each attention layer.</param>
    public LanguageModel(int vocabulary = 256, int length = 64, int width = 64, int depth = 2, int heads = 4)
        : base(nameof(LanguageModel))
    {
        tokens = Embedding(vocabulary, width);
        positions = Parameter(zeros(length, width));
        blocks = ModuleList(Enumerable.Range(0, depth)
            .Select(_ => new TransformerBlock(width, new CausalAttention(width, heads, length), new FeedForward(width, 4 * width), 1e-5))
            .ToArray());
        norm = LayerNorm(width);
        RegisterComponents();
        Initialize.Transformer(this, tokens.weight!, positions);
    }

    /// <summary>Logits for the token after each of a sequence.</summary>
    /// <param name="input">Token numbers, (sequences, length).</param>
    /// <returns>(sequences, length, vocabulary).</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = tokens.forward(input) + positions[TensorIndex.Slice(stop: input.shape[1])];
        foreach (var block in blocks)
        {
            x = block.forward(x);
        }

        return functional.linear(norm.forward(x), tokens.weight!).MoveToOuterDisposeScope();
    }
}
