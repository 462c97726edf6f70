namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with a learning rate: what a scheduler works on.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }
        }
    }
}
