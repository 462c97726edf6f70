using System.Reflection;

namespace Espalier.Views;

/// <summary>A graph and its groups as one stand-alone page: click a layer and see what goes with it, and why.</summary>
public static class GraphHtml
{
    private const string Placeholder = "\"__VIEW__\"";

    /// <summary>Writes the page.</summary>
    public static string Write(GraphView view)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Espalier.Views.graph.html")
            ?? throw new InvalidOperationException("The page's template is missing from the assembly.");
        using var reader = new StreamReader(stream);
        // "</" would end the script element that the data stands in.
        return reader.ReadToEnd().Replace(Placeholder, GraphJson.Write(view).Replace("</", "<\\/", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
