using System.Text.RegularExpressions;

namespace Espalier.Weights;

/// <summary>Turns the names in a file into the model's: rules that are applied one after the other.</summary>
/// <param name="Rules">The rules, in order.</param>
public sealed record NameMapping(IReadOnlyList<NameRule> Rules)
{
    /// <summary>Leaves all names as they are.</summary>
    public static NameMapping None { get; } = new([]);

    /// <summary>The model's name for one in a file.</summary>
    public string Map(string name) => Rules.Aggregate(name, (current, rule) => rule.Apply(current));

    /// <summary>A file's tensors by their new names.</summary>
    /// <exception cref="WeightFileException">Two tensors get the same name, or a rule's pattern takes too long.</exception>
    public IReadOnlyDictionary<string, WeightEntry> Apply(IWeightFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var result = new Dictionary<string, WeightEntry>(StringComparer.Ordinal);
        foreach (var entry in file.Tensors)
        {
            var name = Map(file, entry.Name);
            if (!result.TryAdd(name, entry))
            {
                throw new WeightFileException(
                    file.Path,
                    $"key {Printable.Quote(entry.Name)}",
                    $"The rules rename both this and {Printable.Quote(result[name].Name)} to {Printable.Quote(name)}.",
                    "Make the rules in weights.rename more exact.");
            }
        }

        return result;
    }

    private string Map(IWeightFile file, string name)
    {
        try
        {
            return Map(name);
        }
        catch (RegexMatchTimeoutException cause)
        {
            throw new WeightFileException(
                file.Path, $"key {Printable.Quote(name)}", $"The pattern {Printable.Quote(cause.Pattern)} takes too long.", "Simplify it in weights.rename.", cause);
        }
    }
}
