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
public sealed partial class A : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(2, 2);
    private readonly Linear fc2 = Linear(2, 2);

    public A() : this(2)
    {
    }

    public A(int width) : base("a")
    {
        fc1 = Linear(width, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc2.forward(fc1.forward(x));
}

[PrunableModel]
public sealed partial class B : Module<Tensor, Tensor>
{
    private readonly Linear fc;

    public B() : base("b")
    {
        fc = Linear(2, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => fc.forward(x);
}
