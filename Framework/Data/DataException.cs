namespace Espalier.Data;

/// <summary>Data that cannot be read: the message names the file, the place in it, the cause and the way out.</summary>
public sealed class DataException : Exception
{
    /// <summary>A message that names file, place, cause and way out.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>A message that names file, place, cause and way out, and what went wrong underneath.</summary>
    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
