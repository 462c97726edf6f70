using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Normalizations as functions; running statistics change in place and are compared too.</summary>
internal static class NormalizationOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "layer_norm", x => [F.layer_norm(x[0], [4], x[1], x[2], 1e-4)] },
        { "layer_norm_two_dims", x => [F.layer_norm(x[0], [3, 4], x[1], x[2])] },
        { "layer_norm_plain", x => [F.layer_norm(x[0], [4])] },
        { "group_norm", x => [F.group_norm(x[0], 2, x[1], x[2], 1e-4)] },
        { "group_norm_plain", x => [F.group_norm(x[0], 4)] },
        { "batch_norm_train", x => BatchNorm(x, true, 0.1) },
        { "batch_norm_train_momentum", x => BatchNorm(x, true, 0.3) },
        { "batch_norm_eval", x => BatchNorm(x, false, 0.1) },
        { "batch_norm_plain", x => [F.batch_norm(x[0], x[1], x[2])] },
        { "instance_norm", x => [F.instance_norm(x[0], null, null, x[1], x[2], true, 0.1, 1e-4)] },
        { "instance_norm_plain", x => [F.instance_norm(x[0])] },
        { "local_response_norm", x => [F.local_response_norm(x[0], 3, 0.1, 0.75, 1.5)] },
        { "cosine_similarity", x => [F.cosine_similarity(x[0], x[1])], x => [F.cosine_similarity(x[0], x[1], 1, 1e-8)] },
        { "cosine_similarity_dim0", x => [F.cosine_similarity(x[0], x[1], 0)] },
        { "pairwise_distance", x => [F.pairwise_distance(x[0], x[1])] },
        { "normalize_by_hand", x => [x[0] / linalg.vector_norm(x[0], 2.0, [1], true).clamp_min(1e-12)] },
        { "rms_norm_by_hand", x => [x[0] * (x[0].square().mean(new long[] { -1 }, true) + 1e-5).rsqrt() * x[1]] },
        { "dropout_eval", x => [F.dropout(x[0], 0.4, false)] },
        { "dropout2d_eval", x => [F.dropout2d(x[0], 0.4, false)] },
        { "dropout_train_zero", x => [F.dropout(x[0], 0.0, true)] },
        { "embedding_by_index_select", x => [index_select(x[0], 0, x[1]).view(2, 2, 3)] },
    };

    private static Tensor[] BatchNorm(Tensor[] x, bool training, double momentum)
    {
        var (mean, variance) = (x[1].clone(), x[2].clone());
        return [F.batch_norm(x[0], mean, variance, x[3], x[4], training, momentum, 1e-4), mean, variance];
    }
}
