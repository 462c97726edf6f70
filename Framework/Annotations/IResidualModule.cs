namespace Espalier;

/// <summary>A module that can do without some of the branches that its <c>forward</c> adds to what comes in.</summary>
public interface IResidualModule
{
    /// <summary>One switch per branch.</summary>
    IReadOnlyList<ResidualSwitch> Branches { get; }
}
