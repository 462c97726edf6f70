namespace Espalier.Plugins.Data.Generated;

/// <summary>What is drawn.</summary>
internal enum Shape
{
    /// <summary>A filled circle.</summary>
    Disc,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle with equal sides.</summary>
    Triangle,

    /// <summary>Two crossing bars.</summary>
    Cross,

    /// <summary>A circle with a hole.</summary>
    Ring,
}
