#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>

#include "errors.h"
#include "values.h"

using namespace espalier;

int32_t et_tensor_set_requires_grad(TensorHandle* tensor, int32_t value) {
  return guard<int32_t>(-1, [&] { borrow(tensor).requires_grad_(value != 0); return 0; });
}

TensorHandle* et_tensor_grad(TensorHandle* tensor) {
  return guard<TensorHandle*>(nullptr, [&] { return own(borrow(tensor).grad()); });
}

int32_t et_tensor_set_grad(TensorHandle* tensor, TensorHandle* grad) {
  return guard<int32_t>(-1, [&] { borrow(tensor).mutable_grad() = borrow(grad); return 0; });
}

int32_t et_tensor_set_data(TensorHandle* tensor, TensorHandle* data) {
  return guard<int32_t>(-1, [&] { borrow(tensor).set_data(borrow(data)); return 0; });
}

const char* et_tensor_grad_fn_name(TensorHandle* tensor) {
  static thread_local std::string name;
  return guard<const char*>(nullptr, [&] {
    auto self = borrow(tensor);
    name = self.grad_fn() ? self.grad_fn()->name() : "";
    return name.c_str();
  });
}

int32_t et_backward(TensorHandle** tensors, int32_t count, TensorHandle** gradients, int32_t keep_graph, int32_t create_graph) {
  return guard<int32_t>(-1, [&] {
    torch::autograd::backward(borrow_all(tensors, count), gradients == nullptr ? std::vector<at::Tensor>() : borrow_all(gradients, count),
                              keep_graph != 0, create_graph != 0);
    return 0;
  });
}

int32_t et_grad(TensorHandle** outputs, int32_t output_count, TensorHandle** inputs, int32_t input_count, TensorHandle** gradients,
                int32_t keep_graph, int32_t create_graph, int32_t allow_unused, TensorHandle** results) {
  return guard<int32_t>(-1, [&] {
    auto found = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count),
                                       gradients == nullptr ? std::vector<at::Tensor>() : borrow_all(gradients, output_count),
                                       keep_graph != 0, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); ++i) results[i] = own(std::move(found[i]));
    return 0;
  });
}

int32_t et_grad_enabled(void) { return c10::GradMode::is_enabled() ? 1 : 0; }

int32_t et_set_grad_enabled(int32_t value) {
  c10::GradMode::set_enabled(value != 0);
  return 0;
}

GuardHandle* et_inference_mode_enter(int32_t value) {
  return guard<GuardHandle*>(nullptr, [&] { return reinterpret_cast<GuardHandle*>(new c10::InferenceMode(value != 0)); });
}

int32_t et_inference_mode_leave(GuardHandle* guard_handle) {
  return guard<int32_t>(-1, [&] { delete reinterpret_cast<c10::InferenceMode*>(guard_handle); return 0; });
}

int32_t et_inference_mode_enabled(void) { return c10::InferenceMode::is_enabled() ? 1 : 0; }
