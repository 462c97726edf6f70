using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>What a dispose scope owns, what leaves it, and when its tensors end.</summary>
public sealed class DisposeScopeTests
{
    [Fact]
    public void Dispose_OfScope_EndsTensorsMadeInIt()
    {
        Tensor inside;
        var before = ones(2);
        using (NewDisposeScope())
        {
            inside = before + 1;
            Assert.False(inside.IsInvalid);
        }

        Assert.True(inside.IsInvalid);
        Assert.False(before.IsInvalid);
        before.Dispose();
    }

    [Fact]
    public void Dispose_OfScope_EndsIntermediatesThatNobodyNames()
    {
        var before = LiveTensors.Count();
        using (NewDisposeScope())
        {
            _ = ((ones(3) + 1) * 2).sum();
            Assert.True(Tensor.TotalCount > before);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_OfInnerScope_LeavesOuterTensors()
    {
        using var outer = NewDisposeScope();
        var kept = ones(2);
        Tensor gone;
        using (NewDisposeScope())
        {
            gone = kept * 2;
        }

        var after = kept * 3;
        Assert.True(gone.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.True(outer.Contains(after));
        Assert.Equal(2, outer.DisposablesCount);
    }

    [Fact]
    public void Dispose_Twice_DoesNothingTheSecondTime()
    {
        using var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        inner.Dispose();
        inner.Dispose();
        Assert.True(outer.Contains(ones(1)));
    }

    [Fact]
    public void Dispose_OfTensorInScope_TakesItOut()
    {
        using var scope = NewDisposeScope();
        var tensor = ones(2);
        Assert.True(scope.Contains(tensor));
        tensor.Dispose();
        Assert.False(scope.Contains(tensor));
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void MoveToOuter_OfTensor_EndsItWithTheOuterScope()
    {
        Tensor moved;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(2).MoveToOuterDisposeScope();
            }

            Assert.False(moved.IsInvalid);
            Assert.Equal([moved], outer.DisposablesView);
        }

        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void MoveToOuter_ThroughSeveralScopes_ReachesTheOutermost()
    {
        using var outer = NewDisposeScope();
        Tensor result;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                result = ones(2).MoveToOuterDisposeScope();
            }

            result.MoveToOuterDisposeScope();
        }

        Assert.True(outer.Contains(result));
    }

    [Fact]
    public void MoveToOuter_WithoutOuterScope_LeavesTheTensorToTheCaller()
    {
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = ones(2).MoveToOuterDisposeScope();
        }

        Assert.False(tensor.IsInvalid);
        tensor.Dispose();
    }

    [Fact]
    public void MoveToOuter_OfSeveral_MovesAllOfThem()
    {
        using var outer = NewDisposeScope();
        Tensor[] moved;
        using (var inner = NewDisposeScope())
        {
            var (first, second) = inner.MoveToOuter(ones(1), ones(2));
            var (third, fourth, fifth) = inner.MoveToOuter(ones(3), ones(4), ones(5));
            var rest = new[] { ones(6), ones(7) };
            inner.MoveToOuter((IEnumerable<IDisposable>)rest);
            moved = [first, second, third, fourth, fifth, .. rest];
        }

        Assert.All(moved, tensor => Assert.True(outer.Contains(tensor)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], moved.Select(tensor => tensor.numel()));
    }

    [Fact]
    public void MoveToOuter_OfTensorOfAnotherScope_DoesNothing()
    {
        using var outer = NewDisposeScope();
        var tensor = ones(2);
        using (var inner = NewDisposeScope())
        {
            inner.MoveToOuter(tensor);
        }

        Assert.True(outer.Contains(tensor));
        Assert.False(tensor.IsInvalid);
    }

    [Fact]
    public void Detach_OfTensor_KeepsItBeyondAllScopes()
    {
        Tensor one, two;
        using (NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                one = inner.Detach(ones(2));
                two = ones(2).DetachFromDisposeScope();
            }
        }

        Assert.False(one.IsInvalid);
        Assert.False(two.IsInvalid);
        one.Dispose();
        two.Dispose();
    }

    [Fact]
    public void Detach_OfSeveral_KeepsAllOfThem()
    {
        Tensor[] kept;
        using (var scope = NewDisposeScope())
        {
            var (first, second) = scope.Detach(ones(1), ones(2));
            var (third, fourth, fifth) = scope.Detach(ones(3), ones(4), ones(5));
            kept = [first, second, third, fourth, fifth];
        }

        Assert.All(kept, tensor => Assert.False(tensor.IsInvalid));
        Array.ForEach(kept, tensor => tensor.Dispose());
    }

    [Fact]
    public void DisposeEverything_LeavesTheScopeOpen()
    {
        using var scope = NewDisposeScope();
        var first = ones(2);
        scope.DisposeEverything();
        var second = ones(2);
        Assert.True(first.IsInvalid);
        Assert.Equal([second], scope.DisposablesView);
    }

    [Fact]
    public void DisposeEverythingBut_SomeTensors_KeepsThemInTheScope()
    {
        Tensor kept, gone;
        using (var scope = NewDisposeScope())
        {
            gone = ones(2);
            kept = scope.DisposeEverythingBut(gone + 1);
            Assert.True(gone.IsInvalid);
            Assert.False(kept.IsInvalid);

            var other = ones(3);
            scope.DisposeEverythingBut(kept, other);
            scope.DisposeEverythingBut([kept, other]);
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Dispose_OfOuterScopeFirst_LeavesTheInnerOneOpen()
    {
        using var outermost = NewDisposeScope();
        var outer = NewDisposeScope();
        var ofOuter = ones(1);
        var inner = NewDisposeScope();
        var ofInner = ones(2);

        outer.Dispose();

        Assert.True(ofOuter.IsInvalid);
        Assert.False(ofInner.IsInvalid);
        var late = ones(3);
        Assert.True(inner.Contains(late));
        Assert.True(outermost.Contains(late.MoveToOuterDisposeScope()));
        inner.Dispose();
        Assert.True(ofInner.IsInvalid);
        Assert.True(outermost.Contains(ones(4)));
    }

    [Fact]
    public void Scope_WithException_EndsItsTensors()
    {
        Tensor? tensor = null;
        Assert.ThrowsAny<Exception>(() =>
        {
            using var scope = NewDisposeScope();
            tensor = ones(2);
            _ = tensor.mm(tensor);
        });
        Assert.True(tensor!.IsInvalid);
    }

    [Fact]
    public void WrappedTensorDisposeScope_OfExpression_KeepsOnlyTheResult()
    {
        using var outer = NewDisposeScope();
        var result = WrappedTensorDisposeScope(() => (ones(2) + 1) * 3);
        Assert.Equal([result], outer.DisposablesView);
        Assert.Equal(6, result[0].ToSingle());
    }

    [Fact]
    public void View_BeyondItsScope_KeepsTheMemory()
    {
        Tensor view;
        using (NewDisposeScope())
        {
            view = arange(6, ScalarType.Float32).reshape(2, 3)[1].MoveToOuterDisposeScope();
        }

        Assert.Equal([3f, 4f, 5f], view.data<float>().ToArray());
        view.Dispose();
    }

    [Fact]
    public void Scope_OfAnotherThread_OwnsOnlyThatThreadsTensors()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(other!.IsInvalid);
        other.Dispose();
    }
}
