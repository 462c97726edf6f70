// Where the tensors of the CPU get their memory: from malloc, in a way that suits dispose scopes and the garbage collector.
//
// libtorch asks posix_memalign. Before glibc 2.38 that never gives a freed block to a request of the same size, unless the block's neighbours
// are free too. In Python they soon are; here a forgotten loss or a tensor kept by a scope lies between the blocks until it is collected, and
// every training step then takes fresh memory. So blocks are aligned by hand inside of malloc's, which are used again when the size fits.
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <malloc.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "espalier_torch.h"

namespace espalier {
namespace {

// A cache line, and the widest vector.
constexpr uintptr_t alignment = 64;

// What a forgotten tensor keeps alive can be a whole graph, of which .NET sees one handle: so the managed side watches this.
std::atomic<int64_t> allocated{0};
static_assert(sizeof(allocated) == sizeof(int64_t) && std::atomic<int64_t>::is_always_lock_free, "read as a plain number");

struct AlignedAllocator final : c10::Allocator {
  // One of the two is the virtual function: newer libtorch versions dropped the const.
  at::DataPtr allocate(size_t bytes) const { return take(bytes); }
  at::DataPtr allocate(size_t bytes) { return take(bytes); }
  at::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void* target, const void* source, size_t count) const { std::memcpy(target, source, count); }

  static at::DataPtr take(size_t bytes) {
    auto device = c10::Device(c10::DeviceType::CPU);
    if (bytes == 0) return {nullptr, nullptr, &release, device};
    auto* block = bytes > SIZE_MAX - alignment ? nullptr : std::malloc(bytes + alignment);
    TORCH_CHECK(block != nullptr, "can't allocate memory: you tried to allocate ", bytes, " bytes");
    allocated.fetch_add(static_cast<int64_t>(malloc_usable_size(block)), std::memory_order_relaxed);
    // malloc's own alignment leaves room for the block's address before the tensor's first byte.
    auto* data = reinterpret_cast<void**>((reinterpret_cast<uintptr_t>(block) + alignment) & ~(alignment - 1));
    data[-1] = block;
    return {data, data, &release, device};
  }

  static void release(void* data) {
    if (data == nullptr) return;
    auto* block = static_cast<void**>(data)[-1];
    allocated.fetch_sub(static_cast<int64_t>(malloc_usable_size(block)), std::memory_order_relaxed);
    std::free(block);
  }
};

// A dispose scope frees the tensors of a step all at once. glibc then gives most of the memory back to the system, and the next step pays
// for it with page faults: a quarter of a transformer's training step. With these bounds the freed memory is kept for the next step.
// (Python frees a tensor as soon as nothing names it, so it seldom has that much free at once.) Whoever tunes malloc himself is left alone.
void keep_freed_memory() {
#if defined(__GLIBC__)
  for (auto variable : {"GLIBC_TUNABLES", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_"})
    if (std::getenv(variable) != nullptr) return;
  // 32 MiB is the most that glibc allows: larger tensors always go back to the system at once.
  if (mallopt(M_MMAP_THRESHOLD, 32 << 20) == 1) mallopt(M_TRIM_THRESHOLD, 512 << 20);
#endif
}

[[maybe_unused]] const bool installed = [] {
  // Never destroyed: threads may still make tensors while the process ends.
  c10::SetCPUAllocator(new AlignedAllocator);
  keep_freed_memory();
  return true;
}();

}  // namespace
}  // namespace espalier

const int64_t* et_allocated_bytes(void) { return reinterpret_cast<const int64_t*>(&espalier::allocated); }
