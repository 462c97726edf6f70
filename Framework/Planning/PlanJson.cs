using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Planning;

/// <summary>Plans as JSON. Runs of indices are written as ranges ("0-15,17"), so a plan stays readable and small.</summary>
public static class PlanJson
{
    /// <summary>Writes a plan to a file; the file is replaced only once the whole plan is written.</summary>
    public static void Save(PruningPlan plan, string path)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, Write(plan));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a plan from a file.</summary>
    /// <exception cref="PlanException">The file is missing, truncated or no plan; the message names file, line and cause.</exception>
    public static PruningPlan Load(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"The plan {path} cannot be read: {cause.Message}", cause);
        }

        return Read(text, path);
    }

    /// <summary>The plan as JSON.</summary>
    public static string Write(PruningPlan plan) => JsonSerializer.Serialize(plan, PlanJsonContext.Default.PruningPlan) + "\n";

    /// <summary>A plan from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="PlanException">It is truncated or no plan.</exception>
    public static PruningPlan Read(string json, string name = "plan")
    {
        PruningPlan? plan;
        try
        {
            plan = JsonSerializer.Deserialize(json, PlanJsonContext.Default.PruningPlan);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or OverflowException or NotSupportedException)
        {
            var place = cause is JsonException { LineNumber: { } line } error ? $", line {line + 1}, column {error.BytePositionInLine + 1}" : "";
            throw new PlanException($"{name}{place}: this is no pruning plan ({cause.Message}). Write it again with this version.", cause);
        }

        return plan switch
        {
            null => throw new PlanException($"{name}: the plan is empty."),
            { Version: < PruningPlan.OldestVersion or > PruningPlan.CurrentVersion } => throw new PlanException(
                $"{name}: the plan has the format version {plan.Version}; this build reads {PruningPlan.OldestVersion} to {PruningPlan.CurrentVersion}."),
            _ => plan,
        };
    }
}
