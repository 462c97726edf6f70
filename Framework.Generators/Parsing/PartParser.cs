using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>Finds the sub-modules, parameters and buffers in a class's own fields, under their names in the state_dict.</summary>
internal static class PartParser
{
    public static List<(TracePart Part, bool IsTensor)> Parts(ClassContext context)
    {
        var parts = new List<(TracePart, bool)>();
        foreach (var field in context.Type.OrderedMembers().OfType<IFieldSymbol>())
        {
            var isTensor = context.Known.IsTensor(field.Type);
            if (field.IsStatic || field.IsConst || !(isTensor || context.Known.IsModule(field.Type)) || !field.CanBeReferencedByName)
            {
                continue;
            }

            var type = context.Printer.Real(field.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
            parts.Add((
                new TracePart(
                    ComponentName(field), "this." + Identifiers.Escape(field.Name), type, !field.IsReadOnly,
                    isTensor && !SymbolEqualityComparer.Default.Equals(field.Type, context.Known.Tensor)),
                isTensor));
        }

        return parts;
    }

    /// <summary>The field's name, or the one in TorchSharp's [ComponentName].</summary>
    public static string ComponentName(ISymbol field)
    {
        foreach (var attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ComponentNameAttribute" }
                && attribute.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value.Value is string name)
            {
                return name;
            }
        }

        return field.Name;
    }
}
