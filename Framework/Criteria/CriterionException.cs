namespace Espalier.Criteria;

/// <summary>A group that a criterion cannot score: the message names the group, the cause and the way out.</summary>
public sealed class CriterionException : Exception
{
    /// <summary>A message that names group, cause and way out.</summary>
    public CriterionException(string message)
        : base(message)
    {
    }

    /// <summary>A message that names group, cause and way out, and what went wrong underneath.</summary>
    public CriterionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
