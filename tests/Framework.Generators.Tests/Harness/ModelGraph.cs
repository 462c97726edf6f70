using System.Collections;
using System.Reflection;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>Walks the generator's models by reflection: they must hold plain values, or a compilation would be kept alive and compared.</summary>
internal static class ModelGraph
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(SemanticModel), typeof(SourceText), typeof(Diagnostic)];

    public static void AssertPlain(GeneratorDriver driver)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(TrackingNames.Models, out var runs))
        {
            foreach (var output in runs.SelectMany(run => run.Outputs))
            {
                Visit(output.Value, "model", visited);
            }
        }
    }

    public static void AssertPlain(object? model) => Visit(model, "model", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        Assert.False(Array.Exists(Forbidden, type => type.IsInstanceOfType(value)), $"{path} is a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
            {
                Visit(item, $"{path}[{index++}]", visited);
            }

            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
        }
    }
}
