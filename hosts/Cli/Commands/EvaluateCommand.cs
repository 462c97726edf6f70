using System.CommandLine;
using System.Globalization;
using Espalier.Cli.Output;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Training;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier evaluate MODEL</c>.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var model = new Argument<string>("model") { Description = "A recipe, or a checkpoint (.safetensors); its data: --set data.source=cifar-10." };
        return new Command("evaluate", "Evaluates the model of a recipe or checkpoint on the test images of its data.") { model }
            .Runs(options, (session, parsed, cancellationToken) =>
            {
                Run(session, parsed.GetRequiredValue(model), cancellationToken);
                return Task.CompletedTask;
            });
    }

    private static void Run(Session session, string path, CancellationToken cancellationToken)
    {
        var loaded = session.Read(path);
        if (loaded.Recipe.Data is null)
        {
            throw new RecipeException(loaded.Source.Place, "There are no data to evaluate on. Name some: --set data.source=fashion-mnist.");
        }

        using var hand = ModelOnHand.Open(session, loaded, withData: true, cancellationToken);
        var result = new Evaluator(hand.Data!, RunDevice.Of(loaded.Recipe)).Evaluate(hand.Start.Model, hand.Data!.Test, session.Status, cancellationToken);
        var figures = StageFigures.Of("model", hand.Start.Model, hand.Start.Masks, result);
        if (session.Printer.Format == OutputFormat.Json)
        {
            session.Printer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("model", hand.Start.Origin.Family);
                json.WriteNumber("images", result.Images);
                json.WriteNumber("parameters", figures.Parameters);
                json.WriteNumber("macs", figures.Macs);
                foreach (var (name, value) in result.Metrics)
                {
                    json.WriteNumber(name, value);
                }

                json.WriteEndObject();
            });
            return;
        }

        session.Printer.Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{hand.Start.Origin.Family}: accuracy {result.AccuracyPercent:F2} %, loss {result.Loss:F4} on {result.Images} images of {hand.Data.Test.Name}; "
            + $"{Quantity.Of(figures.Parameters)} parameters, {Quantity.Of(figures.Macs)} MACs"));
    }
}
