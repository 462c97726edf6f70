using Espalier.Training;

namespace Espalier.Framework.Tests.Training;

public class LearningRateScheduleTests
{
    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.5)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(8, 0.75)]
    [InlineData(12, 0.5)]
    public void At_LineWithWarmup_RisesThenFallsToTheLeast(long step, double expected) =>
        Assert.Equal(expected, Make(new() { Kind = ScheduleKind.Linear }, warmup: 2, least: 0).At(step), 12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.8681980515339464)] // 0.1 + 0.9 (1 + cos(pi / 4)) / 2
    [InlineData(10, 0.55)]
    [InlineData(20, 0.1)]
    public void At_Cosine_EqualsTheFormula(long step, double expected) =>
        Assert.Equal(expected, Make(new() { Kind = ScheduleKind.Cosine }, 0, 0.1).At(step), 12);

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0.1)]
    [InlineData(11, 0.1)]
    [InlineData(12, 0.05)]
    public void At_Steps_FallsAtTheEpochsAndNotBelowTheLeast(long step, double expected) =>
        Assert.Equal(expected, Make(new() { Kind = ScheduleKind.Step, Milestones = [3, 6] }, 0, 0.05).At(step), 12);

    [Theory]
    [InlineData(0, 0.4)] // 0.2 + 0.8 / 4
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(10, 0.55)]
    [InlineData(15, 0.11533337816991932)] // 0.1 + 0.9 (1 + cos(11 pi / 12)) / 2
    [InlineData(16, 0.1)]
    [InlineData(19, 0.1)]
    public void At_WarmupRateAndCooldown_RisesFromTheOneAndStaysInTheOther(long step, double expected)
    {
        var schedule = new LearningRateSchedule(
            new TrainingOptions { Epochs = 10, LearningRate = 1, MinLearningRate = 0.1, WarmupEpochs = 2, WarmupLearningRate = 0.2, CooldownEpochs = 2 }
                .Complete(TrainingDefaults.FromScratch),
            stepsPerEpoch: 2);
        Assert.Equal(expected, schedule.At(step), 12);
    }

    [Fact]
    public void At_Constant_Stays()
    {
        var schedule = Make(new() { Kind = ScheduleKind.Constant }, 0, 0);
        Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(1, schedule.At(step)));
    }

    // Ten epochs of two steps.
    private static LearningRateSchedule Make(ScheduleOptions schedule, double warmup, double least) => new(
        new TrainingOptions { Epochs = 10, LearningRate = 1, MinLearningRate = least, WarmupEpochs = warmup, Schedule = schedule }
            .Complete(TrainingDefaults.FromScratch),
        stepsPerEpoch: 2);
}
