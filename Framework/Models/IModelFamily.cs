using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>A family of model architectures, made from options: <c>resnet-cifar</c> with a depth, <c>vision-transformer</c> with a width.</summary>
/// <remarks>Implementers: take all random initial values from torch's global generator; the host seeds it.</remarks>
[PartContract("family")]
public interface IModelFamily
{
    /// <summary>The name in recipes.</summary>
    string Name { get; }

    /// <summary>Makes a model with fresh weights.</summary>
    /// <param name="request">What the data ask for; options of the family win.</param>
    /// <exception cref="ArgumentException">There is no such model; the message says which option to change.</exception>
    ModelInstance Create(ModelRequest request);
}
