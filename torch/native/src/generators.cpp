#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <mutex>

#include "errors.h"
#include "values.h"

using namespace espalier;

namespace {

at::Generator default_generator(c10::Device device) { return at::globalContext().defaultGenerator(device); }

c10::Device device(int32_t type, int32_t index) {
  return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

// A new generator on the device; CUDA has no constructor that a CPU build could link to, so its default one is cloned.
at::Generator new_generator(c10::Device on) {
  return on.is_cpu() ? at::make_generator<at::CPUGeneratorImpl>() : default_generator(on).clone();
}

}  // namespace

int32_t et_manual_seed(int64_t seed) {
  return guard<int32_t>(-1, [&] { at::manual_seed(static_cast<uint64_t>(seed)); return 0; });
}

GeneratorHandle* et_generator_new(int64_t seed, int32_t type, int32_t index) {
  return guard<GeneratorHandle*>(nullptr, [&] {
    auto generator = new_generator(device(type, index));
    generator.set_current_seed(static_cast<uint64_t>(seed));
    return reinterpret_cast<GeneratorHandle*>(new at::Generator(std::move(generator)));
  });
}

GeneratorHandle* et_generator_default(int32_t type, int32_t index) {
  return guard<GeneratorHandle*>(nullptr, [&] {
    return reinterpret_cast<GeneratorHandle*>(new at::Generator(default_generator(device(type, index))));
  });
}

void et_generator_release(GeneratorHandle* handle) { delete reinterpret_cast<at::Generator*>(handle); }

int32_t et_generator_set_seed(GeneratorHandle* handle, int64_t seed) {
  return guard<int32_t>(-1, [&] {
    auto& self = generator(handle);
    std::lock_guard<std::mutex> lock(self.mutex());
    self.set_current_seed(static_cast<uint64_t>(seed));
    return 0;
  });
}

int64_t et_generator_initial_seed(GeneratorHandle* handle) { return static_cast<int64_t>(generator(handle).current_seed()); }

TensorHandle* et_generator_get_state(GeneratorHandle* handle) {
  return guard<TensorHandle*>(nullptr, [&] {
    auto& self = generator(handle);
    std::lock_guard<std::mutex> lock(self.mutex());
    return own(self.get_state());
  });
}

int32_t et_generator_set_state(GeneratorHandle* handle, TensorHandle* state) {
  return guard<int32_t>(-1, [&] {
    auto& self = generator(handle);
    std::lock_guard<std::mutex> lock(self.mutex());
    self.set_state(borrow(state));
    return 0;
  });
}
