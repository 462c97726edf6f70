using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What <see cref="AdamRule"/> keeps of one parameter.</summary>
internal interface IAdamState
{
    public long Step { get; set; }

    public Tensor Average { get; }

    public Tensor SquareAverage { get; }

    public Tensor? SquareMaximum { get; }
}
