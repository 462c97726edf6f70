using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Models;

/// <summary>The options of <see cref="CifarResNetFamily"/>.</summary>
[PluginOptions]
public sealed record CifarResNetOptions : ImageModelOptions, IValidatedOptions
{
    /// <summary>The number of layers: 6n + 2, such as 20, 32, 44, 56, 110.</summary>
    [Option(Min = 8, Shorthand = true)]
    public int Depth { get; init; } = 20;

    /// <summary>What is added where the width changes: zero-padding is option A of the paper, convolution option B.</summary>
    public CifarShortcut Shortcut { get; init; } = CifarShortcut.ZeroPadding;

    /// <summary>Channels of the first stage; each further one has twice as many.</summary>
    [Option(Min = 1)]
    public int Width { get; init; } = 16;

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems() =>
        Depth % 6 == 2 ? [] : [new OptionProblem(nameof(Depth), "The depth must be 6n + 2: 20, 32, 44, 56, 110.")];
}
