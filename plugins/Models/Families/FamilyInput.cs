using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Models;

/// <summary>What a family makes a model for: options first, then the data, then what the field is used to.</summary>
internal sealed record FamilyInput(int Classes, int Channels, int Height, int Width)
{
    /// <summary>Decides between options and data.</summary>
    /// <param name="request">What the data ask for.</param>
    /// <param name="options">The options; they win.</param>
    /// <param name="imageSize">The images' size where neither says.</param>
    /// <param name="classes">The number of classes where neither says.</param>
    public static FamilyInput From(ModelRequest request, ImageModelOptions options, int imageSize, int classes = 1000) => new(
        options.Classes ?? request.Classes ?? classes,
        options.Channels ?? request.Channels ?? 3,
        options.ImageSize ?? request.Height ?? imageSize,
        options.ImageSize ?? request.Width ?? imageSize);

    /// <summary>The model with the input that it takes.</summary>
    public ModelInstance With(nn.Module model) => new(model, [InputSpec.Of(1, Channels, Height, Width)]);

    /// <summary>The images' size for models that take squares only.</summary>
    /// <exception cref="ArgumentException">They are not square.</exception>
    public int Square(string family) => Height == Width
        ? Height
        : throw new ArgumentException($"The family '{family}' takes square images, not {Height} x {Width}. Set its option image-size, and have the images cut to it.");
}
