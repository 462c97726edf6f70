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

    /// <summary>The message of the exception that reading something throws, for options to say; null where it throws none.</summary>
    /// <param name="read">Reads it.</param>
    public static string? MessageOf(Func<object?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return null;
        }
        catch (PlanException problem)
        {
            return problem.Message;
        }
    }
}
