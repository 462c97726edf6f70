using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

/// <summary>A model as a user writes it: parts in fields, private ones too.</summary>
public sealed class Branches : nn.Module<Tensor, Tensor>
{
    private readonly Linear second = nn.Linear(4, 4);
    private readonly Sequential first = nn.Sequential(("in", nn.Linear(3, 4)), ("act", nn.ReLU()));
    private readonly Parameter scale = new(ones(4));
    private readonly Tensor offset = zeros(4);
    private readonly string note = "no part";

    public Branches()
        : base(nameof(Branches)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        using var hidden = first.call(input);
        using var sum = second.call(hidden) + offset;
        return sum * scale * note.Length;
    }
}

/// <summary>Two modules with one weight.</summary>
public sealed class Tied : nn.Module<Tensor, Tensor>
{
    public Tied()
        : base(nameof(Tied))
    {
        var shared = nn.Linear(3, 3);
        register_module("one", shared);
        register_module("two", shared);
    }

    public override Tensor forward(Tensor input) => input.alias();
}

/// <summary>A module to which tests add parts.</summary>
public sealed class Hull : nn.Module<Tensor, Tensor>
{
    public Hull()
        : base(nameof(Hull))
    {
    }

    public override Tensor forward(Tensor input) => input.alias();
}

/// <summary>Passes on the tensor that it was given, not another handle of it.</summary>
public sealed class PassOn : nn.Module<Tensor, Tensor>
{
    public PassOn()
        : base(nameof(PassOn))
    {
    }

    public override Tensor forward(Tensor input) => input;
}
