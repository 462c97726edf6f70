using System.Globalization;
using System.Text;

namespace Espalier.Views;

/// <summary>A graph and its groups as plain text.</summary>
public static class GraphText
{
    /// <summary>Writes the view.</summary>
    public static string Write(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{view.Model}({string.Join(", ", view.Inputs.Select(Value))})\n");
        foreach (var node in view.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  %{node.Id} = {node.Operator}({string.Join(", ", node.Inputs.Select(i => $"%{i}").Concat(node.Parameters.Select(Value)))})");
            text.Append(CultureInfo.InvariantCulture, $" -> [{string.Join(", ", node.Shape)}]{(node.Scope.Length > 0 ? $"  # {node.Scope}" : "")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{view.Groups.Count} groups\n");
        foreach (var group in view.Groups)
        {
            AppendGroup(text, group);
        }

        foreach (var reason in view.Obstacles.GroupBy(obstacle => obstacle.Reason))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nnot cut because {reason.Key}:\n");
            text.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", reason.Select(o => $"{o.Parameter}[{o.Dimension}]"))}\n");
        }

        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, ViewGroup group)
    {
        text.Append(CultureInfo.InvariantCulture, $"{group.Name}: {group.Units} x {group.Granularity}{(group.Rows > 1 ? $" in {group.Rows} rows" : "")}\n");
        foreach (var role in group.Members.GroupBy(member => member.Role))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {role.Key}: {string.Join(", ", role.Select(m => $"{m.Parameter}[{m.Dimension}]"))}\n");
        }

        foreach (var link in group.Links)
        {
            text.Append(CultureInfo.InvariantCulture, $"  because {link.Text}\n");
        }
    }

    private static string Value(ViewValue value) => $"{value.Name} [{string.Join(", ", value.Shape)}]";
}
