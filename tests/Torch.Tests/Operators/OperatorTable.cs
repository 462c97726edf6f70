using System.Collections;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>An operator in all the forms in which the API offers it; every form must meet the same reference.</summary>
/// <param name="Forms">
/// From inputs to outputs. A form that copies an input into a parameter puts the parameter in that input's place,
/// so that the gradient is taken with respect to the parameter.
/// </param>
/// <param name="SingleBound">The largest relative error in float32.</param>
internal sealed record OperatorCase(Func<Tensor[], Tensor[]>[] Forms, double SingleBound);

/// <summary>A table of operators under the names they have in the reference file.</summary>
internal sealed class OperatorTable : IEnumerable<KeyValuePair<string, OperatorCase>>
{
    /// <summary>The largest relative error in float32 unless a case says otherwise.</summary>
    private const double SingleBound = 1e-5;

    private readonly Dictionary<string, OperatorCase> _cases = [];

    /// <summary>Adds an operator.</summary>
    public void Add(string name, params Func<Tensor[], Tensor[]>[] forms) => Add(name, SingleBound, forms);

    /// <summary>Adds an operator whose float32 error may be larger than usual; the table says why.</summary>
    public void Add(string name, double singleBound, params Func<Tensor[], Tensor[]>[] forms) =>
        _cases.Add(name, new OperatorCase(forms, singleBound));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, OperatorCase>> GetEnumerator() => _cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
