namespace Espalier.Data;

/// <summary>Which part of a data set is meant.</summary>
public enum DataSplit
{
    /// <summary>The images a model learns from.</summary>
    Train,

    /// <summary>The images it is judged by.</summary>
    Test,
}
