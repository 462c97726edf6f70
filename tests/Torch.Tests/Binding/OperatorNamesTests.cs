using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using TorchSharp;
using TorchSharp.Native;
using Xunit;

namespace Espalier.Torch.Tests.Binding;

/// <summary>Every operator that the binding names exists in the installed libtorch, so that no name is found wrong only when it is called.</summary>
public sealed class OperatorNamesTests
{
    [Fact]
    public void OperatorNames_InTheAssembly_AllExist()
    {
        var names = Literals(typeof(torch).Assembly.Location).Where(text => text.StartsWith("aten::", StringComparison.Ordinal)).ToArray();
        Assert.True(names.Length > 100, $"Only {names.Length} names were found: are they still literals?");
        var missing = names.Where(name => Record.Exception(() => Operator.Find(name)) is not null);
        Assert.Equal([], missing);
    }

    /// <summary>The heap starts with an empty entry of one byte.</summary>
    private static UserStringHandle First => MetadataTokens.UserStringHandle(1);

    private static HashSet<string> Literals(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var literals = new HashSet<string>(StringComparer.Ordinal);
        for (var handle = First; !handle.IsNil; handle = metadata.GetNextHandle(handle))
            literals.Add(metadata.GetUserString(handle));
        return literals;
    }
}
