namespace Espalier.Plugins.Criteria;

/// <summary>The two readings of the first-order Taylor expansion.</summary>
public enum TaylorForm
{
    /// <summary>The sum of |w g|: what each weight of the unit would change on its own.</summary>
    Elementwise,

    /// <summary>|sum of w g|: what a gate on the unit would change. Weights whose effects are opposite cancel.</summary>
    Gate,
}
