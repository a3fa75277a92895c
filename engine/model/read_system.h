// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/input/diagnostic.h"
#include "engine/input/tree.h"
#include "engine/model/system.h"

namespace assize::model {

/// What a description says, and all that is wrong in it by itself: schema faults, `duplicate-id`, `unknown-element`,
/// `unknown-boundary`, `two-boundaries` (an element in two), `boundary-cycle`, `lineage-cycle`, `self-flow`.
/// Kinds, traits and objectives are checked against a vocabulary by read_project. The system is usable for further
/// checks even when errors were found.
struct SystemRead {
  System system;
  input::Diagnostics found;
};
SystemRead read_system(const input::Tree& tree);

/// Reads ratings under `value`; also used for elements that a control brings.
Value read_value(const input::Tree& map);

}  // namespace assize::model
