// Conversions between the flat et_value of the ABI and libtorch's IValue.
#pragma once
#include <ATen/core/Tensor.h>
#include <ATen/core/function_schema.h>
#include <ATen/core/ivalue.h>

#include <string>
#include <vector>

#include "espalier_torch.h"

namespace espalier {

inline c10::TensorImpl* impl(TensorHandle* handle) { return reinterpret_cast<c10::TensorImpl*>(handle); }

// A tensor that shares the handle's reference count; the handle stays valid.
inline at::Tensor borrow(TensorHandle* handle) {
  return handle == nullptr
             ? at::Tensor()
             : at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(impl(handle)));
}

// Gives the caller its own reference; null for an undefined tensor.
inline TensorHandle* own(at::Tensor tensor) {
  return tensor.defined() ? reinterpret_cast<TensorHandle*>(tensor.unsafeReleaseTensorImpl()) : nullptr;
}

std::vector<at::Tensor> borrow_all(TensorHandle** handles, int32_t count);

inline at::Generator& generator(GeneratorHandle* handle) { return *reinterpret_cast<at::Generator*>(handle); }

c10::Device device_of(int64_t bits);

// What one argument of an operator accepts, worked out once per operator from its schema.
struct ArgumentType {
  c10::TypeKind kind;          // the innermost type: of T, of T?, of T[]
  bool is_list;
  bool is_optional;
  bool has_optional_elements;  // Tensor?[]
  int32_t fixed_length;        // of int[2]; 0 when free
};

ArgumentType argument_type(const c10::Argument& argument);

// Throws where the value cannot be what the argument wants.
c10::IValue to_ivalue(const et_value& value, const ArgumentType& type);

// Appends one result; a list appends its header and then its entries.
void append_result(c10::IValue&& value, std::vector<et_value>& results);

// "Float[2, 3] on cpu", for error messages.
std::string describe(const et_value& value);

}  // namespace espalier
