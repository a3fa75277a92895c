// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/analyse/override.h"
#include "engine/input/nearest.h"

namespace assize::analyse {

std::optional<input::Diagnostic> check_override(const Override& override, const catalogue::Method& method) {
  using input::Severity;
  const auto factors = method.factor_ids();
  if (std::find(factors.begin(), factors.end(), override.factor.value) == factors.end())
    return input::Diagnostic{
        Severity::error, "unknown-factor",
        "`" + override.factor.value + "` is no factor of method `" + method.id + "`, which rates this risk",
        override.factor.place, input::suggest(override.factor.value, factors)};
  const auto levels = method.level_ids(override.factor.value);
  if (std::find(levels.begin(), levels.end(), override.to.value) == levels.end())
    return input::Diagnostic{
        Severity::error, "unknown-level",
        "`" + override.to.value + "` is no level of `" + override.factor.value + "` in method `" + method.id + "`",
        override.to.place, input::suggest(override.to.value, levels)};
  return std::nullopt;
}

}  // namespace assize::analyse
