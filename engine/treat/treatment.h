// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/diagnostic.h"
#include "engine/input/fields.h"
#include "engine/input/tree.h"

namespace assize::treat {

/// What is decided about a risk: an option of ISO 31000 / ISO/IEC 23894, with who and until when.
struct Treatment {
  struct Acceptance {
    input::Said<std::string> by;
    input::Date on;
    std::optional<input::Date> until;
    std::string level, because;  ///< The level accepted; `evidenced` unless said.
    input::Place place;
  };
  input::Said<std::string> risk, owner;
  std::string option, because;
  std::vector<input::Said<std::string>> by;  ///< Implementations that carry it out.
  std::optional<input::Date> due;
  std::optional<Acceptance> accepted;
  input::Place place;
};

/// What can be decided, as schemas/treatments.schema.json has it.
inline constexpr std::string_view options[] = {
    "avoid", "take", "remove-source", "change-likelihood", "change-consequences", "share", "retain", "modify"};
/// Levels at which what remains can be accepted.
inline constexpr std::string_view accepted_levels[] = {"inherent", "claimed", "evidenced", "planned"};

/// Schema faults of the whole file; `duplicate-id` for a risk treated twice; `date-order`.
std::vector<Treatment> read_treatments(const input::Tree& tree, input::Diagnostics& found);

}  // namespace assize::treat
