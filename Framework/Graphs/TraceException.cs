namespace Espalier.Graphs;

/// <summary>A model that cannot be traced: the message names the place in the model, the cause and the way out.</summary>
public sealed class TraceException : Exception
{
    /// <summary>A message that names place, cause and way out.</summary>
    public TraceException(string message)
        : base(message)
    {
    }

    /// <summary>A message that names place, cause and way out, and what went wrong underneath.</summary>
    public TraceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
