using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>Writes how an integer member of a module is read as a size that surgery can rewrite.</summary>
internal static class SizeMembers
{
    /// <summary>The call that makes the size.</summary>
    /// <param name="context">The class.</param>
    /// <param name="tracer">The tracer's name.</param>
    /// <param name="holder">The module that has the member.</param>
    /// <param name="path">The member's name, with the objects between it and the module.</param>
    /// <param name="access">How code reads it.</param>
    /// <param name="member">The member.</param>
    /// <param name="place">Where it is used.</param>
    /// <param name="failed">Whether it cannot even be read.</param>
    public static string Field(
        ClassContext context, string tracer, string holder, string path, string access, ISymbol member, Location place, out bool failed)
    {
        failed = !context.Compilation.IsSymbolAccessibleWithin(member, context.Type);
        var reason = Obstacle(context, member);
        if (reason is not null)
        {
            context.Report(Rules.ReadOnlySize, place, path, reason);
        }

        var value = path == "size" ? "value" : "size";
        var cast = member.MemberType()!.SpecialType == SpecialType.System_Int32 ? "(int)" : "";
        var setter = reason is null ? $"{value} => {access} = {cast}{value}" : "null";
        return $"{tracer}.Field({holder}, \"{path}\", {access}, {setter})";
    }

    /// <summary>Why the member cannot be written; null if it can.</summary>
    private static string? Obstacle(ClassContext context, ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true } => "drop 'readonly'",
        IPropertySymbol { SetMethod: null } => "give it a setter, a private one will do",
        IPropertySymbol { SetMethod.IsInitOnly: true } => "make 'init' a 'set'",
        IPropertySymbol { SetMethod: { } setter } when !context.Compilation.IsSymbolAccessibleWithin(setter, context.Type) =>
            $"its setter cannot be reached from '{context.Type.Name}'",
        { ContainingType: { IsValueType: true } type } => $"'{type.Name}' is a struct, which would be copied",
        _ => null,
    };
}
