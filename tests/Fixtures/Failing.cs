using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Plugins;
using Espalier.Structures;

[assembly: PluginEntry(typeof(Failing))]

/// <summary>A plugin with parts that load, and whose code throws at work.</summary>
public sealed class Failing : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
    [
        new(typeof(IPruningMethod), "failing", "", "{}", _ => new FailingMethod()),
        new(typeof(IImportanceCriterion), "failing", "", "{}", _ => new FailingCriterion()),
        new(typeof(IModelFamily), "failing", "", "{}", _ => new FailingFamily()),
    ];
}

public sealed class FailingMethod : IPruningMethod
{
    public string Name => "failing";

    public MethodResult Run(MethodContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("the method gives up");
}

public sealed class FailingCriterion : IImportanceCriterion
{
    public string Name => "failing";

    public CriterionNeeds Needs => CriterionNeeds.None;

    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context) => [new Dictionary<string, double>()["score"]];
}

public sealed class FailingFamily : IModelFamily
{
    public string Name => "failing";

    public ModelInstance Create(ModelRequest request) => throw new FailingException("the family gives up");
}

/// <summary>An exception that the host does not know.</summary>
public sealed class FailingException(string message) : Exception(message);
