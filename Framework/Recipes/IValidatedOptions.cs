namespace Espalier.Recipes;

/// <summary>An options record with rules that one option alone cannot tell: two that exclude each other, one that needs another.</summary>
public interface IValidatedOptions
{
    /// <summary>What is wrong; empty if all is well. Called when every option by itself is right.</summary>
    IEnumerable<OptionProblem> Problems();
}
