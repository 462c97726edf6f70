namespace Espalier.Criteria;

/// <summary>How the scores that a unit gets from several members become one. Members that a unit holds nothing of do not count.</summary>
public enum MemberReduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The greatest.</summary>
    Max,
}
