using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Puts a model in evaluation mode until it is disposed of; then each module is as it was.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly (nn.Module Module, bool Training)[] modes;

    public EvaluationMode(nn.Module module)
    {
        modes = [.. new ModuleNames(module).Modules.Select(entry => (entry.Module, entry.Module.training))];
        module.eval();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Parents come before their children, so each child's own mode is set last.
        foreach (var (module, training) in modes)
        {
            module.train(training);
        }
    }
}
