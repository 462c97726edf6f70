using System.Reflection;
using Xunit.Sdk;

namespace Espalier.Plugins.Data.Tests.Png;

/// <summary>Every form of PNG: colour type, depth, row filter, interlaced or not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialPngAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from color in (int[])[0, 2, 3, 4, 6]
        from depth in color switch { 0 => [1, 2, 4, 8, 16], 3 => [1, 2, 4, 8], _ => (int[])[8, 16] }
        from filter in Enumerable.Range(0, 5)
        from interlaced in (bool[])[false, true]
        select (object[])[color, depth, filter, interlaced];
}
