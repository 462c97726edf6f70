using Espalier.Planning;
using Espalier.Plugins.Tests.Runs;

namespace Espalier.Plugins.Channel.Tests;

/// <summary>A run that ends after any round goes on to the same bytes.</summary>
public sealed class ResumeTests
{
    private static readonly ChannelOptions Options = new()
    {
        Macs = "0.4",
        Criterion = new("taylor"),
        Schedule = new() { Rounds = 4, Curve = CutCurve.Cubic },
        Between = new("nudge"),
        Calibration = new() { Images = 8 },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_EndedAfterARound_GoesOnToTheSameBytes(int saves)
    {
        using var data = Images.Of(16);
        var nudge = new Nudge();
        using var whole = new Run("cifar_resnet", Scores.Parts(("nudge", nudge)), data);
        var expected = new ChannelMethod(Options).Run(whole.Context, default);
        Assert.Equal(3, nudge.Calls);

        using var run = new Run("cifar_resnet", Scores.Parts(("nudge", new Nudge())), data) { EndsAfter = saves };
        Assert.Throws<Interrupted>(() => new ChannelMethod(Options).Run(run.Context, default));
        run.Restart();
        var result = new ChannelMethod(Options).Run(run.Context, default);

        Assert.Equal(whole.State(), run.State());
        Assert.Equal(expected.Metrics, result.Metrics);
        Assert.Equal(whole.Records, run.Records);
    }

    [Fact]
    public void Run_Cancelled_LeavesTheModelOfTheLastRound()
    {
        using var run = new Run("cifar_resnet", Scores.Parts());
        using var source = new CancellationTokenSource();
        source.Cancel();
        var before = run.State();
        Assert.Throws<OperationCanceledException>(() => new ChannelMethod(Options with { Criterion = new("l2") }).Run(run.Context, source.Token));
        Assert.Equal(before, run.State());
    }
}
