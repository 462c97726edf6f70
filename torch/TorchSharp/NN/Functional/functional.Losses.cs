using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Losses of probabilities and of differences.</content>
        public static partial class functional
        {
            /// <summary>Cross entropy of probabilities and targets between 0 and 1.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::binary_cross_entropy", input, target, weight, (long)reduction);

            /// <summary>Cross entropy of logits and targets between 0 and 1.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Aten.Call("aten::binary_cross_entropy_with_logits", input, target, weight, pos_weights, (long)reduction);

            /// <summary>Cross entropy of logits [batch, classes, ...] and classes, or their probabilities.</summary>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0) =>
                Aten.Call("aten::cross_entropy_loss", input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Negative log-likelihood of log-probabilities [batch, classes, ...] and classes.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::nll_loss_nd", input, target, weight, (long)reduction);

            /// <summary>Squared differences.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::mse_loss", input, target, (long)reduction);

            /// <summary>Absolute differences.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::l1_loss", input, target, (long)reduction);

            /// <summary>Absolute differences, squared up to <paramref name="beta"/>.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Aten.Call("aten::smooth_l1_loss", input, target, (long)reduction, beta);

            /// <summary>Squared differences up to <paramref name="delta"/>, absolute ones beyond.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::huber_loss", input, target, (long)reduction, delta);

            /// <summary>Kullback-Leibler divergence of log-probabilities from targets, which are log-probabilities too or not.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::kl_div", input, target, (long)reduction, log_target);

            /// <summary>Negative log-likelihood of Poisson distributions.</summary>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1E-08f,
                Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::poisson_nll_loss", input, target, log_input, full, (double)eps, (long)reduction);

            /// <summary>Connectionist temporal classification.</summary>
            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                Aten.Call(
                    "aten::ctc_loss.Tensor", log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>Negative log-likelihood of normal distributions.</summary>
            /// <param name="input">The means.</param>
            /// <param name="target">The targets, of the same shape.</param>
            /// <param name="variance">The variances, of the same shape or with one for each row.</param>
            /// <param name="full">Whether the constant term counts.</param>
            /// <param name="eps">The least variance.</param>
            /// <param name="reduction">What becomes of the losses of all elements.</param>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1E-06f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                if (variance.ndim == input.ndim - 1)
                {
                    variance = Aten.Call("aten::unsqueeze", variance, -1);
                }

                var smallest = Aten.Call("aten::min", variance).ToDouble();
                if (smallest < 0)
                {
                    throw new ArgumentException($"A variance is negative: {smallest}.", nameof(variance));
                }

                // Variances that are too small are raised, but keep their gradients.
                variance = Aten.Call("aten::clone", variance);
                using (no_grad())
                {
                    Aten.CallInPlace("aten::clamp_min_", variance, (double)eps);
                }

                var squares = Aten.Call("aten::square", Aten.Call("aten::sub.Tensor", input, target));
                var sum = Aten.Call("aten::add.Tensor", Aten.Call("aten::log", variance), Aten.Call("aten::div.Tensor", squares, variance));
                var loss = Aten.Call("aten::mul.Scalar", sum, 0.5);
                if (full)
                {
                    loss = Aten.Call("aten::add.Scalar", loss, 0.5 * Math.Log(2 * Math.PI));
                }

                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => Aten.Call("aten::mean", losses),
                Reduction.Sum => Aten.Call("aten::sum", losses),
                _ => losses,
            };
        }
    }
}
