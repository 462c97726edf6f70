namespace Espalier.Plugins.Snp;

/// <summary>What a structure group is to SNP.</summary>
internal enum SnpKind
{
    /// <summary>Pairs of a query and a key neuron.</summary>
    Qk,

    /// <summary>Value neurons.</summary>
    V,

    /// <summary>Hidden neurons of a feed-forward network: between a layer that reads the residual stream and one that writes it.</summary>
    Ffn,

    /// <summary>Channels of the residual stream that attention writes to.</summary>
    Residual,
}
