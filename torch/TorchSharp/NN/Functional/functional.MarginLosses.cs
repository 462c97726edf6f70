using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Losses with margins.</content>
        public static partial class functional
        {
            /// <summary>Distances of similar pairs (1), and what dissimilar ones (-1) lack of a margin.</summary>
            public static Tensor hinge_embedding_loss(
                Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::hinge_embedding_loss", input, target, margin, (long)reduction);

            /// <summary>Angles of similar pairs (1), and what dissimilar ones (-1) have above a margin.</summary>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::cosine_embedding_loss", input1, input2, target, margin, (long)reduction);

            /// <summary>What the first of two inputs lacks to lie a margin above the second (1), or below (-1).</summary>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::margin_ranking_loss", input1, input2, target, margin, (long)reduction);

            /// <summary>Hinge loss of several classes for each input, which end with -1.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::multilabel_margin_loss", input, target, (long)reduction);

            /// <summary>Hinge loss of one class for each input.</summary>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::multi_margin_loss", input, target, p, margin, weight, (long)reduction);

            /// <summary>Logistic loss of targets 1 and -1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("aten::soft_margin_loss", input, target, (long)reduction);

            /// <summary>What anchors lack to lie a margin nearer to positives than to negatives.</summary>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1E-06, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                Aten.Call(
                    "aten::triplet_margin_loss", anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <summary>Cross entropy of logits and targets, mean over the classes.</summary>
            public static Tensor multilabel_soft_margin_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var entropy = binary_cross_entropy_with_logits(input, target, weight, Reduction.None);
                return Reduced(Aten.Call("aten::mean.dim", entropy, new long[] { -1 }), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>What anchors lack to lie a margin nearer to positives than to negatives, by any distance.</summary>
            /// <param name="anchor">The anchors.</param>
            /// <param name="positive">What lies near.</param>
            /// <param name="negative">What lies far away.</param>
            /// <param name="distance">The distance; null for Euclid's.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="swap">Whether the positive may take the anchor's place.</param>
            /// <param name="reduction">What becomes of the losses of all elements.</param>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1,
                bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= static (a, b) => pairwise_distance(a, b);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                {
                    far = Aten.Call("aten::minimum", far, distance(positive, negative));
                }

                var lack = Aten.Call("aten::add.Scalar", Aten.Call("aten::sub.Tensor", near, far), margin);
                return Reduced(Aten.Call("aten::clamp_min", lack, 0), reduction).MoveToOuterDisposeScope();
            }
        }
    }
}
