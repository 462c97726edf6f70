using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Planning;

/// <summary>The generated reader and writer of plans.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(IndexRangesConverter)])]
[JsonSerializable(typeof(PruningPlan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
