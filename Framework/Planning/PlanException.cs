namespace Espalier.Planning;

/// <summary>A plan that cannot be made, read or applied: the message names the place, the cause and the way out.</summary>
public sealed class PlanException : Exception
{
    /// <summary>A message that names place, cause and way out.</summary>
    public PlanException(string message)
        : base(message)
    {
    }

    /// <summary>A message that names place, cause and way out, and what went wrong underneath.</summary>
    public PlanException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
