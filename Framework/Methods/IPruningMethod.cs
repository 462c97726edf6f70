using Espalier.Plugins;

namespace Espalier.Methods;

/// <summary>A whole way of making a model smaller: it may score, plan, mask, train. A step of a recipe is one call of a method.</summary>
/// <remarks>
/// Implementers: change the model through the context only, report progress at least once a second, honour the token between batches, and leave the model
/// consistent when you stop. Anything that must survive a crash goes into the context's state.
/// </remarks>
[PartContract("method")]
public interface IPruningMethod
{
    /// <summary>The name in recipes: <c>channel</c>, <c>snp</c>, <c>finetune</c>.</summary>
    string Name { get; }

    /// <summary>Runs the method.</summary>
    /// <param name="context">The model and all that the method is given.</param>
    /// <param name="cancellationToken">Asks the method to stop at the next safe point.</param>
    /// <returns>What it did, for the report.</returns>
    MethodResult Run(MethodContext context, CancellationToken cancellationToken);
}
