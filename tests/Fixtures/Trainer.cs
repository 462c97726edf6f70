using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Espalier;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Operators;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Structures;
using Espalier.Symbolic;
using Microsoft.Extensions.Logging;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using ValueType = Espalier.Graphs.ValueType;

[assembly: PluginEntry(typeof(Trainer))]

/// <summary>A plugin that does all that a method may do: it trains, scores, prunes, interprets, adds an operator and a trace, and logs.</summary>
public sealed class Trainer : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [new(typeof(IPruningMethod), "train-and-prune", "Trains and prunes.", "{}", _ => new TrainAndPrune(services.Context))];
}

public sealed class TrainAndPrune(PluginContext plugin) : IPruningMethod
{
    public string Name => "train-and-prune";

    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        var logger = plugin.Logs.CreateLogger<TrainAndPrune>();
        OperatorTable.Register(new Doubling());
        ModuleTraces.Register<Untraced>((tracer, module, inputs) => [inputs[0]! + 1]);

        var before = Train(context.Model.Module, optim.SGD(context.Model.Module.parameters(), 0.01, momentum: 0.9));
        var structure = context.Structure;
        var plan = new PruningPlanner(context.Model, structure).PlanUniform(0.5, group => Scores(context.Model, group));
        context.Apply(plan);
        var after = Train(context.Model.Module, optim.AdamW(context.Model.Module.parameters()));

        using var own = new Own();
        var traced = TracedModel.Trace(own, InputSpec.Of(2, 6));
        Interpret(traced, rand(2, 6));
        Interpret(context.Model, rand(1, 3, 8, 8));
        var inner = new MethodContext(traced) { Parts = context.Parts, Log = logger };
        inner.Apply(new PruningPlanner(traced, inner.Structure).PlanUniform(0.5));
        using var other = context.Create(new Part<IModelFamily>("tiny")).Create(new ModelRequest(Classes: 3)).Module;
        other.load_state_dict(other.state_dict());

        // A failure inside the plugin, caught by it: exceptions know the code that they passed through.
        try
        {
            TracedModel.Trace(own, InputSpec.Of(2, 5));
        }
        catch (Exception error)
        {
            logger.LogInformation(error, "As expected, {Type}.", typeof(Own));
        }

        context.Progress?.Report(new MethodProgress("done", 1, 1));
        return new MethodResult($"{plan.Slices.Count} slices", new Dictionary<string, double> { ["before"] = before, ["after"] = after });
    }

    private static double Train(nn.Module module, optim.Optimizer optimizer)
    {
        using var owned = optimizer;
        using var scope = NewDisposeScope();
        var model = (nn.Module<Tensor, Tensor>)module;
        model.train();
        var loss = double.NaN;
        for (var i = 0; i < 3; i++)
        {
            optimizer.zero_grad();
            var error = functional.cross_entropy(model.forward(rand(4, 3, 8, 8)), zeros(4, dtype: ScalarType.Int64));
            error.backward();
            optimizer.step();
            loss = error.item<float>();
        }

        model.eval();
        return loss;
    }

    private static double[] Scores(TracedModel model, IStructureGroup group) =>
        [.. Enumerable.Range(0, group.Count).Select(unit => Math.Sin(unit * 7.0))];

    private static void Interpret(TracedModel model, Tensor input)
    {
        using var gradients = no_grad();
        var interpreter = new Interpreter(model.Evaluation, model.Module);
        using var tap = interpreter.Observe(model.Evaluation.Nodes[0].Outputs[0], seen => seen.abs().mean().Dispose());
        foreach (var result in interpreter.Run(input))
        {
            result.Dispose();
        }
    }
}

/// <summary>A model of the plugin's own, traced by generated code.</summary>
[PrunableModel]
public sealed partial class Own : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(6, 8);
    private readonly Sequential rest = Sequential(("act", ReLU()), ("untraced", new Untraced()), ("second", Linear(8, 4)));

    public Own()
        : base(nameof(Own)) => RegisterComponents();

    public override Tensor forward(Tensor input) => rest.forward(functional.gelu(first.forward(input)));
}

public sealed class Untraced() : Module<Tensor, Tensor>(nameof(Untraced))
{
    public override Tensor forward(Tensor input) => input + 1;
}

public sealed class Doubling : IOperator
{
    public string Name => "fixture::double";

    public ValueType[] Infer(Node node) => throw new NotSupportedException();

    public void Propagate(Node node, LabelTracker labels) => throw new NotSupportedException();

    public Tensor[] Execute(Node node, IReadOnlyList<Tensor> inputs) => [inputs[0] * 2];
}
