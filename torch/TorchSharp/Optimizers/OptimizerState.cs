using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    private readonly Parameter parameter;

    private protected OptimizerState(Parameter parameter) => this.parameter = parameter;

    /// <summary>The count of steps, if it is kept, and the tensors, in the order of the file; all have the parameter's shape.</summary>
    private protected abstract (long? Step, Tensor?[] Tensors) Values { get; set; }

    /// <summary>How many of the tensors, from the first, are there from the start.</summary>
    private protected abstract int Required { get; }

    /// <summary>Writes the state.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        var (step, tensors) = Values;
        if (step is { } count)
        {
            writer.Write(count);
        }

        for (var i = 0; i < tensors.Length; i++)
        {
            if (i >= Required)
            {
                writer.Write(tensors[i] is not null);
            }

            tensors[i]?.Save(writer);
        }
    }

    /// <summary>Reads the state; the tensors arrive on the parameter's device.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        var (step, tensors) = Values;
        step = step is null ? null : reader.ReadInt64();
        var loaded = new Tensor?[tensors.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            if (i < Required || reader.ReadBoolean())
            {
                loaded[i] = TensorExtensionMethods.Load(reader);
            }
        }

        Replace(step, loaded);
        foreach (var tensor in loaded)
        {
            tensor?.Dispose();
        }
    }

    /// <summary>Copies the state of another optimizer's parameter.</summary>
    /// <exception cref="ArgumentException">The state is of another optimizer's type, or its parameter has another shape.</exception>
    public virtual void LoadStateDict(OptimizerState source)
    {
        if (source.GetType() != GetType())
        {
            throw new ArgumentException($"The state of {source.GetType().FullName} does not fit {GetType().FullName}.", nameof(source));
        }

        var (step, tensors) = source.Values;
        Replace(step, tensors);
    }

    /// <summary>Whether another state holds nearly the same numbers.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        var (step, tensors) = Values;
        var (otherStep, others) = other.Values;
        return other.GetType() == GetType() && step == otherStep && tensors.Zip(others).All(pair => pair switch
        {
            (null, null) => true,
            ({ } first, { } second) => Aten.CallValue("aten::allclose", first, second).Bits != 0,
            _ => false,
        });
    }

    /// <summary>Moves the tensors to a device.</summary>
    public virtual void to(Device device)
    {
        var (step, tensors) = Values;
        Values = (step, Array.ConvertAll(tensors, tensor =>
        {
            if (tensor is null || tensor.device == device)
            {
                return tensor;
            }

            using var old = tensor;
            return Aten.Call("aten::_to_copy", old, Arg.None, Arg.None, device).DetachFromDisposeScope();
        }));
    }

    /// <summary>The state before the first step.</summary>
    internal abstract void Initialize(OptimizerOptions options);

    /// <summary>A tensor like the parameter that no scope disposes of.</summary>
    private protected Tensor Full(double value)
    {
        using var off = no_grad();
        return Aten.Call("aten::full_like", parameter, value).DetachFromDisposeScope();
    }

    private protected void Release()
    {
        foreach (var tensor in Values.Tensors)
        {
            tensor?.Dispose();
        }
    }

    private void Replace(long? step, Tensor?[] tensors)
    {
        using var off = no_grad();
        var copies = Array.ConvertAll(tensors, Copy);
        Release();
        Values = (step, copies);
    }

    /// <summary>With the parameter's strides and on its device.</summary>
    private Tensor? Copy(Tensor? tensor)
    {
        if (tensor is null)
        {
            return null;
        }

        if (!tensor.shape.AsSpan().SequenceEqual(parameter.shape) || tensor.dtype != parameter.dtype)
        {
            throw new ArgumentException($"The state of a parameter is {tensor}, but the parameter is {parameter}.");
        }

        return Aten.CallInPlace("aten::copy_", Aten.Call("aten::empty_like", parameter), tensor).DetachFromDisposeScope();
    }
}
