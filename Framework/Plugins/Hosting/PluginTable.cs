namespace Espalier.Plugins;

/// <summary>The plugins that a host knows and how they stand. Every member is one step under one lock.</summary>
internal sealed class PluginTable(IReadOnlyList<string> disabled)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PluginSlot> slots = [];
    private IReadOnlyList<FoundPlugin> unusable = [];
    private bool closed;

    public IReadOnlyList<PluginInfo> Infos()
    {
        lock (gate)
        {
            return [.. Ordered().Select(slot => slot.Info()), .. unusable.Select(found => new PluginSlot(found, 0) { State = PluginState.Failed }.Info())];
        }
    }

    public PluginInfo Info(PluginSlot slot)
    {
        lock (gate)
        {
            return slot.Info();
        }
    }

    public bool Contains(string id)
    {
        lock (gate)
        {
            return slots.ContainsKey(id);
        }
    }

    public PluginSlot Get(string id)
    {
        lock (gate)
        {
            return slots.GetValueOrDefault(id) ?? throw new PluginException(
                unusable.FirstOrDefault(found => found.Id == id)?.Error
                ?? $"There is no plugin '{id}'. There are: {string.Join(", ", Ordered().Select(slot => slot.Id))}.");
        }
    }

    /// <summary>Takes over what discovery found.</summary>
    public void Update(IReadOnlyList<FoundPlugin> found)
    {
        lock (gate)
        {
            var usable = found.Where(plugin => plugin.Error is null && !IsStatic(plugin.Id)).ToArray();
            unusable = [.. found.Except(usable).Select(WithReason)];
            foreach (var gone in slots.Values.Where(slot => slot.Current is null && slot.State is not (PluginState.Loading or PluginState.Unloading)
                && slot.Found.Folder.Length > 0 && usable.All(plugin => plugin.Id != slot.Id)).ToArray())
            {
                slots.Remove(gone.Id);
            }

            for (var i = 0; i < usable.Length; i++)
            {
                Take(usable[i], i);
            }

            foreach (var lost in slots.Values.Where(slot => slot.Found.Folder.Length > 0 && usable.All(plugin => plugin.Id != slot.Id)))
            {
                lost.Found = lost.Found with { Error = WhyLost(lost.Found) };
            }
        }
    }

    /// <summary>Makes room for a plugin of the host program.</summary>
    public PluginSlot Add(string id)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(PluginHost));
            var slot = new PluginSlot(new FoundPlugin("", id, null, null, []), slots.Count - int.MaxValue) { State = PluginState.Loading, Number = 1 };
            return slots.TryAdd(id, slot) ? slot : throw new PluginException($"There is a plugin '{id}' already. Add it under another id.");
        }
    }

    /// <summary>The plugins that could be loaded now.</summary>
    public IReadOnlyList<PluginSlot> Loadable()
    {
        lock (gate)
        {
            return [.. Ordered().Where(IsLoadable)];
        }
    }

    /// <summary>A plugin and those that it depends on, as far as they could be loaded now.</summary>
    public IReadOnlyList<PluginSlot> Loadable(PluginSlot wanted)
    {
        lock (gate)
        {
            var closure = new HashSet<PluginSlot>();
            var open = new Stack<PluginSlot>([wanted]);
            while (open.TryPop(out var slot))
            {
                if (IsLoadable(slot) && closure.Add(slot))
                {
                    foreach (var dependency in slot.Found.Manifest!.Dependencies.Where(d => slots.ContainsKey(d.Id)))
                    {
                        open.Push(slots[dependency.Id]);
                    }
                }
            }

            return [.. closure.OrderBy(slot => slot.Order)];
        }
    }

    /// <summary>Marks a plugin as being loaded; false if another call did that meanwhile.</summary>
    public bool Begin(PluginSlot slot)
    {
        lock (gate)
        {
            if (closed || !IsLoadable(slot))
            {
                return false;
            }

            (slot.State, slot.Error) = (PluginState.Loading, null);
            return true;
        }
    }

    /// <summary>What to load for a plugin, and which generation that is.</summary>
    public (FoundPlugin Found, int Number) Candidate(PluginSlot slot)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(PluginHost));
            return (slot.Found.Manifest, slot.Found.Error) switch
            {
                (_, { } error) => throw new PluginException(error),
                (null, _) => throw new PluginException($"Plugin '{slot.Id}' is part of the host program and cannot be loaded again."),
                _ => (slot.Found, ++slot.Number),
            };
        }
    }

    public void CheckDependencies(PluginManifest manifest)
    {
        lock (gate)
        {
            foreach (var dependency in manifest.Dependencies.Where(d => !d.Optional))
            {
                var state = slots.TryGetValue(dependency.Id, out var slot) ? slot.State : (PluginState?)null;
                if (state is not PluginState.Loaded)
                {
                    throw new PluginException(
                        $"Plugin '{manifest.Id}' needs plugin '{dependency.Id}', which is {(state is null ? "not installed" : state.ToString()!.ToLowerInvariant())}. "
                        + (state is PluginState.Failed ? $"Its error: {slot!.Error ?? slot.Found.Error}" : "Install and enable it, or remove the one that needs it."));
                }
            }
        }
    }

    /// <summary>From now on, new leases get this generation.</summary>
    /// <returns>The one that they got so far.</returns>
    public PluginGeneration? Serve(PluginSlot slot, PluginGeneration generation, IReadOnlyList<string> warnings)
    {
        lock (gate)
        {
            var former = slot.Current;
            (slot.Current, slot.State, slot.Error, slot.Warnings) = (generation, PluginState.Loaded, null, warnings);
            slot.Parts = [.. generation.Parts.Select(part => PartCatalogue.InfoOf(part, generation.Id, generation.Version))];
            return former;
        }
    }

    public void Fail(PluginSlot slot, string error, IReadOnlyList<string> warnings)
    {
        lock (gate)
        {
            slot.Error = error;
            if (slot.Current is null)
            {
                (slot.State, slot.Warnings) = (PluginState.Failed, warnings);
            }
        }
    }

    public PluginLease Lease()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(PluginHost));
            return new PluginLease([.. Ordered().Select(slot => slot.Current).OfType<PluginGeneration>().Where(generation => generation.TryLease())]);
        }
    }

    /// <summary>From now on, new leases come without this plugin.</summary>
    public (PluginSlot Slot, PluginGeneration Generation) TakeOut(string id)
    {
        lock (gate)
        {
            var slot = Get(id);
            if (slot.Current is not { } generation)
            {
                throw new PluginException($"Plugin '{id}' is {slot.State.ToString().ToLowerInvariant()}: there is nothing to unload.");
            }

            var users = Ordered().Where(s => s.Current is not null && s.Found.Manifest?.Dependencies.Any(d => d.Id == id && !d.Optional) == true).ToArray();
            if (users.Length > 0)
            {
                throw new PluginException($"Plugin '{id}' is needed by {string.Join(", ", users.Select(s => $"'{s.Id}'"))}. Unload that first.");
            }

            (slot.Current, slot.State, slot.Parts, slot.Error) = (null, PluginState.Unloading, [], null);
            return (slot, generation);
        }
    }

    public IReadOnlyList<PluginGeneration> TakeOutAll()
    {
        lock (gate)
        {
            closed = true;
            // Those that use others go first.
            var going = Ordered().Where(slot => slot.Current is not null).Reverse().ToArray();
            var generations = going.Select(slot => slot.Current!).ToArray();
            foreach (var slot in going)
            {
                (slot.Current, slot.State, slot.Parts) = (null, PluginState.Unloaded, []);
            }

            return generations;
        }
    }

    public void Gone(PluginSlot slot, PluginGeneration generation)
    {
        lock (gate)
        {
            if (slot.State == PluginState.Unloading && slot.Number == generation.Number)
            {
                slot.State = PluginState.Unloaded;
            }
        }
    }

    private static bool IsLoadable(PluginSlot slot) =>
        slot.Found.Manifest is not null && slot.State is PluginState.Discovered or PluginState.Failed or PluginState.Unloading or PluginState.Unloaded;

    private bool IsStatic(string id) => slots.TryGetValue(id, out var slot) && slot.Found.Folder.Length == 0;

    private FoundPlugin WithReason(FoundPlugin found) => found.Error is not null
        ? found
        : found with { Error = $"Plugin '{found.Id}' in {found.Folder} is not used: the host program has its own of that id." };

    private string WhyLost(FoundPlugin found) => unusable.FirstOrDefault(other => other.Folder == found.Folder)?.Error
        ?? $"Plugin '{found.Id}' is no longer in {found.Folder}. What was loaded of it goes on serving; install it again to replace it.";

    private IEnumerable<PluginSlot> Ordered() => slots.Values.OrderBy(slot => slot.Order).ThenBy(slot => slot.Id, StringComparer.Ordinal);

    private void Take(FoundPlugin found, int order)
    {
        if (slots.TryGetValue(found.Id, out var slot))
        {
            (slot.Found, slot.Order) = (found, order);
            return;
        }

        var state = disabled.Contains(found.Id) ? PluginState.Disabled : PluginState.Discovered;
        slots.Add(found.Id, new PluginSlot(found, order) { State = state });
    }
}
