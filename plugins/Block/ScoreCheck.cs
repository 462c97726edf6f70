using System.Globalization;
using Espalier.Criteria;

namespace Espalier.Plugins.Block;

/// <summary>Whether scores are sound.</summary>
internal static class ScoreCheck
{
    /// <exception cref="CriterionException">It is not finite.</exception>
    public static double Finite(string what, string name, double score) => double.IsFinite(score) ? score : throw new CriterionException(string.Create(
        CultureInfo.InvariantCulture,
        $"The {what} of '{name}' is {score}: the weights or the images are not finite, or the activations overflow. Load sound weights, or train with a lower learning rate before."));
}
