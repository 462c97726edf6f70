using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Views;

/// <summary>A graph and its groups as JSON.</summary>
public static class GraphJson
{
    /// <summary>Writes the view.</summary>
    public static string Write(GraphView view) => JsonSerializer.Serialize(view, GraphJsonContext.Default.GraphView);
}

/// <summary>The generated writer of views.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(GraphView))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
