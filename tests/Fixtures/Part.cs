using System.Collections.Generic;
using System.Threading;
using Espalier.Methods;

/// <summary>What every fixture offers: a method that says something.</summary>
public sealed class Say(string text) : IPruningMethod
{
    public string Name => "say";

    public MethodResult Run(MethodContext context, CancellationToken cancellationToken) => new(text, new Dictionary<string, double>());
}
