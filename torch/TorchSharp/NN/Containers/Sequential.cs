using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, each fed with the result of the one before it.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    /// <summary>Modules with their names.</summary>
    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (key, module) in modules)
        {
            append(key, module);
        }
    }

    /// <summary>Modules that are named 0, 1, 2...</summary>
    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => ChildCount;

    /// <summary>One of the modules.</summary>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => index >= 0 && index < Count
        ? (nn.IModule<Tensor, Tensor>)ChildAt(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} modules.");

    /// <summary>Some of the modules, with the names that they have here. Start and end may be left out.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index]
    {
        get
        {
            var part = new Sequential(Array.Empty<(string, nn.Module<Tensor, Tensor>)>());
            var end = index.end ?? Count;
            if (end > Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), end, $"There are {Count} modules.");
            }

            foreach (var (key, module) in named_children().Take(end).Skip(index.start ?? 0))
            {
                part.append(key, (nn.IModule<Tensor, Tensor>)module);
            }

            return part;
        }
    }

    /// <summary>Some of the modules, with the names that they have here.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => this[(index.Start.GetOffset(Count), index.End.GetOffset(Count))];

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(name, module as nn.Module ?? throw new ArgumentException($"{module.GetType()} is no module.", nameof(module)));
        return this;
    }

    /// <summary>Adds a module at the end, with its position as its name.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    /// <summary>
    /// Runs the modules. What passes between them is disposed of as soon as it is not needed; a hook that wants to keep such a tensor takes
    /// an <see cref="Tensor.alias"/> of it.
    /// </summary>
    public override Tensor forward(Tensor tensor)
    {
        if (Count == 0)
        {
            return tensor.alias();
        }

        var current = tensor;
        for (var i = 0; i < Count; i++)
        {
            var next = ((nn.IModule<Tensor, Tensor>)ChildAt(i)).call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
            {
                current.Dispose();
            }

            current = next;
        }

        return current;
    }
}
