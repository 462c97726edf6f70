using System.Runtime.InteropServices;
using TorchSharp.Native;
using Xunit;

namespace Espalier.Torch.Tests.Binding;

/// <summary>Operators are found by name and overload, once, from any thread.</summary>
public sealed class OperatorLookupTests
{
    [Theory]
    [InlineData("aten::no_such_operator")]
    [InlineData("aten::add.NoSuchOverload")]
    [InlineData("add.Tensor")]
    [InlineData("")]
    public void Find_OfUnknownName_NamesIt(string name)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var error = Assert.Throws<ExternalException>(() => Operator.Find(name));
            Assert.Contains($"no operator {name}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Schema_OfOperator_IsLibtorchsDeclaration() => Assert.Equal(
        "aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor",
        Operator.Find("aten::add.Tensor").Schema);

    [Fact]
    public void Find_FromManyThreads_GivesOneOperatorEach()
    {
        string[] names = ["aten::sinh", "aten::cosh", "aten::asinh", "aten::acosh", "aten::atanh", "aten::erfc", "aten::lgamma", "aten::digamma"];
        var found = new Operator[16][];
        using var barrier = new Barrier(found.Length);
        var threads = Enumerable.Range(0, found.Length).Select(i => new Thread(() =>
        {
            barrier.SignalAndWait();
            found[i] = [.. names.Select(Operator.Find)];
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(found, operators => Assert.Equal(found[0], operators));
        Assert.Equal(names, found[0].Select(op => op.Schema[..op.Schema.IndexOf('(', StringComparison.Ordinal)]));
    }
}
