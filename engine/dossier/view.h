// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/assessment.h"
#include "engine/dossier/document.h"

namespace assize::dossier {

/// A named table of the view. Cells are made when asked for: a register of 100,000 risks costs nothing until it is
/// drawn.
struct ViewTable {
  std::string id;     ///< e.g. `risks`
  std::string title;  ///< For people.
  std::vector<Column> columns;
  std::size_t rows = 0;
  std::function<Cell(std::size_t row, std::size_t column)> cell;
  /// Index of the column, or -1.
  int column(const std::string& id) const;
};

/// All that a template sees of an assessment: named values and named tables, nothing else.
class View {
 public:
  /// Both must outlive the view.
  View(const Project& project, const Assessment& assessment);
  /// `system.name`, `provider.name`, `as-of`, ...: text for placeholders.
  const std::map<std::string, std::string>& values() const { return values_; }
  const std::vector<ViewTable>& tables() const { return tables_; }
  const ViewTable* table(const std::string& id) const;
  const Project& project() const { return project_; }
  const Assessment& assessment() const { return assessment_; }

 private:
  const Project& project_;
  const Assessment& assessment_;
  std::map<std::string, std::string> values_;
  std::vector<ViewTable> tables_;
};

}  // namespace assize::dossier
