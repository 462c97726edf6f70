namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with Adam's two coefficients, the first of which some schedules change as a momentum.</summary>
        public interface IBetas
        {
            /// <summary>The coefficients of the running averages of the gradient and of its square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
