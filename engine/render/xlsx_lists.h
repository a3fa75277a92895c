// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render {

/// The lists of a workbook from which cells are chosen. A short one stands in the rule of its cells; what does not fit
/// there (255 characters, no commas) is a column of a sheet of its own, each different list once.
class ChoiceLists {
 public:
  explicit ChoiceLists(const std::vector<const dossier::Table*>& tables);
  static bool fits_inline(const std::vector<std::string>& choices);
  /// The columns of that sheet; without any there is no such sheet.
  const std::vector<std::vector<std::string>>& columns() const { return columns_; }
  /// `='SHEET'!$A$1:$A$40`.
  std::string range_of(const std::vector<std::string>& choices, const std::string& sheet) const;

 private:
  std::vector<std::vector<std::string>> columns_;
  std::map<std::vector<std::string>, std::size_t> index_;
};

}  // namespace assize::render
