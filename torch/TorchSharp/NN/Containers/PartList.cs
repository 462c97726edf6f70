using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What lists of modules and of parameters have: parts that are named 0, 1, 2...</summary>
/// <typeparam name="T">The parts' type.</typeparam>
public abstract class PartList<T> : nn.Module, IList<T>
    where T : class
{
    private readonly List<T> list = [];

    private protected PartList(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public int Count => list.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[int index] { get => list[index]; set => Change(() => list[index] = value); }

    /// <inheritdoc/>
    public void Add(T item) => extend([item]);

    /// <summary>Adds parts at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds parts at the end.</summary>
    public void extend(IEnumerable<T> parts) => Change(() => list.AddRange(parts));

    /// <inheritdoc/>
    public void Clear() => Change(list.Clear);

    /// <inheritdoc/>
    public bool Contains(T item) => list.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <inheritdoc/>
    public void Insert(int index, T item) => Change(() => list.Insert(index, item));

    /// <inheritdoc/>
    public bool Remove(T item)
    {
        var index = list.IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => list.RemoveAt(index));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Removes all parts from the module, without disposing of them.</summary>
    private protected abstract void RemoveParts();

    /// <summary>Registers one part with the module.</summary>
    private protected abstract void AddPart(string name, T part);

    /// <summary>
    /// The parts' names are positions, so a change may rename all of them. If they cannot be registered, all stays as it was.
    /// </summary>
    private void Change(Action change)
    {
        var before = list.ToArray();
        try
        {
            change();
            Register();
        }
        catch
        {
            list.Clear();
            list.AddRange(before);
            Register();
            throw;
        }
    }

    private void Register()
    {
        RemoveParts();
        foreach (var (index, part) in list.Index())
        {
            AddPart(index.ToString(CultureInfo.InvariantCulture), part ?? throw new ArgumentNullException(nameof(part)));
        }
    }
}
