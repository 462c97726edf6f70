namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with a momentum, which some schedules change.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum of the next step.</summary>
            double Momentum { get; set; }
        }
    }
}
