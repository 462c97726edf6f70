using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Surgery;

/// <summary>A plan that was applied, with what it takes to undo it. It holds the original tensors: dispose of it once the result is kept.</summary>
public sealed class AppliedPlan : IDisposable
{
    private readonly Stack<Action> undo = new();
    private readonly List<Tensor> originals = [];
    private readonly List<nn.Module> removed = [];

    private readonly TracedModel before;

    internal AppliedPlan(TracedModel model)
    {
        before = model;
        Model = model;
    }

    /// <summary>The model with its graphs as they are now.</summary>
    public TracedModel Model { get; internal set; }

    /// <summary>Puts everything back as it was, the gradients aside. The plan counts as disposed of then.</summary>
    public void Undo()
    {
        while (undo.TryPop(out var step))
        {
            step();
        }

        removed.Clear();
        Model = before;
        Dispose();
    }

    /// <summary>Lets go of the original tensors and of the modules that are gone.</summary>
    public void Dispose()
    {
        undo.Clear();
        originals.ForEach(tensor => tensor.Dispose());
        originals.Clear();
        removed.ForEach(module => module.Dispose());
        removed.Clear();
    }

    /// <summary>Turns a residual branch off and takes its modules out of the model; the order of those that stay is kept, also by the way back.</summary>
    internal void Remove(BranchCut cut)
    {
        var children = cut.Owner.named_children().ToArray();
        foreach (var name in cut.Branch.Children)
        {
            cut.Owner.register_module(name, null!);
        }

        cut.Switch.IsKept = false;
        nn.Module[] gone = [.. children.Where(child => cut.Branch.Children.Contains(child.name)).Select(child => child.module)];
        removed.AddRange(gone);
        undo.Push(() =>
        {
            cut.Switch.IsKept = true;
            foreach (var (name, _) in children)
            {
                cut.Owner.register_module(name, null!);
            }

            foreach (var (name, child) in children)
            {
                cut.Owner.register_module(name, child);
            }
        });
    }

    internal void Replace(Tensor tensor, Tensor replacement)
    {
        var original = tensor.detach().DetachFromDisposeScope();
        originals.Add(original);
        Set(tensor, replacement);
        replacement.Dispose();
        undo.Push(() => Set(tensor, original));
    }

    internal void Rewrite<T>(Action<T> set, T from, T to)
    {
        set(to);
        undo.Push(() => set(from));
    }

    private static void Set(Tensor tensor, Tensor data)
    {
        using var noGrad = no_grad();
        // What comes back is the tensor itself or, in some versions, a second handle: neither is ours to dispose of here.
        _ = tensor.set_(data);
        Gradients.Clear(tensor);
    }
}
