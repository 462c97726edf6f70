// Nanoseconds of adding two tensors of three numbers through libtorch's C++ API, without gradients.
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <chrono>
#include <cstdio>

int main() {
  constexpr int count = 1000000;
  c10::AutoGradMode no_grad(false);
  auto a = at::ones({3}), b = at::ones({3});
  for (int i = 0; i < count / 10; ++i) a.add(b);
  auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) a.add(b);
  std::chrono::duration<double, std::nano> elapsed = std::chrono::steady_clock::now() - start;
  std::printf("%f\n", elapsed.count() / count);
}
