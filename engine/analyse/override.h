// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/method.h"
#include "engine/input/date.h"
#include "engine/input/diagnostic.h"
#include "engine/input/fields.h"
#include "engine/input/tree.h"

namespace assize::analyse {

/// Where a named assessor overrules the level that the catalogue gives. Both are shown.
struct Override {
  input::Said<std::string> risk, factor, to, by;
  std::string because;
  std::optional<input::Date> on;
  input::Place place;
};

/// From treatments.yaml, which the schema has judged. `duplicate-id` when a factor of a risk is overruled twice.
std::vector<Override> read_overrides(const input::Tree& tree, input::Diagnostics& found);

/// `unknown-factor`, `unknown-level`: what the method cannot rate so. Nothing when it can.
std::optional<input::Diagnostic> check_override(const Override& override, const catalogue::Method& method);

}  // namespace assize::analyse
