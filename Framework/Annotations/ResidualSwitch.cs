namespace Espalier;

/// <summary>
/// A switch in a model's <c>forward</c> for one residual branch: the branch is computed and added only where <see cref="IsKept"/> says so. A plan that removes the
/// branch turns the switch off and takes the sub-modules, with their parameters, out of the model.
/// </summary>
/// <param name="modules">The names of the sub-modules that the branch alone uses, as they are registered.</param>
public sealed class ResidualSwitch(params IReadOnlyList<string> modules)
{
    /// <summary>The names of the sub-modules that go with the branch.</summary>
    public IReadOnlyList<string> Modules { get; } = modules;

    /// <summary>Whether the branch is there. Plans write it.</summary>
    public bool IsKept { get; internal set; } = true;
}
