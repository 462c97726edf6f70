using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class HookTests
{
    [Fact]
    public void ForwardHook_OnCall_SeesInputAndResultAndMayReplaceIt()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        var seen = new List<(float, float)>();
        module.register_forward_hook((_, input, result) =>
        {
            seen.Add((input.ToSingle(), result.ToSingle()));
            return result * 3;
        });
        Assert.Equal(6, module.call(tensor(2f)).ToSingle());
        Assert.Equal(2, module.forward(tensor(2f)).ToSingle());
        Assert.Equal([(2, 2)], seen);
    }

    [Fact]
    public void PreHook_OnCall_MayReplaceTheInput()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        module.register_forward_pre_hook((_, input) => input + 1);
        module.register_forward_pre_hook((_, input) => input * 10);
        Assert.Equal(30, module.call(tensor(2f)).ToSingle());
    }

    [Fact]
    public void HookRemover_Remove_RemovesThatHookOnly()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        var first = module.register_forward_hook((_, _, result) => result + 1);
        module.register_forward_hook((_, _, result) => result * 2);
        first.remove();
        first.remove();
        Assert.Equal(4, module.call(tensor(2f)).ToSingle());
    }

    [Fact]
    public void Hooks_InSequential_RunForItsModules()
    {
        using var scope = NewDisposeScope();
        var linear = nn.Linear(2, 3);
        using var model = nn.Sequential(nn.ReLU(), linear, nn.ReLU());
        var shapes = new List<long[]>();
        linear.register_forward_hook((_, _, result) =>
        {
            shapes.Add(result.shape);
            return result;
        });
        model.call(ones(4, 2));
        Assert.Equal([[4, 3]], shapes);
    }

    [Fact]
    public void PreHook_OfTwoArguments_MayReplaceBoth()
    {
        using var scope = NewDisposeScope();
        using var module = nn.PairwiseDistance();
        module.register_forward_pre_hook((_, a, b) => (a * 2, b * 2));
        Assert.Equal(10, module.call(tensor([3f, 0f]).reshape(1, 2), tensor([0f, 4f]).reshape(1, 2)).ToDouble(), 1e-4);
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void Hook_ThatRemovesItself_RunsOnce()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        var count = 0;
        Action remove = null!;
        var remover = module.register_forward_hook((_, _, result) =>
        {
            count++;
            remove();
            return result;
        });
        remove = remover.remove;
        module.call(tensor(1f));
        module.call(tensor(1f));
        Assert.Equal(1, count);
    }

    [Fact]
    public void ModuleHooks_OnCall_RunAroundTheOthers()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Identity();
        var order = new List<string>();
        module.register_forward_hook(_ => order.Add("last"));
        module.register_forward_hook((_, _, result) => { order.Add("after"); return result; });
        module.register_forward_pre_hook((_, input) => { order.Add("before"); return input; });
        module.register_forward_pre_hook(_ => order.Add("first"));
        module.call(tensor(1f));
        Assert.Equal(["first", "before", "after", "last"], order);
    }
#endif
}
