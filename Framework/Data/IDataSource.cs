using Espalier.Plugins;

namespace Espalier.Data;

/// <summary>Where labelled images come from: files in some format, or a program that draws them.</summary>
/// <remarks>
/// An implementation is deterministic: the same options give the same images in the same order, on every machine and in every process.
/// It neither shuffles nor augments (<see cref="BatchStream"/> does), keeps pixels as the bytes of the file, and holds nothing between
/// two calls. Whatever is wrong with the data is one <see cref="DataException"/>, which names the file, the place in it, the cause and the
/// way out; no half-read set is ever returned.
/// </remarks>
[PartContract("source")]
public interface IDataSource
{
    /// <summary>The name that recipes use: <c>cifar-10</c>.</summary>
    string Name { get; }

    /// <summary>Reads one part into memory. The caller owns the result.</summary>
    /// <param name="split">Which part.</param>
    /// <param name="cancellation">Stops the reading; checked at least once per file.</param>
    /// <exception cref="DataException">The data are not there, or are not what they should be.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    ImageSet Load(DataSplit split, CancellationToken cancellation = default);
}
