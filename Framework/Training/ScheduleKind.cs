namespace Espalier.Training;

/// <summary>How a learning rate falls.</summary>
public enum ScheduleKind
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>Along half a cosine (arXiv 1608.03983, equation 5, without restarts).</summary>
    Cosine,

    /// <summary>Along a line.</summary>
    Linear,

    /// <summary>By a factor at certain epochs.</summary>
    Step,
}
