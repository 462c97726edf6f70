using Espalier.Graphs;

namespace Espalier.Attention;

/// <summary>A place where a model attends: softmax(Q K^T, scaled and masked) V. All are turned so that leading dimensions come as in the scores.</summary>
/// <param name="Scores">The operator that multiplies queries and keys.</param>
/// <param name="Query">The queries [.., N, d] as they enter the product; a scale may be on them already.</param>
/// <param name="Key">The keys [.., M, d].</param>
/// <param name="Value">The values [.., M, w].</param>
/// <param name="Weights">What the values are weighed by [.., N, M]: the softmax's result as it enters the second product.</param>
/// <param name="Mixed">What the heads give out [.., N, w]: the values, weighed and added up.</param>
public sealed record AttentionSite(Node Scores, AttentionTap Query, AttentionTap Key, AttentionTap Value, AttentionTap Weights, AttentionTap Mixed)
{
    /// <summary>The path of the module that attends.</summary>
    public string Scope => Scores.Scope;
}
