using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Snp;

/// <summary>Options of SNP's score of whole heads.</summary>
[PluginOptions]
public sealed record SnpHeadOptions : IValidatedOptions
{
    /// <summary>
    /// How many singular components of the attention scores are to be preserved: <c>auto</c> (half as many as a head has pairs), a number, or a part of the energy
    /// such as <c>0.95</c>.
    /// </summary>
    [Option(Shorthand = true)]
    public string Gamma { get; init; } = "auto";

    /// <summary>Whether a neuron's bias counts as an entry of its weights where redundancy is measured.</summary>
    public bool BiasInRedundancy { get; init; }

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems() =>
        PlanException.MessageOf(() => Snp.Gamma.Parse(Gamma)) is { } problem ? [new(nameof(Gamma), problem)] : [];
}
