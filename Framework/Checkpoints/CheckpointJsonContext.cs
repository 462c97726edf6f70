using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Planning;
using Espalier.Recipes;
using Espalier.Runs;

namespace Espalier.Checkpoints;

/// <summary>The generated reader and writer of checkpoints' metadata and of a run's state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = [typeof(IndexRangesConverter), typeof(RecipeNodeConverter)])]
[JsonSerializable(typeof(CheckpointMetadata))]
[JsonSerializable(typeof(RunPosition))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RecipeNode))]
internal sealed partial class CheckpointJsonContext : JsonSerializerContext;
