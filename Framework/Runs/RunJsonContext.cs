using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Runs;

/// <summary>The generated reader and writer of a run's environment.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunEnvironment))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
