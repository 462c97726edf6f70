using System.Diagnostics;
using System.Runtime.InteropServices;
using Espalier.Accelerators;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Reports;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>Times models, several in turns, so that what else the machine does disturbs all of them alike.</summary>
/// <param name="backend">What runs them; null for libtorch on the CPU.</param>
/// <param name="batch">Images per run.</param>
/// <param name="threads">Threads to use in libtorch; null for as many as are set.</param>
public sealed class LatencyMeter(IAcceleratorBackend? backend = null, int batch = 1, int? threads = null)
{
    private const int Rounds = 5;

    /// <summary>What latencies are measured with.</summary>
    public LatencySettings Settings => new(
        backend?.Name ?? "libtorch-cpu", RuntimeInformation.ProcessArchitecture.ToString(), batch, threads ?? get_num_threads());

    /// <summary>Times models.</summary>
    /// <param name="models">The models.</param>
    /// <param name="budget">How long all of it may take, roughly.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>One result per model.</returns>
    /// <exception cref="NotSupportedException">The backend cannot run a model.</exception>
    public IReadOnlyList<Latency> Measure(IReadOnlyList<TracedModel> models, TimeSpan budget, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        var former = get_num_threads();
        if (threads is { } wanted && backend is null)
        {
            set_num_threads(wanted);
        }

        var runners = new List<ICompiledModel>();
        try
        {
            runners.AddRange(models.Select(Compile));
            var times = runners.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var i = 0; i < runners.Count; i++)
                {
                    times[i].AddRange(Round(runners[i], round == 0 ? 3 : 1, budget / (Rounds * runners.Count), cancellationToken));
                }
            }

            return [.. times.Select(Latency.Of)];
        }
        finally
        {
            runners.ForEach(runner => runner.Dispose());
            set_num_threads(former);
        }
    }

    private static IEnumerable<double> Round(ICompiledModel runner, int warmUp, TimeSpan budget, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var times = new List<double>(runner.Measure(warmUp, 1, cancellationToken));
        while (times.Count < 100 && Stopwatch.GetElapsedTime(start) < budget)
        {
            times.AddRange(runner.Measure(0, 1, cancellationToken));
        }

        return times;
    }

    private ICompiledModel Compile(TracedModel model)
    {
        var batched = TracedModel.Trace(model.Module, [.. model.Inputs.Select(input => input with { Shape = [batch, .. input.Shape.Skip(1)] })]);
        return backend is null ? new TorchRunner(batched) : backend.Compile(batched);
    }

    /// <summary>A model in libtorch on the CPU: its own forward where that takes and gives one tensor, else its graph.</summary>
    private sealed class TorchRunner : ICompiledModel
    {
        private readonly TracedModel model;
        private readonly Interpreter interpreter;
        private readonly bool wasTraining;

        public TorchRunner(TracedModel model)
        {
            this.model = model;
            interpreter = new Interpreter(model.Evaluation, model.Module);
            wasTraining = model.Module.training;
            model.Module.eval();
        }

        public IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs)
        {
            using var off = no_grad();
            return inputs.Count == 1 && model.Module is nn.Module<Tensor, Tensor> module ? [module.call(inputs[0])] : interpreter.Run(inputs);
        }

        public IReadOnlyList<double> Measure(int warmUp, int runs, CancellationToken cancellationToken)
        {
            using var scope = NewDisposeScope();
            Tensor[] inputs = [.. model.Inputs.Select(Random)];
            var times = new double[runs];
            for (var run = -warmUp; run < runs; run++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var inner = NewDisposeScope();
                var start = Stopwatch.GetTimestamp();
                Run(inputs);
                if (run >= 0)
                {
                    times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }

            return times;
        }

        public void Dispose() => model.Module.train(wasTraining);

        private static Tensor Random(InputSpec input) =>
            is_floating_point(input.DType) ? randn([.. input.Shape], dtype: input.DType) : zeros([.. input.Shape], dtype: input.DType);
    }
}
