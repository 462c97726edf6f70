#include <ATen/ATen.h>

#include <cstring>

#include "errors.h"
#include "values.h"

using namespace espalier;

void et_tensor_release(TensorHandle* tensor) {
  if (tensor != nullptr) c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(tensor));
}

TensorHandle* et_tensor_alias(TensorHandle* tensor) {
  return guard<TensorHandle*>(nullptr, [&] { return own(borrow(tensor)); });
}

TensorHandle* et_tensor_from_memory(void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype,
                                    void (*release)(void*), void* context) {
  return guard<TensorHandle*>(nullptr, [&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    return own(at::from_blob(data, at::IntArrayRef(sizes, dimensions), [=](void*) { if (release != nullptr) release(context); }, options));
  });
}

void* et_tensor_data(TensorHandle* tensor) {
  return guard<void*>(nullptr, [&] {
    auto self = borrow(tensor);
    TORCH_CHECK(self.device().is_cpu(), "the data of a tensor on ", self.device(), " cannot be reached from .NET: call cpu() first");
    TORCH_CHECK(self.has_storage() && self.layout() == at::kStrided, "the tensor has no plain memory");
    return self.data_ptr();
  });
}

int32_t et_tensor_info_get(TensorHandle* tensor, et_tensor_info* info) {
  return guard<int32_t>(-1, [&] {
    auto self = borrow(tensor);
    info->numel = self.numel();
    info->dimensions = self.dim();
    info->dtype = static_cast<int32_t>(self.scalar_type());
    info->device_type = static_cast<int32_t>(self.device().type());
    info->device_index = self.device().index();
    info->requires_grad = self.requires_grad();
    info->is_leaf = self.is_leaf();
    info->is_contiguous = self.layout() == at::kStrided && self.is_contiguous();
    return 0;
  });
}

int32_t et_tensor_sizes(TensorHandle* tensor, int64_t* sizes) {
  return guard<int32_t>(-1, [&] {
    auto list = impl(tensor)->sizes();
    std::copy(list.begin(), list.end(), sizes);
    return static_cast<int32_t>(list.size());
  });
}

int32_t et_tensor_strides(TensorHandle* tensor, int64_t* strides) {
  return guard<int32_t>(-1, [&] {
    auto list = impl(tensor)->strides();
    std::copy(list.begin(), list.end(), strides);
    return static_cast<int32_t>(list.size());
  });
}

int64_t et_tensor_storage_offset(TensorHandle* tensor) {
  return guard<int64_t>(-1, [&] { return borrow(tensor).storage_offset(); });
}

int64_t et_tensor_storage_bytes(TensorHandle* tensor) {
  return guard<int64_t>(-1, [&] {
    auto self = borrow(tensor);
    return self.has_storage() ? static_cast<int64_t>(self.storage().nbytes()) : 0;
  });
}

int32_t et_tensor_item(TensorHandle* tensor, et_value* value) {
  return guard<int32_t>(-1, [&] {
    auto scalar = borrow(tensor).item();
    if (scalar.isBoolean()) {
      *value = {ET_BOOL, 0, scalar.toBool() ? 1 : 0};
    } else if (scalar.isFloatingPoint()) {
      auto number = scalar.toDouble();
      *value = {ET_FLOAT, 0, 0};
      std::memcpy(&value->bits, &number, sizeof(number));
    } else {
      *value = {ET_INT, 0, scalar.toLong()};
    }
    return 0;
  });
}
