// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/input/diagnostic.h"
#include "engine/input/tree.h"

namespace assize::catalogue {

/// A pack says of an entry of another pack: not so, but so, and why. Never silent: what stood there before is kept.
struct Overruling {
  /// A value that is another now. Of a list, only the items that went and came.
  struct Change {
    std::string key;  ///< The way to it: `title`, `rating.opportunity.level`, `factors.time.levels.day.points`.
    std::string before, after;  ///< On one line; empty: nothing there.
    input::Place before_place, place;
  };
  std::string what;  ///< threat, control, requirement, method, or mapping (withdrawn).
  std::string id;    ///< Qualified as in the catalogue; of a mapping `FROM RELATION TO`.
  std::string of;    ///< The pack that has the entry.
  std::string pack;  ///< The pack that overrules it.
  std::string because;
  std::vector<Change> changes;
  std::vector<std::string> unchanged;  ///< Keys that it sets to what was there anyway.
  input::Place place;
};

/// A content file of a pack, parsed but not yet read.
struct PackFile {
  std::string pack, prefix;
  input::Tree tree;
};

/// Puts what `overrules` and `withdraws` of the files say into the entries that they name, before these are read. All
/// are held against the entries as they were, so that neither the order of packs nor that within a file matters. Of an
/// entry: a key that is given replaces the one that is there, lists whole; `rating`, `attributes` and
/// `applies-from-for` go key by key; in methods the items of lists go by their `id`, and a cell that changes says its
/// `mark`.
/// Codes: `unknown-overruled`, `overruled-twice`, `unmarked-cell`; and those of the schema for an entry that is unsound
/// once changed. `is_whole` false: a file is missing, so that what is not found may be there.
std::vector<Overruling> overrule(std::vector<PackFile>& files, bool is_whole, input::Diagnostics& found);

}  // namespace assize::catalogue
