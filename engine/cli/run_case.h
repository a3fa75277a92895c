// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/cli/world.h"
#include "engine/input/source.h"

namespace assize::cli {

/// What a case of a pack came to: empty is passed.
struct CaseResult {
  std::string title;
  std::vector<std::string> failures;
};
/// Reads the case, loads the pack with those the case names, assesses its small system and holds it against `expect`.
CaseResult run_case(const input::Source& source, const std::string& pack, const World& world);

}  // namespace assize::cli
