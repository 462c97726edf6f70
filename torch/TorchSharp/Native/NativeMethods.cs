using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The functions of <c>espalier_torch.h</c>. A failure is a negative number or a null handle: see <see cref="NativeError"/>.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryLoader.Name;

    static NativeMethods() => NativeLibraryLoader.Register();

    [LibraryImport(Library)] internal static partial byte* et_last_error();
    [LibraryImport(Library)] internal static partial int et_abi_version();
    [LibraryImport(Library)] internal static partial byte* et_libtorch_version();
    [LibraryImport(Library)] internal static partial byte* et_libtorch_config();
    [LibraryImport(Library)] internal static partial int et_get_num_threads();
    [LibraryImport(Library)] internal static partial int et_set_num_threads(int count);
    [LibraryImport(Library)] internal static partial int et_get_num_interop_threads();
    [LibraryImport(Library)] internal static partial int et_set_num_interop_threads(int count);
    [LibraryImport(Library)] internal static partial int et_cuda_device_count();
    [LibraryImport(Library)] internal static partial int et_cuda_is_available();
    [LibraryImport(Library)] internal static partial int et_cuda_synchronize(int deviceIndex);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int et_set_flag(string name, int value);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int et_get_flag(string name);

    [LibraryImport(Library)] internal static partial long* et_allocated_bytes();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IntPtr et_operator_find(string name, string overload);
    [LibraryImport(Library)] internal static partial byte* et_operator_schema(IntPtr op);
    [LibraryImport(Library)] internal static partial int et_operator_call(IntPtr op, Value* arguments, int count, Value** results);

    [LibraryImport(Library)] internal static partial void et_tensor_release(IntPtr tensor);
    [LibraryImport(Library)] internal static partial IntPtr et_tensor_alias(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial IntPtr et_tensor_from_memory(
        void* data, long* sizes, int dimensions, int dtype, delegate* unmanaged<void*, void> release, void* context);
    [LibraryImport(Library)] internal static partial void* et_tensor_data(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int et_tensor_info_get(IntPtr tensor, TensorInfo* info);
    [LibraryImport(Library)] internal static partial int et_tensor_sizes(IntPtr tensor, long* sizes);
    [LibraryImport(Library)] internal static partial int et_tensor_strides(IntPtr tensor, long* strides);
    [LibraryImport(Library)] internal static partial long et_tensor_storage_offset(IntPtr tensor);
    [LibraryImport(Library)] internal static partial long et_tensor_storage_bytes(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int et_tensor_item(IntPtr tensor, Value* value);

    [LibraryImport(Library)] internal static partial int et_tensor_set_requires_grad(IntPtr tensor, int value);
    [LibraryImport(Library)] internal static partial IntPtr et_tensor_grad(IntPtr tensor);
    [LibraryImport(Library)] internal static partial int et_tensor_set_grad(IntPtr tensor, IntPtr grad);
    [LibraryImport(Library)] internal static partial int et_tensor_set_data(IntPtr tensor, IntPtr data);
    [LibraryImport(Library)] internal static partial byte* et_tensor_grad_fn_name(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int et_backward(IntPtr* tensors, int count, IntPtr* gradients, int keepGraph, int createGraph);
    [LibraryImport(Library)]
    internal static partial int et_grad(
        IntPtr* outputs, int outputCount, IntPtr* inputs, int inputCount, IntPtr* gradients,
        int keepGraph, int createGraph, int allowUnused, IntPtr* results);
    [LibraryImport(Library)] internal static partial int et_grad_enabled();
    [LibraryImport(Library)] internal static partial int et_set_grad_enabled(int value);
    [LibraryImport(Library)] internal static partial IntPtr et_inference_mode_enter(int value);
    [LibraryImport(Library)] internal static partial int et_inference_mode_leave(IntPtr guard);
    [LibraryImport(Library)] internal static partial int et_inference_mode_enabled();

    [LibraryImport(Library)] internal static partial int et_manual_seed(long seed);
    [LibraryImport(Library)] internal static partial IntPtr et_generator_new(long seed, int deviceType, int deviceIndex);
    [LibraryImport(Library)] internal static partial IntPtr et_generator_default(int deviceType, int deviceIndex);
    [LibraryImport(Library)] internal static partial void et_generator_release(IntPtr generator);
    [LibraryImport(Library)] internal static partial int et_generator_set_seed(IntPtr generator, long seed);
    [LibraryImport(Library)] internal static partial long et_generator_initial_seed(IntPtr generator);
    [LibraryImport(Library)] internal static partial IntPtr et_generator_get_state(IntPtr generator);
    [LibraryImport(Library)] internal static partial int et_generator_set_state(IntPtr generator, IntPtr state);
}
