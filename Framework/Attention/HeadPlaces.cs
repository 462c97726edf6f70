using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Attention;

/// <summary>Which head each place along the leading dimensions of a tensor of attention is: batch and windows run over the same heads again and again.</summary>
public sealed class HeadPlaces
{
    private readonly AttentionTap tap;
    private readonly int batch;
    private readonly int?[] unitAt;

    private HeadPlaces(AttentionTap tap, IStructureGroup group, int batch, int?[] unitAt)
    {
        (this.tap, Group, this.batch, this.unitAt) = (tap, group, batch, unitAt);
    }

    /// <summary>The group whose units are the heads. A unit may be several of them, such as all that share keys and values.</summary>
    public IStructureGroup Group { get; }

    /// <summary>The heads of a tensor; null where none of them can be cut.</summary>
    /// <param name="tap">The tensor; its first dimension counts samples, perhaps times something else.</param>
    /// <param name="structure">The model's structure.</param>
    public static HeadPlaces? Of(AttentionTap tap, ModelStructure structure)
    {
        ArgumentNullException.ThrowIfNull(tap);
        ArgumentNullException.ThrowIfNull(structure);
        if (structure.UnitsOf(tap.Value).FirstOrDefault(units => AreHeads(units, tap)) is not { } units)
        {
            return null;
        }

        var group = units.Units.First(unit => unit is not null)!.Value.Group;
        var batch = tap.Order.ToList().IndexOf(0);
        return new HeadPlaces(tap, group, batch, batch < tap.Leading ? Places(tap, units, batch, structure.Graphs[0].Inputs[0].Shape[0]) : []);
    }

    /// <summary>Adds up what stands at the places of each head, for each sample.</summary>
    /// <param name="leading">One number per place: the turned tensor's leading dimensions.</param>
    /// <param name="samples">How many samples it is about.</param>
    /// <returns>float64 [samples, heads].</returns>
    /// <exception cref="CriterionException">The tensor's first dimension does not count samples.</exception>
    public Tensor Sums(Tensor leading, long samples)
    {
        ArgumentNullException.ThrowIfNull(leading);
        if (unitAt.Length == 0 || leading.shape[batch] % samples != 0 || leading.numel() != samples * unitAt.Length)
        {
            throw new CriterionException(
                $"'{tap.Value.Name}' holds [{string.Join(", ", leading.shape)}] heads for {samples} samples, so that it is not clear which sample is whose. "
                + "Let the first dimension of the model's tensors count samples.");
        }

        using var scope = NewDisposeScope();
        var isOwn = new double[unitAt.Length * Group.Count];
        foreach (var (place, unit) in unitAt.Index())
        {
            if (unit is { } own)
            {
                isOwn[(place * Group.Count) + own] = 1;
            }
        }

        var heads = tensor(isOwn).reshape(unitAt.Length, Group.Count);
        return leading.movedim([batch], [0]).reshape(samples, -1).to(float64).matmul(heads.to(leading.device)).MoveToOuterDisposeScope();
    }

    /// <summary>Whether units are of one group and differ along leading dimensions alone. Heads of width one are no blocks, but neurons that are heads.</summary>
    private static bool AreHeads(ValueUnits units, AttentionTap tap)
    {
        var found = units.Units.OfType<(IStructureGroup Group, int Unit)>().Distinct().ToArray();
        return found.Length > 1 && found.All(unit => unit.Group.Name == found[0].Group.Name)
            && tap.Order.Skip(tap.Leading).All(dimension => IsSameAlong(units, dimension));
    }

    private static bool IsSameAlong(ValueUnits units, int dimension)
    {
        var at = units.Dimensions.ToList().IndexOf(dimension);
        if (at < 0)
        {
            return true;
        }

        var step = units.Sizes.Skip(at + 1).Aggregate(1, (count, size) => count * size);
        return Enumerable.Range(0, units.Units.Count).Where(i => i / step % units.Sizes[at] > 0).All(i => units.Units[i] == units.Units[i - step]);
    }

    /// <summary>The unit at each leading place of the first sample, what the batch dimension holds of one sample first.</summary>
    private static int?[] Places(AttentionTap tap, ValueUnits units, int batch, long samples)
    {
        if (tap.Size(batch) % samples != 0)
        {
            return [];
        }

        int[] order = [batch, .. Enumerable.Range(0, tap.Leading).Where(i => i != batch)];
        int[] sizes = [(int)(tap.Size(batch) / samples), .. order.Skip(1).Select(i => (int)tap.Size(i))];
        int[] steps = [.. order.Select(i => Step(units, tap.Order[i]))];
        var places = new int?[sizes.Aggregate(1, (count, size) => count * size)];
        for (var place = 0; place < places.Length; place++)
        {
            var at = 0;
            for (var (i, rest) = (sizes.Length - 1, place); i >= 0; rest /= sizes[i--])
            {
                at += rest % sizes[i] * steps[i];
            }

            places[place] = units.Units[at]?.Unit;
        }

        return places;
    }

    /// <summary>How far apart units are along a dimension; 0 where they do not differ.</summary>
    private static int Step(ValueUnits units, int dimension)
    {
        var at = units.Dimensions.ToList().IndexOf(dimension);
        return at < 0 ? 0 : units.Sizes.Skip(at + 1).Aggregate(1, (count, size) => count * size);
    }
}
