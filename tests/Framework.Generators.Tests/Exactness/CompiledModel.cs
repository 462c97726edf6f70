using System.Reflection;
using System.Runtime.Loader;
using Espalier.Execution;
using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Graphs;
using Microsoft.CodeAnalysis;
using static TorchSharp.torch;

namespace Espalier.Framework.Generators.Tests.Exactness;

/// <summary>A model compiled with its generated trace, loaded and run.</summary>
internal static class CompiledModel
{
    /// <summary>How far the graph of a model called Net is from its forward; null if the trace refuses the model with a message.</summary>
    public static double? Difference(string source, params long[] shape)
    {
        var run = GeneratorRun.Of(source);
        if (run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        run.AssertCompiles();
        using var scope = NewDisposeScope();
        using var model = Load(run.Output);
        model.eval();
        var input = Deterministic(shape);
        TracedModel traced;
        try
        {
            traced = TracedModel.Trace(model, InputSpec.Of(shape));
        }
        catch (TraceException)
        {
            return null;
        }

        var expected = model.forward(input.clone());
        var found = new Interpreter(traced.Evaluation, model).Run(input.clone())[0];
        Assert.Equal(expected.shape, found.shape);
        return (expected - found).abs().max().item<float>();
    }

    private static nn.Module<Tensor, Tensor> Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        manual_seed(7);
        return (nn.Module<Tensor, Tensor>)Activator.CreateInstance(assembly.GetType("Demo.Net", throwOnError: true)!)!;
    }

    private static Tensor Deterministic(long[] shape) =>
        (arange(shape.Aggregate(1L, (a, b) => a * b), ScalarType.Float32) * 0.7).sin().reshape(shape);
}
