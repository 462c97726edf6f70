using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Gradients.</content>
    public unsafe partial class Tensor
    {
        /// <summary>The gradient that <see cref="backward()"/> left here, or null. Each read gives a new handle of the same gradient.</summary>
        public Tensor? grad
        {
            get
            {
                var gradient = NativeMethods.et_tensor_grad(Handle);
                GC.KeepAlive(this);
                return gradient == IntPtr.Zero ? null : new Tensor(gradient);
            }

            set
            {
                NativeError.Check(NativeMethods.et_tensor_set_grad(Handle, value?.Handle ?? IntPtr.Zero));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Computes the gradients of this scalar with respect to all leaves.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Computes the gradients with respect to all leaves.</summary>
        /// <param name="grad_tensors">The gradient with respect to this tensor; left out for a scalar.</param>
        /// <param name="retain_graph">Keeps the graph for another call.</param>
        /// <param name="create_graph">Records the computation itself, for higher derivatives.</param>
        /// <param name="inputs">Not supported here: see <see cref="autograd.grad"/>.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Asks for gradients to flow to this tensor, or not.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Asks for gradients to flow to this tensor, or not.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf, too.</summary>
        public void retain_grad() => Aten.CallVoid("aten::retain_grad", this);

        /// <summary>The same data, cut off from the graph.</summary>
        public Tensor detach() => Aten.Call("aten::detach", this);

        /// <summary>Cuts this tensor off from the graph.</summary>
        public Tensor detach_() => Aten.CallInPlace("aten::detach_", this);

        /// <summary>Makes this tensor one with the other's data, dtype and device, without autograd seeing it.</summary>
        internal void SetData(Tensor data)
        {
            NativeError.Check(NativeMethods.et_tensor_set_data(Handle, data.Handle));
            GC.KeepAlive(data);
            GC.KeepAlive(this);
        }
    }

    /// <summary>Automatic differentiation.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>The gradients of the outputs with respect to the inputs, without touching any <c>grad</c>.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">The gradients with respect to the outputs; left out for scalars.</param>
        /// <param name="retain_graph">Keeps the graph for another call.</param>
        /// <param name="create_graph">Records the computation itself, for higher derivatives.</param>
        /// <param name="allow_unused">Gives null for an input that the outputs do not depend on, instead of an error.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new IntPtr[inputs.Count];
            fixed (IntPtr* from = Handles(outputs), to = Handles(inputs), seeds = Handles(grad_outputs), found = results)
            {
                NativeError.Check(NativeMethods.et_grad(
                    from, outputs.Count, to, inputs.Count, seeds,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == IntPtr.Zero ? null! : new Tensor(handle));
        }

        /// <summary>Adds the gradients of the tensors to the <c>grad</c> of all leaves.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">The gradients with respect to them; left out for scalars.</param>
        /// <param name="retain_graph">Keeps the graph for another call.</param>
        /// <param name="create_graph">Records the computation itself, for higher derivatives.</param>
        /// <param name="inputs">Not supported here: see <see cref="grad"/>.</param>
        /// <exception cref="NotSupportedException"><paramref name="inputs"/> were given.</exception>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            if (inputs is not null)
            {
                throw new NotSupportedException("backward(inputs: ...) is not offered: use torch.autograd.grad(outputs, inputs).");
            }

            fixed (IntPtr* from = Handles(tensors), seeds = Handles(grad_tensors))
            {
                NativeError.Check(NativeMethods.et_backward(
                    from, tensors.Count, seeds, (retain_graph ?? create_graph) ? 1 : 0, create_graph ? 1 : 0));
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
        }

        private static IntPtr[]? Handles(IList<Tensor>? tensors) => tensors?.Select(tensor => tensor.Handle).ToArray();
    }
}
