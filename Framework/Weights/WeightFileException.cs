namespace Espalier.Weights;

/// <summary>A weight file that cannot be read, written or loaded: the message names file, place, cause and way out.</summary>
public sealed class WeightFileException : Exception
{
    /// <summary>An error in a weight file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where in it: a byte offset or a key; null for the file as a whole.</param>
    /// <param name="cause">What is wrong, as a sentence.</param>
    /// <param name="wayOut">What helps, as a sentence.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public WeightFileException(string file, string? place, string cause, string wayOut, Exception? innerException = null)
        : base($"{file}{(place is null ? "" : ", " + place)}: {cause} {wayOut}", innerException) =>
        (File, Place, Cause, WayOut) = (file, place, cause, wayOut);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Where in the file: a byte offset or a key; null for the file as a whole.</summary>
    public string? Place { get; }

    /// <summary>What is wrong.</summary>
    public string Cause { get; }

    /// <summary>What helps.</summary>
    public string WayOut { get; }
}
