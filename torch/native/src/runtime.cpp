#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <cstring>

#include "errors.h"
#include "espalier_torch.h"

namespace espalier {

static thread_local std::string last_error;

void set_error(std::string message) { last_error = std::move(message); }

std::string current_exception_message() {
  try {
    throw;
  } catch (const c10::Error& error) {
    return error.what_without_backtrace();
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown native error";
  }
}

}  // namespace espalier

using namespace espalier;

namespace {

// The switches of at::Context that PyTorch shows under torch.backends, by PyTorch's names.
struct Flag {
  const char* name;
  bool (*get)(const at::Context&);
  void (*set)(at::Context&, bool);
};

const Flag flags[] = {
    {"cudnn.enabled", [](const at::Context& c) { return c.userEnabledCuDNN(); }, [](at::Context& c, bool v) { c.setUserEnabledCuDNN(v); }},
    {"cudnn.benchmark", [](const at::Context& c) { return c.benchmarkCuDNN(); }, [](at::Context& c, bool v) { c.setBenchmarkCuDNN(v); }},
    {"cudnn.deterministic", [](const at::Context& c) { return c.deterministicCuDNN(); }, [](at::Context& c, bool v) { c.setDeterministicCuDNN(v); }},
    {"cudnn.allow_tf32", [](const at::Context& c) { return c.allowTF32CuDNN(); }, [](at::Context& c, bool v) { c.setAllowTF32CuDNN(v); }},
    {"cuda.matmul.allow_tf32", [](const at::Context& c) { return c.allowTF32CuBLAS(); }, [](at::Context& c, bool v) { c.setAllowTF32CuBLAS(v); }},
    {"deterministic_algorithms", [](const at::Context& c) { return c.deterministicAlgorithms(); },
     [](at::Context& c, bool v) { c.setDeterministicAlgorithms(v, false); }},
};

const Flag& flag(const char* name) {
  for (const auto& candidate : flags)
    if (std::strcmp(candidate.name, name) == 0) return candidate;
  TORCH_CHECK(false, "unknown flag ", name);
}

}  // namespace

const char* et_last_error(void) { return last_error.c_str(); }
int32_t et_abi_version(void) { return ET_ABI_VERSION; }
const char* et_libtorch_version(void) { return TORCH_VERSION; }

const char* et_libtorch_config(void) {
  static const std::string config = at::show_config();
  return config.c_str();
}

int32_t et_get_num_threads(void) { return at::get_num_threads(); }

int32_t et_set_num_threads(int32_t count) {
  return guard<int32_t>(-1, [&] { at::set_num_threads(count); return 0; });
}

int32_t et_get_num_interop_threads(void) { return at::get_num_interop_threads(); }

int32_t et_set_num_interop_threads(int32_t count) {
  return guard<int32_t>(-1, [&] { at::set_num_interop_threads(count); return 0; });
}

int32_t et_cuda_device_count(void) {
  return guard<int32_t>(-1, [] { return static_cast<int32_t>(torch::cuda::device_count()); });
}

int32_t et_cuda_is_available(void) {
  return guard<int32_t>(-1, [] { return torch::cuda::is_available() ? 1 : 0; });
}

int32_t et_cuda_synchronize(int32_t device_index) {
  return guard<int32_t>(-1, [&] { torch::cuda::synchronize(device_index); return 0; });
}

int32_t et_set_flag(const char* name, int32_t value) {
  return guard<int32_t>(-1, [&] { flag(name).set(at::globalContext(), value != 0); return 0; });
}

int32_t et_get_flag(const char* name) {
  return guard<int32_t>(-1, [&] { return flag(name).get(at::globalContext()) ? 1 : 0; });
}
