namespace Espalier.Plugins.Data.Generated;

/// <summary>How a shape is filled.</summary>
internal enum Texture
{
    /// <summary>With one colour.</summary>
    Plain,

    /// <summary>With stripes of two.</summary>
    Striped,

    /// <summary>Light towards one side, dark towards the other.</summary>
    Shaded,

    /// <summary>With a chequered pattern of two.</summary>
    Chequered,
}
