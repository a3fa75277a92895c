// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/input/diagnostic.h"
#include "engine/input/lines.h"

namespace assize::input {

/// What libyaml found wrong: its words, and where it noticed, in bytes.
struct YamlProblem {
  std::string_view problem;
  std::size_t at = 0;
  std::string_view context;    ///< What it was reading; empty when it does not say.
  std::size_t context_at = 0;  ///< Where that began.
};

/// The same in words of a person who writes YAML, with the stretch to show.
struct YamlComplaint {
  std::string code = "yaml-syntax";
  std::string message;
  Span at;
  std::string help;
};
YamlComplaint explain(const YamlProblem& problem, std::string_view text, const Lines& lines);

}  // namespace assize::input
