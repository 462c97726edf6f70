using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>Puts the weights of a file into a model: all of them, or none if anything is wrong.</summary>
public static class WeightLoader
{
    /// <summary>
    /// Loads weights by name. float16, bfloat16, float32 and float64 are converted into one another; a batch normalization's
    /// <c>num_batches_tracked</c> may be missing.
    /// </summary>
    /// <param name="module">The model, on any device.</param>
    /// <param name="file">The file.</param>
    /// <param name="mapping">Turns the file's names into the model's; left out if they are the same.</param>
    /// <param name="options">What may be missing, surplus or not finite.</param>
    /// <exception cref="WeightFileException">The file does not fit: the message lists all that is wrong, and the model is as it was.</exception>
    public static WeightLoadResult Load(nn.Module module, IWeightFile file, NameMapping? mapping = null, WeightLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(file);
        options ??= new WeightLoadOptions();
        var entries = (mapping ?? NameMapping.None).Apply(file);
        var targets = LoadTarget.Of(module);
        var found = targets
            .Select(target => (Target: target, Entries: target.Names.Where(entries.ContainsKey).Select(name => entries[name]).ToList()))
            .ToLookup(pair => pair.Entries.Count > 0);
        var missing = found[false].Select(pair => pair.Target.Name).ToList();
        var surplus = entries.Keys.Except(targets.SelectMany(target => target.Names)).ToList();

        var problems = new LoadProblems();
        var required = found[false].Where(pair => !pair.Target.IsOptional).Select(pair => pair.Target.Name).ToList();
        problems.Add("missing in the file", options.AllowMissing ? [] : required.Select(name => Missing(name, surplus)));
        problems.Add("not in the model", options.AllowSurplus ? [] : surplus.Select(Printable.Quote));
        problems.Add("of another shape or type", found[true].SelectMany(pair => pair.Entries.Select(entry => Misfit(pair.Target, entry)).OfType<string>()));
        if (!problems.Any)
        {
            problems.Add("with unusable values", found[true].Select(pair => WeightCheck.Values(file, pair.Target, pair.Entries, options)).OfType<string>());
        }

        if (problems.Any)
        {
            throw new WeightFileException(
                file.Path, null, $"The weights do not fit {module.GetName()}, which was left unchanged.{problems.Text()}", "\n" + WayOut(required, surplus));
        }

        Copy(file, found[true].Select(pair => (pair.Target.Tensor, pair.Entries[0].Name)));
        return new WeightLoadResult([.. found[true].Select(pair => pair.Target.Name)], missing, surplus);
    }

    private static void Copy(IWeightFile file, IEnumerable<(torch.Tensor Target, string Name)> pairs)
    {
        using var noGradients = no_grad();
        foreach (var (target, name) in pairs)
        {
            using var value = file.Read(name);
            target.copy_(value);
        }
    }

    private static string Missing(string name, List<string> surplus) => NameSuggestions.Closest(name, surplus) is { } close
        ? $"{Printable.Quote(name)} (did you mean {Printable.Quote(close)}?)"
        : Printable.Quote(name);

    private static string? Misfit(LoadTarget target, WeightEntry entry)
    {
        if (!entry.Shape.SequenceEqual(target.Tensor.shape))
        {
            return $"{Printable.Quote(entry.Name)} has shape {TensorShape.Text(entry.Shape)}, and the model's {Printable.Quote(target.Name)} {TensorShape.Text(target.Tensor.shape)}";
        }

        return target.Takes(entry.DType)
            ? null
            : $"{Printable.Quote(entry.Name)} holds {entry.DType}, which does not become the model's {target.Tensor.dtype}";
    }

    private static string WayOut(List<string> missing, List<string> surplus) =>
        NameSuggestions.Prefix(missing, surplus) ??
        (missing.Count + surplus.Count > 0
            ? "Rename keys with weights.rename, choose a part of the file with weights.section, or check that the model in the recipe is the one that was saved."
            : "Check that the model in the recipe is the one that was saved, and that its training did not diverge.");
}
