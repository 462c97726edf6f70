using System.CommandLine;
using Espalier.Cli.Output;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Structures;
using Espalier.Views;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier inspect MODEL</c>.</summary>
internal static class InspectCommand
{
    private static readonly string[] Views = ["layers", "groups", "graph", "dot", "html"];

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var model = new Argument<string>("model") { Description = "A recipe, or a checkpoint (.safetensors)." };
        var view = new Option<string>("--view")
        {
            Description = "What is shown: layers, groups, graph, dot (for Graphviz), html (a page to click through).",
            DefaultValueFactory = _ => "layers",
        };
        view.AcceptOnlyFromAmong(Views);
        return new Command("inspect", "Shows a model: its layers, what must be cut together, what it costs.") { model, view }
            .Runs(options, (session, parsed, cancellationToken) =>
            {
                using var hand = Open(session, session.Read(parsed.GetRequiredValue(model)), cancellationToken);
                Show(session, hand.Start.Model, parsed.GetRequiredValue(view));
                return Task.CompletedTask;
            });
    }

    // A family's classes and image size are the data's: without them, its own defaults are better than no answer.
    private static ModelOnHand Open(Session session, LoadedRecipe loaded, CancellationToken cancellationToken)
    {
        try
        {
            return ModelOnHand.Open(session, loaded, withData: loaded.Recipe.Model.Checkpoint is null, cancellationToken);
        }
        catch (DataException error)
        {
            session.Status.WriteLine($"The model is shown with the classes and the image size that its family takes by default. {error.Message}");
            return ModelOnHand.Open(session, loaded, withData: false, cancellationToken);
        }
    }

    private static void Show(Session session, TracedModel model, string view)
    {
        var structure = ModelStructure.Find(model.Graphs);
        var printer = session.Printer;
        var isJson = printer.Format == OutputFormat.Json;
        switch (view)
        {
            case "dot":
                printer.Text(GraphDot.Write(GraphView.Of(structure)));
                break;
            case "html":
                printer.Text(GraphHtml.Write(GraphView.Of(structure)));
                break;
            case "layers":
                var table = new LayerTable(model, structure);
                (isJson ? (Action<Printer>)table.PrintJson : table.Print)(printer);
                break;
            case var _ when isJson:
                printer.Text(GraphJson.Write(GraphView.Of(structure)));
                break;
            case "groups":
                Groups(structure, printer);
                break;
            default:
                printer.Text(GraphText.Write(GraphView.Of(structure)));
                break;
        }
    }

    private static void Groups(ModelStructure structure, Printer printer) =>
        printer.Table(["group", ">units", "a unit is", "members"], structure.Groups.Select(group => (IReadOnlyList<string>)
        [
            group.Name,
            group.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            group.Granularity.ToString().ToLowerInvariant(),
            string.Join(", ", group.Members.Select(member => $"{member.Parameter}[{member.Dimension}]")),
        ]));
}
