// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/place.h"

namespace assize::input {

enum class Severity { error, warning, remark };
constexpr std::string_view name_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "remark";
}

/// One complaint. The code is kebab-case, keeps its meaning for ever and has a page in docs/diagnostics.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string message;  ///< One lower-case sentence without a full stop; the user's words in `backticks`.
  Place place = {};
  std::string help = {};  ///< Empty when we do not know what to advise.
};
using Diagnostics = std::vector<Diagnostic>;

inline bool has_errors(const Diagnostics& found) {
  return std::any_of(found.begin(), found.end(), [](const auto& d) { return d.severity == Severity::error; });
}

}  // namespace assize::input
