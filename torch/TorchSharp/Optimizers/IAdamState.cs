using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What <see cref="AdamRule"/> keeps of one parameter.</summary>
internal interface IAdamState
{
    long Step { get; set; }

    Tensor Average { get; }

    Tensor SquareAverage { get; }

    Tensor? SquareMaximum { get; }
}
