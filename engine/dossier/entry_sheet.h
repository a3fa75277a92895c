// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/dossier/record.h"

namespace assize::dossier {

/// An entry of a catalogue by what it is (`threat`, `pack`, `view` ...) and its full id.
struct EntryName {
  std::string what, id;
  bool operator==(const EntryName& other) const = default;
};

/// Every entry that a word can mean: `TAI-001`, `A.5.1`, `threat:TAI-001`, `ATLAS:AML.T0020`. None, one or several.
std::vector<EntryName> entries_named(const catalogue::Catalogue& catalogue, const std::string& word);
/// All ids, to suggest from.
std::vector<std::string> entry_ids(const catalogue::Catalogue& catalogue);

/// What is known of an entry: a line, the place it comes from, and what lies below it.
struct SheetLine {
  std::string label, text;
  std::string place;  ///< "file:line:column" or empty.
  std::vector<SheetLine> below;
};
/// Everything known of the entry, which must exist: what it says, its source and how sure it is, what points at it and
/// what it points at, and what a pack has overruled in it.
SheetLine sheet_of(const catalogue::Catalogue& catalogue, const EntryName& name);
Record record_of(const SheetLine& line);

/// References, each with the title that a pack lists for it: "ATLAS:AML.T0020 Poison Training Data".
std::vector<std::string> with_titles(const catalogue::Catalogue& catalogue, const std::vector<std::string>& references);

}  // namespace assize::dossier
