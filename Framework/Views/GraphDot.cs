using System.Globalization;
using System.Text;

namespace Espalier.Views;

/// <summary>A graph and its groups for Graphviz: operators as boxes, those of a group in one colour.</summary>
public static class GraphDot
{
    /// <summary>Writes the view.</summary>
    public static string Write(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var text = new StringBuilder("digraph model {\n  node [shape=box, style=filled, fontname=\"sans-serif\", fontsize=10];\n");
        var colours = view.Groups.Select((group, index) => (group.Name, index)).ToDictionary(pair => pair.Name, pair => Colour(pair.index), StringComparer.Ordinal);
        foreach (var node in view.Nodes)
        {
            var colour = node.Groups.Select(group => colours.GetValueOrDefault(group)).FirstOrDefault() ?? "#eeeeee";
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Id} [label=\"{Escape(node.Operator)}\\n{Escape(node.Scope)}\\n[{string.Join(", ", node.Shape)}]\", fillcolor=\"{colour}\"];\n");
            foreach (var input in node.Inputs)
            {
                text.Append(CultureInfo.InvariantCulture, $"  n{input} -> n{node.Id};\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    // Steps of the golden angle keep neighbouring groups apart on the colour wheel.
    private static string Colour(int index) => string.Create(CultureInfo.InvariantCulture, $"{index * 0.381966 % 1:F3} 0.35 0.95");

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
