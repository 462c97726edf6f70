using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Optimizers;

/// <summary>Saving an optimizer and going on, exactly as if nothing had happened.</summary>
public sealed class OptimizerStateTests
{
    public static TheoryData<string> Names() => new(OptimizerTable.Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void State_SavedAndLoaded_GoesOnBitForBit(string name) => GoOn(name, (source, target) =>
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        source.save_state_dict(writer);
        writer.Flush();
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        target.load_state_dict(reader);
        Assert.Equal(stream.Length, stream.Position);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void State_SavedToAFile_GoesOnBitForBit(string name) => GoOn(name, (source, target) =>
    {
        var file = Path.GetTempFileName();
        try
        {
            source.save_state_dict(file);
            target.load_state_dict(file);
        }
        finally
        {
            File.Delete(file);
        }
    });

    [Theory]
    [InlineData("sgd-nesterov-decay")]
    [InlineData("adam-amsgrad")]
    [InlineData("adamw-groups")]
    [InlineData("rmsprop-momentum")]
    [InlineData("adagrad-decay")]
    public void State_OfAnotherOptimizer_IsCopied(string name) => GoOn(name, (source, target) =>
    {
        // The third parameter has had its first gradient: without it TorchSharp's own SGD cannot copy.
        target.load_state_dict(source.state_dict());
        Assert.True(target.state_dict().State[0].ApproximatelyEquals(source.state_dict().State[0]));
    });

    [Fact]
    public void State_OfEachParameter_IsThereToReadAndReplace()
    {
        using var scope = NewDisposeScope();
        var (sgd, adam) = (new Problem(ScalarType.Float32), new Problem(ScalarType.Float32));
        using var momentum = optim.SGD(sgd.Parameters, 0.1, momentum: 0.9);
        using var averages = optim.AdamW(adam.Parameters, amsgrad: true);
        for (var i = 0; i < 2; i++)
        {
            sgd.Step(momentum);
            adam.Step(averages);
        }

        var buffers = momentum.state_dict().State.Cast<SGD.State>().ToArray();
        Assert.Equal([3L], buffers[0].momentum_buffer!.shape);
        Assert.Null(buffers[2].momentum_buffer);

        var states = averages.state_dict().State.Cast<AdamW.State>().ToArray();
        Assert.Equal([2, 2, 0], states.Select(state => state.step));
        Assert.Equal([2L, 2L], states[1].exp_avg.shape);
        Assert.Equal([2L, 2L], states[1].exp_avg_sq.shape);
        Assert.Equal([2L, 2L], states[1].max_exp_avg_sq!.shape);

        // What a pruned parameter needs: the part of the state that belongs to what is left of it.
        buffers[0].momentum_buffer!.Dispose();
        buffers[0].momentum_buffer = zeros(3).to(sgd.Parameters[0].device).DetachFromDisposeScope();
        sgd.Step(momentum);
    }

    [Fact]
    public void Options_SavedAndLoaded_AreTheSame()
    {
        using var scope = NewDisposeScope();
        var parameters = new Problem(ScalarType.Float32).Parameters;
        using var source = optim.AdamW(parameters, 0.3, 0.5, 0.6, 0.7, 0.8, amsgrad: true, maximize: true);
        source.ParamGroups.First().LearningRate = 0.1;
        using var target = optim.AdamW(parameters, amsgrad: true);
        target.load_state_dict(source.state_dict());

        var options = (AdamW.Options)target.state_dict().Options[0];
        Assert.Equal((0.1, 0.3), (options.LearningRate, options.InitialLearningRate));
        Assert.Equal((0.5, 0.6, 0.7, 0.8), (options.beta1, options.beta2, options.eps, options.weight_decay));
        Assert.Equal((true, true), (options.amsgrad, options.maximize));
    }

    [Fact]
    public void State_OfAnotherType_IsRefused()
    {
        using var scope = NewDisposeScope();
        var parameters = new Problem(ScalarType.Float32).Parameters;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optim.SGD(parameters, 0.1).save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Throws<InvalidDataException>(() => optim.Adam(parameters).load_state_dict(reader));
    }

    [Fact]
    public void State_OfOtherParameters_IsRefused()
    {
        using var scope = NewDisposeScope();
        var parameters = new Problem(ScalarType.Float32).Parameters;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optim.SGD(parameters, 0.1).save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Throws<ArgumentException>(() => optim.SGD(parameters[..2], 0.1).load_state_dict(reader));
    }

    [Fact]
    public void To_TheSameDevice_KeepsTheState()
    {
        using var scope = NewDisposeScope();
        var problem = new Problem(ScalarType.Float32);
        using var optimizer = optim.SGD(problem.Parameters, 0.1, momentum: 0.9);
        problem.Step(optimizer);
        optimizer.to(problem.Parameters[0].device);
        problem.Step(optimizer);
    }

    private static void GoOn(string name, Action<OptimizerHelper, OptimizerHelper> transfer)
    {
        using var scope = NewDisposeScope();
        var problem = new Problem(ScalarType.Float32);
        using var optimizer = OptimizerTable.Cases[name](problem.Parameters);
        for (var i = 0; i < 5; i++)
            problem.Step(optimizer);

        var copy = problem.Copy();
        using var resumed = OptimizerTable.Cases[name](copy.Parameters);
        transfer(optimizer, resumed);
        for (var i = 0; i < 5; i++)
        {
            problem.Step(optimizer);
            copy.Step(resumed);
            Assert.Equal(problem.Values, copy.Values);
        }
    }
}
