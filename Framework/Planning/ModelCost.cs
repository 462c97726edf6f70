namespace Espalier.Planning;

/// <summary>What a model costs at some widths.</summary>
/// <param name="Units">How many units the groups in question have.</param>
/// <param name="Parameters">The numbers in all parameters that its evaluation uses, buffers left out.</param>
/// <param name="Macs">The multiply-accumulate operations of one forward pass.</param>
public readonly record struct ModelCost(long Units, long Parameters, long Macs)
{
    /// <summary>One of the three.</summary>
    public long Of(CostMeasure measure) => measure switch
    {
        CostMeasure.Units => Units,
        CostMeasure.Parameters => Parameters,
        _ => Macs,
    };
}
