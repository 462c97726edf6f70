using System;
using System.Collections.Generic;
using System.Linq;
using Espalier;
using Espalier.Graphs;
using Espalier.Symbolic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using torch = TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Demo;

[PrunableModel]
public partial class A : Module<Tensor, Tensor>
{
    private readonly Outer.Inner first = new(), second = new();
    private readonly Other? other = null;

    public A() : base("a") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = other?.forward(x) ?? x;
        return second.forward(first.forward(x));
    }
}

/// <summary>Holds the module.</summary>
public static class Outer
{
    /// <summary>The module.</summary>
    public sealed class Inner : Module<Tensor, Tensor>
    {
        public Inner() : base("inner")
        {
        }

        public override Tensor forward(Tensor x) => x;
    }
}

[Opaque]
public sealed class Other : Module<Tensor, Tensor>
{
    public Other() : base("other")
    {
    }

    public override Tensor forward(Tensor x) => x;
}
