// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"

namespace assize::catalogue {

/// A case of a pack, parsed and accepted by its schema.
struct PackCase {
  std::string pack;
  input::Tree tree;
};

/// What is unsound, idle or unsupported in a catalogue that could be read without errors: in the order of its rules,
/// and in each in the order of the packs. Pure. Codes, each with a page in docs/diagnostics:
///   errors: `dangling-id`, `idle-expectation`, `protected-text`, `wrong-total`;
///   warnings: `dangling-reference`, `idle-adjustment`, `idle-floor`, `idle-overruling`, `renumbered-reference`,
///   `unreachable-condition`, `unreasoned`, `unsourced`, `untreated-threat`, `unused-entry`, `unverified`, `view-gap`,
///   `view-open-named`;
///   remarks: `idle-touch`, `unchecked-classes`, `unchecked-view`, `unnamed-entries`.
/// `cases`: those of the packs, for they can be idle too.
input::Diagnostics lint(const Catalogue& catalogue, const std::vector<PackCase>& cases);

}  // namespace assize::catalogue
