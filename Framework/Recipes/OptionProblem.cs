namespace Espalier.Recipes;

/// <summary>What is wrong with an option.</summary>
/// <param name="Option">The property: <c>nameof(Ratio)</c>. Empty for the record as a whole.</param>
/// <param name="Message">The cause and the way out.</param>
public readonly record struct OptionProblem(string Option, string Message);
