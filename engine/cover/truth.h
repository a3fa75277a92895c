// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace assize::cover {

/// Kleene's strong three-valued logic. The order is that of truth: `and` is the lesser of two, `or` the greater. What
/// is open may become yes or no when more is answered; what is decided stays so.
enum class Truth { no, open, yes };

constexpr Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth both(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth either(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth negated(Truth a) { return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::open; }
std::string_view name_of(Truth truth);  ///< "yes", "no", "open"

}  // namespace assize::cover
