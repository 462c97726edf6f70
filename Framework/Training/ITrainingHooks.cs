using Espalier.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Where a method takes part in a training: each member may be left as it is.</summary>
public interface ITrainingHooks
{
    /// <summary>Further parameters that are trained and saved with the model's, by name: scores, gates. Norms' rules of weight decay hold for them too.</summary>
    IReadOnlyDictionary<string, Parameter> Parameters => new Dictionary<string, Parameter>();

    /// <summary>The forward in place of the model's own; null: the model's own. Evaluations use it too: the module's <c>training</c> tells which it is.</summary>
    Func<Tensor, Tensor>? Forward => null;

    /// <summary>Hears of each step before its forward.</summary>
    void Begin(TrainingStep step)
    {
    }

    /// <summary>What is added to the loss of a step, a number with gradients; null: nothing.</summary>
    /// <param name="batch">The step's images and labels.</param>
    /// <param name="logits">What the model made of them, with gradients.</param>
    Tensor? ExtraLoss(Batch batch, Tensor logits) => null;
}
