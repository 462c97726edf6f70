using Espalier.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>A parameter or persistent buffer of a model, and the names that a file may give it: several if it is shared.</summary>
internal sealed record LoadTarget(string Name, torch.Tensor Tensor, IReadOnlyList<string> Names)
{
    /// <summary>Whether a file may lack it: batch normalizations of old files count no batches.</summary>
    public bool IsOptional => Name.EndsWith("num_batches_tracked", StringComparison.Ordinal);

    public static IReadOnlyList<LoadTarget> Of(nn.Module module)
    {
        var names = new ModuleNames(module);
        return
        [
            .. module.state_dict()
                .GroupBy(pair => pair.Value, pair => pair.Key, ReferenceEqualityComparer.Instance)
                .Select(group => new LoadTarget(names.Of((torch.Tensor)group.Key!) ?? group.First(), (torch.Tensor)group.Key!, [.. group])),
        ];
    }

    /// <summary>Whether values of a type in a file may become this tensor's.</summary>
    public bool Takes(ScalarType type) => type == Tensor.dtype || (is_floating_point(type) && is_floating_point(Tensor.dtype));
}
