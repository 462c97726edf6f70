using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Index expressions. Reading gives a view where no tensor takes part; writing goes through to the tensor.</content>
    public partial class Tensor
    {
        /// <summary>What the index expression selects.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get
            {
                var (view, tensors) = ApplyViews(indices);
                if (tensors is null)
                {
                    return ReferenceEquals(view, this) ? alias() : view;
                }

                var result = Aten.Call("aten::index.Tensor", view, tensors);
                DisposeIntermediate(view);
                return result;
            }

            set
            {
                var (view, tensors) = ApplyViews(indices);
                if (tensors is null)
                {
                    view.copy_(value);
                }
                else
                {
                    Aten.CallInPlace("aten::index_put_", view, tensors, value);
                }

                DisposeIntermediate(view);
            }
        }

        /// <summary>What these tensors of positions or masks select together.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => this[Array.ConvertAll(indices, TensorIndex.Tensor)];
            set => this[Array.ConvertAll(indices, TensorIndex.Tensor)] = value;
        }

        /// <summary>The part at one position of the first dimension.</summary>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => this[(TensorIndex[])[i1]] = value;
        }

        /// <summary>The part at these positions of the first dimensions.</summary>
        public Tensor this[long i1, long i2]
        {
            get => this[(TensorIndex[])[i1, i2]];
            set => this[(TensorIndex[])[i1, i2]] = value;
        }

        /// <summary>The part at these positions of the first dimensions.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => this[(TensorIndex[])[i1, i2, i3]];
            set => this[(TensorIndex[])[i1, i2, i3]] = value;
        }

        /// <summary>The part at these positions of the first dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[(TensorIndex[])[i1, i2, i3, i4]];
            set => this[(TensorIndex[])[i1, i2, i3, i4]] = value;
        }

        /// <summary>The part at these positions of the first dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => this[(TensorIndex[])[i1, i2, i3, i4, i5]];
            set => this[(TensorIndex[])[i1, i2, i3, i4, i5]] = value;
        }

        /// <summary>The part at these positions of the first dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => this[(TensorIndex[])[i1, i2, i3, i4, i5, i6]];
            set => this[(TensorIndex[])[i1, i2, i3, i4, i5, i6]] = value;
        }

        /// <summary>
        /// Does everything that is a view (positions, slices, new dimensions) and collects the tensors of the rest, at the dimensions they
        /// then stand at. This is the order in which Python's indexing works too.
        /// </summary>
        private (Tensor View, Tensor?[]? Tensors) ApplyViews(TensorIndex[] indices)
        {
            var view = this;
            var tensors = new List<Tensor?>();
            var dimension = 0L;
            var consumed = indices.Sum(Consumes);
            foreach (var index in indices)
            {
                var next = index.Kind switch
                {
                    TensorIndexKind.Single => view.select(dimension, index.Start!.Value),
                    TensorIndexKind.Slice when index is { Start: null, Stop: null, Step: null } => view,
                    TensorIndexKind.Slice => Aten.Call("aten::slice.Tensor", view, dimension, index.Start, index.Stop, index.Step ?? 1),
                    TensorIndexKind.NewDimension or TensorIndexKind.Bool => view.unsqueeze(dimension),
                    _ => view,
                };
                if (!ReferenceEquals(next, view))
                {
                    DisposeIntermediate(view);
                    view = next;
                }

                switch (index.Kind)
                {
                    case TensorIndexKind.Slice or TensorIndexKind.NewDimension:
                        dimension++;
                        break;
                    case TensorIndexKind.Ellipsis:
                        dimension += ndim - consumed;
                        break;
                    case TensorIndexKind.Bool:
                        Place(tensors, dimension++, torch.tensor(index.Start != 0, device: device).unsqueeze(0));
                        break;
                    case TensorIndexKind.Tensor:
                        Place(tensors, dimension, index.IndexTensor!);
                        dimension += Consumes(index);
                        break;
                }
            }

            return (view, tensors.Count == 0 ? null : [.. tensors]);
        }

        private static void Place(List<Tensor?> tensors, long dimension, Tensor index)
        {
            // A mask over several dimensions stands once, at the first of them.
            while (tensors.Sum(placed => IsMask(placed) ? placed!.ndim : 1) < dimension)
            {
                tensors.Add(null);
            }

            // libtorch 1.13 refuses 32-bit positions, which later versions take.
            tensors.Add(index.dtype == ScalarType.Int32 ? index.to_type(ScalarType.Int64) : index);
        }

        private static long Consumes(TensorIndex index) => index.Kind switch
        {
            TensorIndexKind.Single or TensorIndexKind.Slice => 1,
            TensorIndexKind.Tensor when IsMask(index.IndexTensor) => index.IndexTensor!.ndim,
            TensorIndexKind.Tensor => 1,
            _ => 0,
        };

        private static bool IsMask(Tensor? index) => index is { dtype: ScalarType.Bool or ScalarType.Byte };

        private void DisposeIntermediate(Tensor view)
        {
            if (!ReferenceEquals(view, this))
            {
                view.Dispose();
            }
        }
    }
}
