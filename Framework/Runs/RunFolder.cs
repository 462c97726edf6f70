namespace Espalier.Runs;

/// <summary>
/// The folder of one run, held by one process at a time. It holds <c>run.json</c> (what the run is), <c>recipe.yaml</c> or <c>.json</c> (as it was written),
/// <c>environment.json</c>, <c>metrics.jsonl</c>, <c>state.safetensors</c> (what resuming needs) and <c>dense.safetensors</c> (what steps have trained before the
/// first cut; both are gone when the run is done), and when all steps are done <c>model.safetensors</c>, <c>plan.json</c>, <c>report.html</c> and last <c>report.json</c>.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly FileStream guard;
    private readonly bool isNew;

    private RunFolder(string path, FileStream guard, bool isNew) => (Path, this.guard, this.isNew) = (path, guard, isNew);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What the run is: recipe, threads, device.</summary>
    public string Record => At("run.json");

    /// <summary>Where it ran and with what.</summary>
    public string Environment => At("environment.json");

    /// <summary>The numbers of the run, one record per line.</summary>
    public string Metrics => At("metrics.jsonl");

    /// <summary>What resuming needs.</summary>
    public string State => At("state.safetensors");

    /// <summary>The weights before the first cut, where steps have trained them.</summary>
    public string Dense => At("dense.safetensors");

    /// <summary>The model at the end.</summary>
    public string Checkpoint => At("model.safetensors");

    /// <summary>All cuts as one plan.</summary>
    public string Plan => At("plan.json");

    /// <summary>The report for people.</summary>
    public string Report => At("report.html");

    /// <summary>The results; its presence says that the run is done.</summary>
    public string Results => At("report.json");

    /// <summary>Whether a folder holds a run, and whether that is done.</summary>
    public static (bool Exists, bool IsDone) Look(string path) =>
        (File.Exists(System.IO.Path.Combine(path, "run.json")), File.Exists(System.IO.Path.Combine(path, "report.json")));

    /// <summary>Checks that a new run may have a folder: there is none, or it is empty.</summary>
    /// <exception cref="RunException">It may not.</exception>
    public static void CheckFree(string path)
    {
        var (exists, isDone) = Look(path);
        if (exists)
        {
            throw new RunException(isDone
                ? $"{path} holds a run that is done. Choose another folder with --output, or remove this one."
                : $"{path} holds a run that is not done. Go on with it with --resume, choose another folder with --output, or remove this one.");
        }

        if (File.Exists(path))
        {
            throw new RunException($"{path} is a file, and a run needs a folder. Choose another with --output.");
        }

        // These two are left where a process was killed before the run existed.
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) is not ("lock" or "run.json.tmp")))
        {
            throw new RunException($"{path} is not empty, and holds no run. Choose another folder with --output.");
        }
    }

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="RunException">The folder is taken, or cannot be made.</exception>
    public static RunFolder Create(string path)
    {
        CheckFree(path);
        var isNew = !Directory.Exists(path);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"The folder {path} cannot be made: {error.Message} Choose another with --output.", error);
        }

        var folder = new RunFolder(path, Lock(path), isNew);
        try
        {
            // Another process may have been faster.
            CheckFree(path);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens the folder of a run to go on with it.</summary>
    /// <exception cref="RunException">There is no run, or another process works on it.</exception>
    public static RunFolder Open(string path) => Look(path).Exists
        ? new RunFolder(path, Lock(path), isNew: false)
        : throw new RunException($"There is no run in {path} that could be resumed. Name its folder with --output, or leave out --resume.");

    /// <summary>The path of a file in the folder.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text file in one piece: until it is on the disk, the former one stays.</summary>
    public static void Write(string path, string text)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Takes back all that was written, where nothing came of the run.</summary>
    public void Remove()
    {
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != "lock").ToList())
        {
            File.Delete(file);
        }

        File.Delete(guard.Name);
        Dispose();
        if (isNew)
        {
            Directory.Delete(Path, recursive: false);
        }
    }

    /// <summary>Lets other processes have the folder. The lock's file stays: removing it could take it from under a process that is about to lock it.</summary>
    public void Dispose() => guard.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"Another process works in {path}: wait for it, or choose another folder with --output. ({error.Message})", error);
        }
    }
}
