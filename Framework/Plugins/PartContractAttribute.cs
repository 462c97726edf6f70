namespace Espalier.Plugins;

/// <summary>Marks an interface that plugins implement and recipes name parts of.</summary>
/// <param name="kind">What recipes, messages and the schema call such a part: <c>criterion</c>, <c>method</c>.</param>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class PartContractAttribute(string kind) : Attribute
{
    /// <summary>What recipes, messages and the schema call such a part.</summary>
    public string Kind { get; } = kind;
}
