using Espalier.Methods;
using Espalier.Training;

namespace Espalier.Plugins.Training;

/// <summary>Trains a pruned model on, with options that suit trained weights; masked weights stay zero.</summary>
/// <param name="options">How.</param>
[PluginPart("finetune")]
public sealed class FinetuneMethod(TrainingOptions options) : IPruningMethod
{
    /// <inheritdoc/>
    public string Name => "finetune";

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken) =>
        new Trainer(context, options.Complete(TrainingDefaults.FineTuning)).Run(cancellationToken).ToMethodResult();
}
