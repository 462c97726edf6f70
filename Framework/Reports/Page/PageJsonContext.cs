using System.Text.Json.Serialization;

namespace Espalier.Reports;

/// <summary>The generated writer of what a page's script draws from.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(IReadOnlyList<Plot>))]
[JsonSerializable(typeof(IReadOnlyList<GroupWidth>))]
internal sealed partial class PageJsonContext : JsonSerializerContext;
