using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Cli.Output;

/// <summary>The layers of a model with what they cost and the groups that they are in.</summary>
internal sealed class LayerTable
{
    private readonly string model;
    private readonly ModelCounts counts;
    private readonly int groups;
    private readonly Row[] rows;

    /// <summary>The layers of a model.</summary>
    public LayerTable(TracedModel model, ModelStructure structure)
    {
        this.model = model.Module.GetType().Name;
        counts = ModelCounts.Of(model);
        groups = structure.Groups.Count;
        var macs = counts.Nodes.GroupBy(node => node.Node.Scope, StringComparer.Ordinal)
            .ToDictionary(scope => scope.Key, scope => scope.Sum(node => node.Macs), StringComparer.Ordinal);
        rows =
        [
            .. model.Evaluation.Parameters.GroupBy(value => PathOf(value.Name), StringComparer.Ordinal).Select(layer => new Row(
                layer.Key,
                model.Evaluation.Nodes.First(node => node.Inputs.Contains(layer.First())).Operator,
                layer.First().Shape,
                layer.Where(value => value.Kind == ValueKind.Parameter).Sum(value => value.Count),
                macs.GetValueOrDefault(layer.Key),
                [.. structure.Groups.Where(group => group.Members.Any(member => PathOf(member.Parameter) == layer.Key)).Select(group => group.Name)])),
        ];
    }

    /// <summary>The module that a parameter belongs to.</summary>
    public static string PathOf(string parameter) => parameter.LastIndexOf('.') is > 0 and var dot ? parameter[..dot] : parameter;

    /// <summary>Prints a table.</summary>
    public void Print(Printer printer)
    {
        printer.Table(["layer", "operator", "weight", ">parameters", ">MACs", "groups"], rows.Select(row => (IReadOnlyList<string>)
        [
            row.Path, row.Operator, $"[{string.Join(", ", row.Shape)}]", Quantity.Of(row.Parameters), Quantity.Of(row.Macs), string.Join(", ", row.Groups),
        ]));
        printer.Text(
            $"{model}: {Quantity.Of(counts.Parameters)} parameters, {Quantity.Of(counts.Macs)} MACs, "
            + $"{Quantity.Of(counts.PeakActivationBytes)} bytes of activations at most, {groups} groups");
    }

    /// <summary>Prints JSON.</summary>
    public void PrintJson(Printer printer) => printer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("model", model);
        json.WriteNumber("parameters", counts.Parameters);
        json.WriteNumber("macs", counts.Macs);
        json.WriteNumber("peakActivationBytes", counts.PeakActivationBytes);
        json.WriteStartArray("layers");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("layer", row.Path);
            json.WriteString("operator", row.Operator);
            json.WriteStartArray("weight");
            row.Shape.ToList().ForEach(json.WriteNumberValue);
            json.WriteEndArray();
            json.WriteNumber("parameters", row.Parameters);
            json.WriteNumber("macs", row.Macs);
            json.WriteStartArray("groups");
            row.Groups.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private sealed record Row(string Path, string Operator, IReadOnlyList<long> Shape, long Parameters, long Macs, IReadOnlyList<string> Groups);
}
