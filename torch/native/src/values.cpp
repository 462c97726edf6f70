#include "values.h"

#include <ATen/core/Generator.h>
#include <ATen/core/List.h>

#include <cstring>
#include <sstream>

namespace espalier {
namespace {

double as_double(const et_value& value) {
  double result;
  std::memcpy(&result, &value.bits, sizeof(result));
  return result;
}

int64_t bits_of(double value) {
  int64_t result;
  std::memcpy(&result, &value, sizeof(result));
  return result;
}

[[noreturn]] void refuse(const et_value& value, const char* wanted) {
  TORCH_CHECK(false, "expected ", wanted, " but got ", describe(value));
}

c10::IValue scalar_of(const et_value& value) {
  switch (value.kind) {
    case ET_INT: return c10::IValue(value.bits);
    case ET_FLOAT: return c10::IValue(as_double(value));
    case ET_BOOL: return c10::IValue(value.bits != 0);
    case ET_TENSOR: return c10::IValue(borrow(reinterpret_cast<TensorHandle*>(value.bits)).item());
    default: refuse(value, "a number");
  }
}

c10::IValue tensor_list(const et_value& value, const ArgumentType& type) {
  if (value.kind != ET_TENSOR_LIST) refuse(value, "a list of tensors");
  auto** handles = reinterpret_cast<TensorHandle**>(value.bits);
  if (type.has_optional_elements) {
    c10::List<c10::optional<at::Tensor>> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; ++i)
      list.push_back(handles[i] == nullptr ? c10::optional<at::Tensor>() : c10::optional<at::Tensor>(borrow(handles[i])));
    return list;
  }
  c10::List<at::Tensor> list;
  list.reserve(value.count);
  for (int32_t i = 0; i < value.count; ++i) list.push_back(borrow(handles[i]));
  return list;
}

c10::IValue int_list(const et_value& value, const ArgumentType& type) {
  c10::List<int64_t> list;
  if (value.kind == ET_INT) {  // int[2] also takes one number for both
    for (int32_t i = 0; i < std::max(type.fixed_length, 1); ++i) list.push_back(value.bits);
    return list;
  }
  if (value.kind != ET_INT_LIST) refuse(value, "a list of integers");
  const auto* numbers = reinterpret_cast<const int64_t*>(value.bits);
  list.reserve(value.count);
  for (int32_t i = 0; i < value.count; ++i) list.push_back(numbers[i]);
  return list;
}

c10::IValue float_list(const et_value& value) {
  if (value.kind != ET_FLOAT_LIST) refuse(value, "a list of floating-point numbers");
  const auto* numbers = reinterpret_cast<const double*>(value.bits);
  c10::List<double> list;
  for (int32_t i = 0; i < value.count; ++i) list.push_back(numbers[i]);
  return list;
}

c10::IValue bool_list(const et_value& value) {
  if (value.kind != ET_BOOL_LIST) refuse(value, "a list of booleans");
  const auto* flags = reinterpret_cast<const int64_t*>(value.bits);
  c10::List<bool> list;
  for (int32_t i = 0; i < value.count; ++i) list.push_back(flags[i] != 0);
  return list;
}

et_value tensor_result(at::Tensor&& tensor) {
  if (!tensor.defined()) return {ET_NONE, 0, 0};
  // Storage that nobody else holds is what freeing this one tensor gives back. The CPU's is counted by the allocator.
  int32_t kib = 0;
  if (!tensor.is_cpu() && !tensor.is_meta() && tensor.has_storage() && tensor.storage().use_count() == 1)
    kib = static_cast<int32_t>(std::min<size_t>(tensor.storage().nbytes() >> 10, INT32_MAX));
  return {ET_TENSOR, kib, reinterpret_cast<int64_t>(own(std::move(tensor)))};
}

}  // namespace

std::vector<at::Tensor> borrow_all(TensorHandle** handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; ++i) tensors.push_back(borrow(handles[i]));
  return tensors;
}

c10::Device device_of(int64_t bits) {
  return c10::Device(static_cast<c10::DeviceType>(bits & 0xff), static_cast<c10::DeviceIndex>(bits >> 32));
}

ArgumentType argument_type(const c10::Argument& argument) {
  ArgumentType result{c10::TypeKind::AnyType, false, false, false, argument.N().value_or(0)};
  auto type = argument.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    result.is_optional = true;
    type = optional->getElementType();
  }
  if (auto list = type->cast<c10::ListType>()) {
    result.is_list = true;
    type = list->getElementType();
    if (auto optional = type->cast<c10::OptionalType>()) {
      result.has_optional_elements = true;
      type = optional->getElementType();
    }
  }
  result.kind = type->kind();
  return result;
}

c10::IValue to_ivalue(const et_value& value, const ArgumentType& type) {
  if (value.kind == ET_NONE) {
    // Tensor arguments take an undefined tensor for none: `Tensor?` is unboxed from None and from undefined alike.
    if (!type.is_optional && type.kind != c10::TypeKind::TensorType) refuse(value, "a value");
    return type.is_optional ? c10::IValue() : c10::IValue(at::Tensor());
  }
  if (type.is_list) {
    switch (type.kind) {
      case c10::TypeKind::TensorType: return tensor_list(value, type);
      case c10::TypeKind::FloatType: return float_list(value);
      case c10::TypeKind::BoolType: return bool_list(value);
      default: return int_list(value, type);
    }
  }
  switch (type.kind) {
    case c10::TypeKind::TensorType:
      if (value.kind != ET_TENSOR) refuse(value, "a tensor");
      return borrow(reinterpret_cast<TensorHandle*>(value.bits));
    case c10::TypeKind::FloatType:
      if (value.kind == ET_INT) return static_cast<double>(value.bits);
      if (value.kind != ET_FLOAT) refuse(value, "a floating-point number");
      return as_double(value);
    case c10::TypeKind::BoolType:
      if (value.kind != ET_BOOL) refuse(value, "true or false");
      return value.bits != 0;
    case c10::TypeKind::NumberType: return scalar_of(value);
    case c10::TypeKind::StringType:
      if (value.kind != ET_STRING) refuse(value, "a string");
      return std::string(reinterpret_cast<const char*>(value.bits), value.count);
    case c10::TypeKind::DeviceObjType:
      if (value.kind != ET_DEVICE) refuse(value, "a device");
      return device_of(value.bits);
    case c10::TypeKind::GeneratorType:
      if (value.kind != ET_GENERATOR) refuse(value, "a generator");
      return generator(reinterpret_cast<GeneratorHandle*>(value.bits));
    default:
      if (value.kind != ET_INT) refuse(value, "an integer");
      return value.bits;
  }
}

void append_result(c10::IValue&& value, std::vector<et_value>& results) {
  if (value.isTensor()) {
    results.push_back(tensor_result(std::move(value).toTensor()));
  } else if (value.isTensorList()) {
    auto tensors = std::move(value).toTensorVector();
    results.push_back({ET_TENSOR_LIST, static_cast<int32_t>(tensors.size()), 0});
    for (auto& tensor : tensors) results.push_back(tensor_result(std::move(tensor)));
  } else if (value.isInt()) {
    results.push_back({ET_INT, 0, value.toInt()});
  } else if (value.isDouble()) {
    results.push_back({ET_FLOAT, 0, bits_of(value.toDouble())});
  } else if (value.isBool()) {
    results.push_back({ET_BOOL, 0, value.toBool() ? 1 : 0});
  } else if (value.isNone()) {
    results.push_back({ET_NONE, 0, 0});
  } else {
    TORCH_CHECK(false, "a result of type ", value.tagKind(), " cannot be returned");
  }
}

std::string describe(const et_value& value) {
  std::ostringstream text;
  switch (value.kind) {
    case ET_DEFAULT: text << "(default)"; break;
    case ET_NONE: text << "none"; break;
    case ET_TENSOR: {
      auto tensor = borrow(reinterpret_cast<TensorHandle*>(value.bits));
      text << c10::toString(tensor.scalar_type()) << tensor.sizes();
      if (!tensor.device().is_cpu()) text << " on " << tensor.device();
      break;
    }
    case ET_TENSOR_LIST: {
      text << '(';
      auto** handles = reinterpret_cast<TensorHandle**>(value.bits);
      for (int32_t i = 0; i < value.count; ++i) {
        if (i == 8) { text << ", ... " << value.count << " in all"; break; }
        text << (i == 0 ? "" : ", ");
        if (handles[i] == nullptr) text << "none";
        else text << describe({ET_TENSOR, 0, reinterpret_cast<int64_t>(handles[i])});
      }
      text << ')';
      break;
    }
    case ET_INT: text << value.bits; break;
    case ET_INT_LIST:
      text << c10::IntArrayRef(reinterpret_cast<const int64_t*>(value.bits), value.count);
      break;
    case ET_FLOAT: text << as_double(value); break;
    case ET_BOOL: text << (value.bits != 0 ? "true" : "false"); break;
    case ET_STRING: text << '"' << std::string(reinterpret_cast<const char*>(value.bits), value.count) << '"'; break;
    case ET_DEVICE: text << device_of(value.bits); break;
    case ET_GENERATOR: text << "a generator"; break;
    default: text << "a list of " << value.count; break;
  }
  return text.str();
}

}  // namespace espalier
