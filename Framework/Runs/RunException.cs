namespace Espalier.Runs;

/// <summary>A run that cannot begin or go on: the message names the place, the cause and the way out.</summary>
public sealed class RunException : Exception
{
    /// <summary>A message that names the place, the cause and the way out.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>A message that names the place, the cause and the way out, and what went wrong underneath.</summary>
    public RunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
