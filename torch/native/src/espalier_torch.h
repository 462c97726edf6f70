// The C ABI between the managed TorchSharp assembly and libtorch.
//
// Rules that hold for every function:
//  * no exception crosses the ABI: a function that can fail returns a negative number or null, and et_last_error() then holds
//    this thread's message;
//  * a tensor handle is one owned reference to a c10::TensorImpl; whoever receives one releases it;
//  * pointers returned by a function stay valid until the same thread's next call.
#pragma once
#include <stdint.h>

#define ET_API extern "C" __attribute__((visibility("default")))

// Raised whenever a signature or a meaning below changes; the managed side refuses another number.
#define ET_ABI_VERSION 2

typedef struct TensorHandle TensorHandle;
typedef struct GeneratorHandle GeneratorHandle;
typedef struct OperatorHandle OperatorHandle;
typedef struct GuardHandle GuardHandle;

// What an et_value holds. The managed enum ValueKind has the same numbers.
enum et_kind : int32_t {
  ET_DEFAULT = 0,      // an argument left out: the schema's default is used
  ET_NONE = 1,
  ET_TENSOR = 2,       // bits: TensorHandle*; in a result, count: KiB of fresh storage on another device that this tensor alone owns
  ET_TENSOR_LIST = 3,  // bits: TensorHandle**, count entries, null for an undefined tensor; in a result: count tensors follow
  ET_INT = 4,          // bits: the number; also dtypes, layouts and memory formats
  ET_INT_LIST = 5,     // bits: int64_t*, count entries
  ET_FLOAT = 6,        // bits: the double's bits
  ET_FLOAT_LIST = 7,   // bits: double*, count entries
  ET_BOOL = 8,         // bits: 0 or 1
  ET_BOOL_LIST = 9,    // bits: int64_t*, count entries
  ET_STRING = 10,      // bits: UTF-8 bytes, count of them
  ET_DEVICE = 11,      // bits: index (32 high bits, -1: none) and c10::DeviceType (32 low bits)
  ET_GENERATOR = 12,   // bits: GeneratorHandle*
};

typedef struct {
  int32_t kind;
  int32_t count;
  int64_t bits;
} et_value;

typedef struct {
  int64_t numel;
  int64_t dimensions;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t requires_grad;
  int32_t is_leaf;
  int32_t is_contiguous;
} et_tensor_info;

// runtime.cpp
ET_API const char* et_last_error(void);
ET_API int32_t et_abi_version(void);
ET_API const char* et_libtorch_version(void);
ET_API const char* et_libtorch_config(void);
ET_API int32_t et_get_num_threads(void);
ET_API int32_t et_set_num_threads(int32_t count);
ET_API int32_t et_get_num_interop_threads(void);
ET_API int32_t et_set_num_interop_threads(int32_t count);
ET_API int32_t et_cuda_device_count(void);
ET_API int32_t et_cuda_is_available(void);
ET_API int32_t et_cuda_synchronize(int32_t device_index);
ET_API int32_t et_set_flag(const char* name, int32_t value);
ET_API int32_t et_get_flag(const char* name);

// allocator.cpp: the bytes that tensors on the CPU take now, whoever holds them. The pointer is valid for good.
ET_API const int64_t* et_allocated_bytes(void);

// operators.cpp
ET_API OperatorHandle* et_operator_find(const char* name, const char* overload);
ET_API const char* et_operator_schema(OperatorHandle* op);
ET_API int32_t et_operator_call(OperatorHandle* op, const et_value* arguments, int32_t count, const et_value** results);

// tensors.cpp
ET_API void et_tensor_release(TensorHandle* tensor);
ET_API TensorHandle* et_tensor_alias(TensorHandle* tensor);
ET_API TensorHandle* et_tensor_from_memory(void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype,
                                           void (*release)(void*), void* context);
ET_API void* et_tensor_data(TensorHandle* tensor);
ET_API int32_t et_tensor_info_get(TensorHandle* tensor, et_tensor_info* info);
ET_API int32_t et_tensor_sizes(TensorHandle* tensor, int64_t* sizes);
ET_API int32_t et_tensor_strides(TensorHandle* tensor, int64_t* strides);
ET_API int64_t et_tensor_storage_offset(TensorHandle* tensor);
ET_API int64_t et_tensor_storage_bytes(TensorHandle* tensor);
ET_API int32_t et_tensor_item(TensorHandle* tensor, et_value* value);

// autograd.cpp
ET_API int32_t et_tensor_set_requires_grad(TensorHandle* tensor, int32_t value);
ET_API TensorHandle* et_tensor_grad(TensorHandle* tensor);
ET_API int32_t et_tensor_set_grad(TensorHandle* tensor, TensorHandle* grad);
ET_API int32_t et_tensor_set_data(TensorHandle* tensor, TensorHandle* data);
ET_API const char* et_tensor_grad_fn_name(TensorHandle* tensor);
ET_API int32_t et_backward(TensorHandle** tensors, int32_t count, TensorHandle** gradients, int32_t keep_graph, int32_t create_graph);
ET_API int32_t et_grad(TensorHandle** outputs, int32_t output_count, TensorHandle** inputs, int32_t input_count,
                       TensorHandle** gradients, int32_t keep_graph, int32_t create_graph, int32_t allow_unused, TensorHandle** results);
ET_API int32_t et_grad_enabled(void);
ET_API int32_t et_set_grad_enabled(int32_t value);
ET_API GuardHandle* et_inference_mode_enter(int32_t value);
ET_API int32_t et_inference_mode_leave(GuardHandle* guard);
ET_API int32_t et_inference_mode_enabled(void);

// generators.cpp
ET_API int32_t et_manual_seed(int64_t seed);
ET_API GeneratorHandle* et_generator_new(int64_t seed, int32_t device_type, int32_t device_index);
ET_API GeneratorHandle* et_generator_default(int32_t device_type, int32_t device_index);
ET_API void et_generator_release(GeneratorHandle* generator);
ET_API int32_t et_generator_set_seed(GeneratorHandle* generator, int64_t seed);
ET_API int64_t et_generator_initial_seed(GeneratorHandle* generator);
ET_API TensorHandle* et_generator_get_state(GeneratorHandle* generator);
ET_API int32_t et_generator_set_state(GeneratorHandle* generator, TensorHandle* state);
