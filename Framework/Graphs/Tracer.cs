using Espalier.Operators;
using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>
/// Records a model's operators while its symbolic trace runs. It knows the model's modules, parameters and buffers by their paths, so generated
/// code hands it objects and never spells names.
/// </summary>
public sealed class Tracer
{
    [ThreadStatic]
    private static Tracer? current;

    private readonly nn.Module root;
    private readonly ModuleNames names;
    private readonly List<Value> values = [];
    private readonly List<Node> nodes = [];
    private readonly List<Value> inputs = [];
    private readonly Dictionary<TorchSharp.torch.Tensor, SymbolicTensor> tensors = new(ReferenceEqualityComparer.Instance);
    private readonly List<nn.Module> callStack = [];
    private readonly SharedMemory memory = new();

    /// <summary>A tracer of one model.</summary>
    /// <param name="root">The model.</param>
    /// <param name="training">Whether to trace it as in training, whatever mode it is in.</param>
    public Tracer(nn.Module root, bool training)
    {
        this.root = root;
        IsTraining = training;
        names = new ModuleNames(root);
    }

    /// <summary>What generated code reads instead of the module's <c>training</c>.</summary>
    public bool Training
    {
        get
        {
            DependsOnTraining = true;
            return IsTraining;
        }
    }

    /// <summary>Whether the trace asked for <see cref="Training"/>: if so, the other mode has another graph.</summary>
    public bool DependsOnTraining { get; private set; }

    /// <summary>The path of the module being traced; empty for the model itself.</summary>
    public string Scope => callStack.Count == 0 ? "" : names.Of(callStack[^1]);

    /// <summary>The trace that this thread is in the middle of: constants name no tensor that would know it.</summary>
    internal static Tracer? Current => current;

    internal bool IsTraining { get; }

    /// <summary>Declares an input of the model.</summary>
    public SymbolicTensor Input(string name, IReadOnlyList<long> shape, ScalarType dtype)
    {
        var value = NewValue(ValueKind.Input, name, shape, dtype);
        inputs.Add(value);
        return new SymbolicTensor(this, value);
    }

    /// <summary>A parameter, a buffer or another tensor that a field of the model holds.</summary>
    public SymbolicTensor Tensor(TorchSharp.torch.Tensor tensor)
    {
        if (!tensors.TryGetValue(tensor, out var symbolic))
        {
            var value = names.Of(tensor) is { } name
                ? NewValue(tensor is TorchSharp.Modules.Parameter ? ValueKind.Parameter : ValueKind.Buffer, name, tensor.shape, tensor.dtype)
                : NewValue(ValueKind.Constant, $"{Scope}.<constant>", tensor.shape, tensor.dtype, tensor);
            symbolic = new SymbolicTensor(this, value);
            tensors.Add(tensor, symbolic);
        }

        return symbolic;
    }

    /// <summary>A parameter or a buffer that may be missing.</summary>
    public SymbolicTensor? OptionalTensor(TorchSharp.torch.Tensor? tensor) => tensor is null ? null : Tensor(tensor);

    /// <summary>A size that comes from an integer member of a module.</summary>
    /// <param name="module">The module that has the member.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">Its value now.</param>
    /// <param name="set">Writes it; null where it cannot be written.</param>
    public Dim Field(nn.Module module, string member, long value, Action<long>? set) =>
        new(value, new DimSource.Field(new SizeBinding(module, names.Of(module), member, set)));

    /// <summary>Traces a module that has one result.</summary>
    public SymbolicTensor Call(nn.Module module, params IReadOnlyList<SymbolicTensor?> arguments) => CallMany(module, arguments)[0];

    /// <summary>Traces a module that returns a pair.</summary>
    public (SymbolicTensor, SymbolicTensor) Call2(nn.Module module, params IReadOnlyList<SymbolicTensor?> arguments) =>
        CallMany(module, arguments) is [var a, var b] ? (a, b) : throw WrongCount(module, 2);

    /// <summary>Traces a module that returns three tensors.</summary>
    public (SymbolicTensor, SymbolicTensor, SymbolicTensor) Call3(nn.Module module, params IReadOnlyList<SymbolicTensor?> arguments) =>
        CallMany(module, arguments) is [var a, var b, var c] ? (a, b, c) : throw WrongCount(module, 3);

    /// <summary>Traces a module, whatever it returns.</summary>
    /// <exception cref="TraceException">The module has no trace, or it is being traced already.</exception>
    public IReadOnlyList<SymbolicTensor> CallMany(nn.Module module, IReadOnlyList<SymbolicTensor?> arguments) => Enter(
        module, entered => entered is ITraceable traceable ? traceable.Trace(this, arguments) : ModuleTraces.Trace(this, entered, arguments));

    /// <summary>Traces a module by a trace of its own, which may take more than tensors.</summary>
    /// <param name="module">The module; operators recorded meanwhile belong to it.</param>
    /// <param name="trace">Calls the trace.</param>
    /// <exception cref="TraceException">The module is being traced already.</exception>
    public TResult Enter<TModule, TResult>(TModule module, Func<TModule, TResult> trace)
        where TModule : nn.Module
    {
        if (callStack.Any(caller => ReferenceEquals(caller, module)))
        {
            throw new TraceException(
                $"Module '{names.Of(module)}' ({module.GetType().Name}) calls itself. A graph has no end then: break the cycle.");
        }

        var outer = current;
        current = this;
        callStack.Add(module);
        try
        {
            return trace(module);
        }
        finally
        {
            callStack.RemoveAt(callStack.Count - 1);
            current = outer;
        }
    }

    /// <summary>Traces a module whose inside stays closed: its widths never change. The results have the shapes given.</summary>
    /// <param name="name">What the graph calls it.</param>
    /// <param name="arguments">The tensors that go in; their labels are pinned.</param>
    /// <param name="shapes">One shape per result.</param>
    public SymbolicTensor[] Opaque(string name, IReadOnlyList<SymbolicTensor?> arguments, params IReadOnlyList<IReadOnlyList<long>> shapes)
    {
        var dtype = arguments.OfType<SymbolicTensor>().First().Value.DType;
        return Record(
            OpaqueOperator.Prefix + name, [(Argument)arguments.ToArray()],
            [.. shapes.Select(shape => new ValueType(shape, dtype))]);
    }

    /// <summary>Records one operator; its results' shapes come from its definition.</summary>
    /// <param name="name">ATen's name with the overload.</param>
    /// <param name="arguments">The arguments in the order of the schema.</param>
    /// <exception cref="TraceException">No such operator is known, or the shapes do not fit.</exception>
    public SymbolicTensor[] Record(string name, params Argument[] arguments) => Record(name, arguments, null);

    /// <summary>Ends the trace.</summary>
    public Graph Finish(IReadOnlyList<SymbolicTensor> outputs)
    {
        CheckMemory("the result", outputs.Select(o => o.Value));
        return new(root.GetType().Name, IsTraining, inputs, [.. outputs.Select(o => o.Value)], values, nodes);
    }

    private SymbolicTensor[] Record(string name, Argument[] arguments, ValueType[]? types)
    {
        var node = new Node(nodes.Count, name, arguments, [], Scope);
        CheckMemory(name, node.Inputs);
        types ??= Infer(node);
        var outputs = Array.ConvertAll(types, type => NewValue(ValueKind.Result, OutputName(name), type.Shape, type.DType));
        node = new Node(nodes.Count, name, arguments, outputs, Scope);
        nodes.Add(node);
        return Array.ConvertAll(outputs, output => new SymbolicTensor(this, output));
    }

    private void CheckMemory(string user, IEnumerable<Value> used)
    {
        if (memory.Overwriter(used) is { } overwriter)
        {
            throw new TraceException(
                $"{Place}: {user} uses a tensor whose memory {overwriter} has changed in place, by way of another one that shares it. "
                + "The trace does not follow memory: use the operation that makes a new tensor.");
        }
    }

    /// <summary>Says that a value has been changed in place: it, and what shares its memory, must not be used any more.</summary>
    internal void Overwrite(Value value, Value result)
    {
        if (!memory.Overwrite(value, result, nodes))
        {
            throw new TraceException(
                $"{Place}: {result.Producer?.Operator} changes '{value.Name}' in place, which is (a view of) a parameter or a buffer. "
                + "Use the operation that makes a new tensor.");
        }
    }

    private ValueType[] Infer(Node node)
    {
        var definition = OperatorTable.Find(node.Operator)
            ?? throw new TraceException($"{Place} uses {node.Operator}, which has no definition here. Mark the region [Opaque] or register the operator.");
        try
        {
            return definition.Infer(node);
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or DivideByZeroException)
        {
            throw new TraceException(
                $"{Place}: {node.Operator}({string.Join(", ", node.Inputs.Select(i => $"[{string.Join(", ", i.Shape)}]"))}): {cause.Message}", cause);
        }
    }

    private string Place => Scope.Length == 0 ? root.GetType().Name : $"{root.GetType().Name}, module '{Scope}'";

    private string OutputName(string name)
    {
        var shortName = name.StartsWith("aten::", StringComparison.Ordinal) ? name["aten::".Length..] : name;
        var dot = shortName.IndexOf('.', StringComparison.Ordinal);
        shortName = dot < 0 ? shortName : shortName[..dot];
        return Scope.Length == 0 ? shortName : $"{Scope}:{shortName}";
    }

    private Value NewValue(
        ValueKind kind, string name, IReadOnlyList<long> shape, ScalarType dtype, TorchSharp.torch.Tensor? constant = null)
    {
        var value = new Value(values.Count, kind, name, shape, dtype, constant);
        values.Add(value);
        return value;
    }

    private TraceException WrongCount(nn.Module module, int wanted) =>
        new($"Module '{names.Of(module)}' ({module.GetType().Name}) does not return {wanted} tensors.");
}
