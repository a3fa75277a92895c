// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <optional>
#include <utility>

#include "engine/input/diagnostic.h"

namespace assize::input {

/// An answer, or all that is wrong and where.
/// Invariant: a value comes with warnings at most; no value comes with at least one error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value, Diagnostics warnings = {}) : value_(std::move(value)), found_(std::move(warnings)) {
    assert(!has_errors(found_));
  }
  Result(Diagnostics errors) : found_(std::move(errors)) { assert(has_errors(found_)); }
  explicit operator bool() const { return value_.has_value(); }
  const T& value() const& {
    assert(value_);
    return *value_;
  }
  T&& value() && {
    assert(value_);
    return *std::move(value_);
  }
  const Diagnostics& diagnostics() const { return found_; }

 private:
  std::optional<T> value_;
  Diagnostics found_;
};

}  // namespace assize::input
