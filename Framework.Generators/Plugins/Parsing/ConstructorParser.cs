using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>Tells how a part or service is made.</summary>
internal static class ConstructorParser
{
    /// <summary>What its constructor takes.</summary>
    public static EquatableArray<ArgumentModel> Arguments(INamedTypeSymbol type, bool isPart, Location place, List<Problem> problems)
    {
        void Report(Location where, string cause) => problems.Add(new Problem(PluginRules.Construction, where, [type.Name, cause]));

        var cause = type switch
        {
            { IsAbstract: true } => "it is abstract",
            { IsGenericType: true } or { ContainingType.IsGenericType: true } => "it is generic",
            { TypeKind: not TypeKind.Class } => "it is not a class",
            _ when !TypeFacts.IsAccessible(type) => "code outside it cannot name it; make it internal or public",
            _ => null,
        };
        var constructors = type.InstanceConstructors.Where(c => TypeFacts.IsCallable(c) && !IsCopy(c, type)).ToList();
        cause ??= constructors.Count == 1 ? null : $"it has {(constructors.Count == 0 ? "no" : "several")} constructors that can be called from outside; it must have one";
        if (cause is not null)
        {
            Report(place, cause);
            return [];
        }

        var arguments = new List<ArgumentModel>();
        foreach (var parameter in constructors[0].Parameters)
        {
            var where = parameter.Locations.FirstOrDefault(l => l.IsInSource) ?? place;
            if (Argument(parameter, isPart) is not { } argument)
            {
                Report(where, $"its parameter '{parameter.Name}' is neither {(isPart ? "an options record, " : "")}the PluginContext nor a service of this plugin");
            }
            else if (argument.Kind == ArgumentKind.Options && arguments.Exists(a => a.Kind == ArgumentKind.Options))
            {
                Report(where, "it takes two options records; put them into one");
            }
            else
            {
                arguments.Add(argument);
            }
        }

        return arguments.ToEquatable();
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static ArgumentModel? Argument(IParameterSymbol parameter, bool isPart) => parameter switch
    {
        { RefKind: not RefKind.None } => null,
        { Type: INamedTypeSymbol type } when type.ToDisplayString(NullableFlowState.None) == PluginNames.Context => new ArgumentModel(ArgumentKind.Context, ""),
        { Type: INamedTypeSymbol type } when isPart && TypeFacts.IsOptions(type) => new ArgumentModel(ArgumentKind.Options, TypeFacts.Qualified(type)),
        { Type: INamedTypeSymbol type } when PluginNames.Attribute(type, PluginNames.Service) is not null
            && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, parameter.ContainingAssembly) =>
            new ArgumentModel(ArgumentKind.Service, TypeFacts.Qualified(type)),
        _ => null,
    };
}
