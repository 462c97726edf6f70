using System.Reflection;
using Espalier.Generators.Model;

namespace Espalier.Framework.Generators.Tests.Incremental;

/// <summary>What the types of the pipeline's models can hold, whatever they hold in a test.</summary>
public class ModelTypeTests
{
    [Fact]
    public void Model_types_can_hold_plain_values_only()
    {
        var seen = new HashSet<Type>();
        Visit(typeof(TraceModel), nameof(TraceModel), seen);
        Assert.Contains(typeof(TracePart), seen);
        Assert.Contains(typeof(CodeLine), seen);
    }

    [Fact]
    public void Model_types_are_compared_by_value() => Assert.All(
        typeof(TraceModel).Assembly.GetTypes().Where(type => type.Namespace == typeof(TraceModel).Namespace && !type.IsEnum && !IsStatic(type)),
        type => Assert.True(typeof(IEquatable<>).MakeGenericType(Closed(type)).IsAssignableFrom(Closed(type)), $"{type} has no equality of its own."));

    private static void Visit(Type type, string path, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || !seen.Add(type))
        {
            return;
        }

        if (type.IsArray)
        {
            Visit(type.GetElementType()!, $"{path}[]", seen);
            return;
        }

        var isPlain = type.Assembly == typeof(TraceModel).Assembly || type.Namespace == "System.Collections.Immutable";
        Assert.True(isPlain && !type.IsInterface && type != typeof(object), $"{path} is a {type}, which can hold anything.");
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.FieldType, $"{path}.{field.Name}", seen);
        }
    }

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true } || type.IsNested;

    private static Type Closed(Type type) => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(string)) : type;
}
