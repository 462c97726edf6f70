using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What dictionaries of modules and of parameters have: parts by name, in the order in which they were added.</summary>
/// <typeparam name="T">The parts' type.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "The names of the derived classes are TorchSharp's.")]
public abstract class NamedParts<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : class
{
    private readonly OrderedDictionary<string, T> parts = new(StringComparer.Ordinal);

    private protected NamedParts(string name)
        : base(name)
    {
    }

    /// <inheritdoc cref="IDictionary{TKey, TValue}.Keys"/>
    public ICollection<string> Keys => parts.Keys;

    /// <inheritdoc cref="IDictionary{TKey, TValue}.Values"/>
    public ICollection<T> Values => parts.Values;

    /// <summary>The number of parts.</summary>
    public int Count => parts.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[string key] { get => parts[key]; set => Change(() => parts[key] = value); }

    /// <inheritdoc/>
    public (string, T) this[int index]
    {
        get => (parts.GetAt(index).Key, parts.GetAt(index).Value);
        set => Change(() => parts.SetAt(index, value.Item1, value.Item2));
    }

    /// <summary>The names.</summary>
    public IEnumerable<string> keys() => parts.Keys;

    /// <summary>The parts.</summary>
    public IEnumerable<T> values() => parts.Values;

    /// <summary>The parts with their names.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <inheritdoc/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Add(string key, T value) => Change(() => parts.Add(key, value));

    /// <inheritdoc/>
    public void Insert(int index, (string, T) item) => Change(() => parts.Insert(index, item.Item1, item.Item2));

    /// <summary>Removes all parts, without disposing of them.</summary>
    public void Clear() => Change(parts.Clear);

    /// <summary>Removes all parts, without disposing of them.</summary>
    public void clear() => Clear();

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        var found = parts.ContainsKey(key);
        Change(() => parts.Remove(key));
        return found;
    }

    /// <inheritdoc/>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => parts.RemoveAt(index));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => parts.ContainsKey(key);

    /// <inheritdoc/>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <inheritdoc/>
    public int IndexOf((string, T) item) =>
        parts.TryGetValue(item.Item1, out var value) && ReferenceEquals(value, item.Item2) ? parts.IndexOf(item.Item1) : -1;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => parts.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void CopyTo((string, T)[] array, int arrayIndex) =>
        parts.Select(part => (part.Key, part.Value)).ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => parts.ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<(string, T)> GetEnumerator() => parts.Select(part => (part.Key, part.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => parts.GetEnumerator();

    /// <summary>Removes all parts from the module, without disposing of them.</summary>
    private protected abstract void RemoveParts();

    /// <summary>Registers one part with the module.</summary>
    private protected abstract void AddPart(string name, T part);

    /// <summary>Keeps the module's parts in step. If they cannot be registered, all stays as it was.</summary>
    private void Change(Action change)
    {
        var before = parts.ToArray();
        try
        {
            change();
            Register();
        }
        catch
        {
            parts.Clear();
            foreach (var (key, part) in before)
            {
                parts.Add(key, part);
            }

            Register();
            throw;
        }
    }

    private void Register()
    {
        RemoveParts();
        foreach (var (key, part) in parts)
        {
            AddPart(key, part ?? throw new ArgumentNullException(nameof(part)));
        }
    }
}
