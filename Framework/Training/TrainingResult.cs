using System.Globalization;
using Espalier.Methods;

namespace Espalier.Training;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">How many epochs were run; 0 where only the plan is wanted.</param>
/// <param name="Loss">The mean training loss of the last epoch; NaN without epochs.</param>
/// <param name="Evaluation">What the final weights do on the validation images, or on the test images where there are none; null without evaluations.</param>
/// <param name="StoppedEarly">Whether it ended before the last epoch.</param>
public sealed record TrainingResult(int Epochs, double Loss, Evaluation? Evaluation, bool StoppedEarly)
{
    /// <summary>Whether the evaluation is what a run measures after a step: on the test images, by the model's own forward.</summary>
    public bool IsOnTest { get; init; }

    /// <summary>The same for the report.</summary>
    public MethodResult ToMethodResult()
    {
        if (Epochs == 0)
        {
            return new MethodResult("not trained", new Dictionary<string, double>());
        }

        var metrics = new Dictionary<string, double>(Evaluation?.Metrics ?? new Dictionary<string, double>()) { ["epochs"] = Epochs, ["loss"] = Loss };
        var accuracy = Evaluation is { } found ? Text($", accuracy {found.AccuracyPercent:f2} %") : "";
        var early = StoppedEarly ? ", stopped early" : "";
        return new MethodResult(Text($"{Epochs} epochs{early}, loss {Loss:f4}{accuracy}"), metrics)
        {
            Evaluation = IsOnTest ? Evaluation : null,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
