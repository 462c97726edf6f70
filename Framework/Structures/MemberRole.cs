namespace Espalier.Structures;

/// <summary>What a parameter dimension is to a structure group.</summary>
public enum MemberRole
{
    /// <summary>Its coordinates start here: the rows of a weight.</summary>
    Producer,

    /// <summary>It takes part in what passes by: a bias, a norm's scale, a position table.</summary>
    Follower,

    /// <summary>Its coordinates end here: the columns of the next weight.</summary>
    Consumer,
}
