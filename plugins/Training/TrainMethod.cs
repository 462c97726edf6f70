using Espalier.Methods;
using Espalier.Training;

namespace Espalier.Plugins.Training;

/// <summary>Trains the model from the weights that it has, with options that suit random ones.</summary>
/// <param name="options">How.</param>
[PluginPart("train")]
public sealed class TrainMethod(TrainingOptions options) : IPruningMethod
{
    /// <inheritdoc/>
    public string Name => "train";

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken) =>
        new Trainer(context, options.Complete(TrainingDefaults.FromScratch)).Run(cancellationToken).ToMethodResult();
}
