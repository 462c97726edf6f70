using Espalier.Framework.Tests.Exactness;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Models.Tests.Structures;

/// <summary>Every model of the zoo, cut at random, computes what the masked big one does.</summary>
public sealed class ZooExactnessTests
{
    /// <summary>Every group of every model, alone and together.</summary>
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void Apply_RandomLegalPlans_EqualsMaskedModel(string name) => Check(name, ScalarType.Float64, 1e-10);

    /// <summary>The same in the precision that models are used in.</summary>
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void Apply_RandomLegalPlansInFloat32_EqualsMaskedModel(string name) => Check(name, ScalarType.Float32, 1e-5);

    private static void Check(string name, ScalarType precision, double tolerance)
    {
        var zoo = Zoo.All[name];
        var isTokens = zoo.Make() is LanguageModel;
        // Batch statistics of two images at one place are always plus and minus one: gradients through them cancel, and show rounding and nothing else.
        long[] Batch(long[] shape) => [precision is ScalarType.Float32 ? 16 : 4, .. shape[1..]];
        InputSpec[] inputs = [.. zoo.Inputs.Select((shape, i) => new InputSpec($"x{i}", Batch([.. shape]), isTokens ? ScalarType.Int64 : ScalarType.Float32))];
        var plans = int.TryParse(Environment.GetEnvironmentVariable("ESPALIER_PLANS"), out var asked) ? asked : 1;
        new ExactnessCheck(zoo.Make, inputs) { Precision = precision }.Run(plans, tolerance);
    }
}
