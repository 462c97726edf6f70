using Espalier.Graphs;

namespace Espalier.Plugins.Snp;

/// <summary>A place where a model attends: softmax(Q K^T, scaled and masked) V.</summary>
/// <param name="Scores">The operator that multiplies queries and keys.</param>
/// <param name="Query">The queries [.., N, d] as they enter the product; a scale that is already on them changes no cosine.</param>
/// <param name="Key">The keys [.., M, d].</param>
/// <param name="Value">The values [.., M, w].</param>
internal sealed record Attention(Node Scores, AttentionTap Query, AttentionTap Key, AttentionTap Value)
{
    /// <summary>The path of the module that attends.</summary>
    public string Scope => Scores.Scope;
}
