// The heart: every ATen operator by name and overload, called boxed through the dispatcher, so autograd, autocast and every
// backend that libtorch has take part as they do from Python.
#include <ATen/core/dispatch/Dispatcher.h>

#include <memory>
#include <mutex>
#include <unordered_map>

#include "errors.h"
#include "values.h"

namespace espalier {
namespace {

struct Operator {
  c10::OperatorHandle handle;
  std::vector<ArgumentType> arguments;
  std::string schema;
};

// Operators live as long as the process: the managed side keeps their pointers.
std::mutex operators_lock;
std::unordered_map<std::string, std::unique_ptr<Operator>> operators;

Operator* find(const char* name, const char* overload) {
  std::lock_guard<std::mutex> lock(operators_lock);
  auto key = std::string(name) + '.' + overload;
  auto known = operators.find(key);
  if (known != operators.end()) return known->second.get();
  auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
  TORCH_CHECK(handle.has_value(), "libtorch has no operator ", name, *overload ? "." : "", overload);
  auto op = std::make_unique<Operator>(Operator{*handle, {}, c10::toString(handle->schema())});
  for (const auto& argument : handle->schema().arguments()) op->arguments.push_back(argument_type(argument));
  return operators.emplace(key, std::move(op)).first->second.get();
}

std::string describe_call(const Operator& op, const et_value* arguments, int32_t count) {
  auto text = op.handle.schema().name();
  if (!op.handle.schema().overload_name().empty()) text += "." + op.handle.schema().overload_name();
  text += "(";
  for (int32_t i = 0; i < count; ++i) {
    if (arguments[i].kind == ET_DEFAULT) continue;
    if (text.back() != '(') text += ", ";
    if (i < static_cast<int32_t>(op.arguments.size())) text += op.handle.schema().arguments()[i].name() + ": ";
    text += describe(arguments[i]);
  }
  return text + ")";
}

void push_arguments(const Operator& op, const et_value* arguments, int32_t count, torch::jit::Stack& stack) {
  const auto& declared = op.handle.schema().arguments();
  TORCH_CHECK(count <= static_cast<int32_t>(declared.size()), "takes at most ", declared.size(), " arguments, got ", count);
  stack.reserve(declared.size());
  for (size_t i = 0; i < declared.size(); ++i) {
    if (static_cast<int32_t>(i) < count && arguments[i].kind != ET_DEFAULT) {
      stack.push_back(to_ivalue(arguments[i], op.arguments[i]));
    } else if (declared[i].default_value().has_value()) {
      stack.push_back(*declared[i].default_value());
    } else {
      TORCH_CHECK(op.arguments[i].is_optional, "argument '", declared[i].name(), "' has no value");
      stack.push_back(c10::IValue());
    }
  }
}

}  // namespace
}  // namespace espalier

using namespace espalier;

OperatorHandle* et_operator_find(const char* name, const char* overload) {
  return guard<OperatorHandle*>(nullptr, [&] { return reinterpret_cast<OperatorHandle*>(find(name, overload)); });
}

const char* et_operator_schema(OperatorHandle* op) { return reinterpret_cast<Operator*>(op)->schema.c_str(); }

int32_t et_operator_call(OperatorHandle* handle, const et_value* arguments, int32_t count, const et_value** results) {
  static thread_local std::vector<et_value> returned;
  const auto& op = *reinterpret_cast<Operator*>(handle);
  try {
    torch::jit::Stack stack;
    push_arguments(op, arguments, count, stack);
    op.handle.callBoxed(stack);
    returned.clear();
    for (auto& value : stack) append_result(std::move(value), returned);
    *results = returned.data();
    return static_cast<int32_t>(returned.size());
  } catch (...) {
    auto message = current_exception_message();
    try {
      message = describe_call(op, arguments, count) + ": " + message;
    } catch (...) {
    }
    set_error(std::move(message));
    return -1;
  }
}
