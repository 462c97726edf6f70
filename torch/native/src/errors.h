// Exceptions end here: guard(...) turns any of them into this thread's error message and a failure value.
#pragma once
#include <c10/util/Exception.h>

#include <exception>
#include <string>
#include <utility>

namespace espalier {

void set_error(std::string message);

// The message of the exception being handled, without libtorch's C++ stack trace.
std::string current_exception_message();

template <typename Result, typename Body>
Result guard(Result failure, Body&& body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (...) {
    set_error(current_exception_message());
    return failure;
  }
}

}  // namespace espalier
