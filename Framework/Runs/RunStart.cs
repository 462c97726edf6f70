using System.Text.Json;
using Espalier.Checkpoints;
using Espalier.Recipes;
using Espalier.Reports;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>The beginning of a run, or of its resumption: the folder, and the checks that what is resumed is the same run.</summary>
internal sealed class RunStart : IDisposable
{
    private RunStart(RunFolder folder, bool resumes, RunEnvironment environment) => (Folder, Resumes, Environment) = (folder, resumes, environment);

    /// <summary>The run's folder.</summary>
    public RunFolder Folder { get; }

    /// <summary>Whether there is a state to go on from.</summary>
    public bool Resumes { get; }

    /// <summary>Where it runs and with what.</summary>
    public RunEnvironment Environment { get; }

    /// <summary>Opens the folder of a run that is resumed; for a new one, checks that its folder is free. Sets the number of threads.</summary>
    /// <exception cref="RunException">The folder is taken, or its run is another one.</exception>
    public static RunFolder? Open(RunRequest request)
    {
        RunOutputs.Check(request.Recipe, request.Source);
        if (!request.Resume)
        {
            RunFolder.CheckFree(request.Folder);
            SetThreads(request.Recipe.Threads);
            return null;
        }

        var folder = RunFolder.Open(request.Folder);
        try
        {
            var former = ReadRecord(folder.Record);
            if (RecipeDifference.Find(Without(former.Recipe, "threads"), Without(request.Source, "threads")) is { } difference)
            {
                throw new RunException($"The run in {folder.Path} has another recipe: {difference}. Resume it with its own, or begin a new run in another folder.");
            }

            if (request.Recipe.Threads is { } threads && threads != former.Threads)
            {
                throw new RunException(
                    $"The run in {folder.Path} computes with {former.Threads} threads, and threads is {threads}: the results would differ. Leave threads as it was.");
            }

            SetThreads(former.Threads);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Makes the folder of a new run; checks what is resumed against it.</summary>
    /// <exception cref="RunException">The folder was taken meanwhile, or weights or plugins are others.</exception>
    public static RunStart Begin(RunRequest request, RunFolder? opened, ModelSource source)
    {
        PluginVersion[] plugins = [.. request.Parts.Parts.Select(part => new PluginVersion(part.Plugin, part.Version)).Distinct().OrderBy(plugin => plugin.Id, StringComparer.Ordinal)];
        var record = new RunRecord(request.Source, get_num_threads(), source.Hash(), RunEnvironment.FrameworkVersion, plugins);
        if (opened is not null)
        {
            CheckSame(opened, ReadRecord(opened.Record), record, source);
        }

        var folder = opened ?? RunFolder.Create(request.Folder);
        if (opened is null)
        {
            RunFolder.Write(folder.Record, JsonSerializer.Serialize(record, CheckpointJsonContext.Default.RunRecord) + "\n");
        }

        CopyRecipe(request.File, folder);
        var environment = RunEnvironment.Now(record.Threads, request.Recipe.Device, plugins, Earlier(folder.Environment), request.Time);
        RunFolder.Write(folder.Environment, JsonSerializer.Serialize(environment, RunJsonContext.Default.RunEnvironment) + "\n");
        return new RunStart(folder, opened is not null && File.Exists(folder.State), environment);
    }

    /// <summary>Takes the folder back where a run failed before anything came of it.</summary>
    public void Withdraw(RunState state)
    {
        if (!Resumes && state.Steps.Count == 0 && !state.IsInStep)
        {
            Folder.Remove();
        }
    }

    /// <summary>Writes the results, which say that the run is done, and removes what only a resumption needs.</summary>
    public RunReport Complete(RunReport report)
    {
        RunFolder.Write(Folder.Results, ReportJson.Write(report));
        File.Delete(Folder.State);
        File.Delete(Folder.Dense);
        return report;
    }

    /// <inheritdoc/>
    public void Dispose() => Folder.Dispose();

    private static void CheckSame(RunFolder folder, RunRecord former, RunRecord now, ModelSource source)
    {
        if (former.Weights != now.Weights)
        {
            throw new RunException($"{source.File} has changed since the run in {folder.Path} began: the results would differ. Put the file back, or begin a new run in another folder.");
        }

        if (former.Espalier != now.Espalier)
        {
            throw new RunException($"The run in {folder.Path} began with Espalier {former.Espalier}, and this is {now.Espalier}: begin a new run in another folder.");
        }

        if (former.Plugins.FirstOrDefault(plugin => !now.Plugins.Contains(plugin)) is { } missing)
        {
            throw new RunException(
                $"The run in {folder.Path} began with the plugin '{missing.Id}' {missing.Version}, which is not loaded now. Install it, or begin a new run in another folder.");
        }
    }

    private static RunRecord ReadRecord(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), CheckpointJsonContext.Default.RunRecord) is { Version: RunRecord.CurrentVersion } record
                ? record
                : throw new JsonException($"this build reads the format version {RunRecord.CurrentVersion}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RunException($"{path}: the run cannot be resumed ({error.Message}). Begin a new run in another folder.", error);
        }
    }

    private static IReadOnlyList<DateTimeOffset> Earlier(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), RunJsonContext.Default.RunEnvironment)?.Started ?? [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static void CopyRecipe(string? file, RunFolder folder)
    {
        if (file is not null && folder.At("recipe" + (Path.GetExtension(file) is ".json" ? ".json" : ".yaml")) is var copy && !File.Exists(copy))
        {
            RunFolder.Write(copy, File.ReadAllText(file));
        }
    }

    // Threads are compared as numbers that count, not as what the recipe says of them.
    private static RecipeNode Without(RecipeNode node, string key) =>
        node is RecipeMap map ? map with { Entries = [.. map.Entries.Where(entry => entry.Key != key)] } : node;

    private static void SetThreads(int? threads)
    {
        if (threads is { } count)
        {
            set_num_threads(count);
        }
    }
}
