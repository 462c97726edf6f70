namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>The function after a layer, which decides how much its weights are scaled up.</summary>
            public enum NonlinearityType
            {
                /// <summary>None.</summary>
                Linear = 0,

                /// <summary>None.</summary>
                Conv1D = 1,

                /// <summary>None.</summary>
                Conv2D = 2,

                /// <summary>None.</summary>
                Conv3D = 3,

                /// <summary>None.</summary>
                ConvTranspose1D = 4,

                /// <summary>None.</summary>
                ConvTranspose2D = 5,

                /// <summary>None.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>Rectified linear.</summary>
                ReLU = 9,

                /// <summary>Leaky rectified linear.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Which way the variance is to be kept.</summary>
            public enum FanInOut
            {
                /// <summary>Forwards: by the number of inputs.</summary>
                FanIn = 0,

                /// <summary>Backwards: by the number of outputs.</summary>
                FanOut = 1,
            }
        }
    }
}
