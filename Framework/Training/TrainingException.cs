namespace Espalier.Training;

/// <summary>A training that cannot begin or go on: the message names the place, the cause and the way out.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>A message that names the place, the cause and the way out.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }
}
