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

public partial class Outer
{
    [PrunableModel]
    public sealed partial class A : Module<Tensor, Tensor>
    {
        public A() : base("a") => RegisterComponents();

        public override Tensor forward(Tensor x) => x;
    }
}

[PrunableModel]
internal sealed class B : Module<Tensor, Tensor>
{
    public B() : base("b") => RegisterComponents();

    public override Tensor forward(Tensor x) => x;
}
