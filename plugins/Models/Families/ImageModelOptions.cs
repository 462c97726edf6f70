using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>What all models of images have in common: what the data say, unless an option does.</summary>
public abstract record ImageModelOptions
{
    /// <summary>How many classes it tells apart; by default as many as the data have.</summary>
    [Option(Min = 1)]
    public int? Classes { get; init; }

    /// <summary>The images' channels; by default as many as the data have.</summary>
    [Option(Min = 1)]
    public int? Channels { get; init; }

    /// <summary>The images' height and width in pixels; by default those of the data.</summary>
    [Option(Min = 1)]
    public int? ImageSize { get; init; }
}
