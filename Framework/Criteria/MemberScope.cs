namespace Espalier.Criteria;

/// <summary>Which members of a structure group count towards the scores of its units. Buffers never do.</summary>
public enum MemberScope
{
    /// <summary>The weights whose rows the units are.</summary>
    Producers,

    /// <summary>The producers, and what passes by: biases, scales of norms, position tables.</summary>
    Parameters,

    /// <summary>The weights that read the units.</summary>
    Consumers,

    /// <summary>All of them.</summary>
    All,
}
