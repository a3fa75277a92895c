// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/dossier/draw_table.h"
#include "engine/dossier/view.h"
#include "engine/input/diagnostic.h"
#include "engine/input/tree.h"

namespace assize::dossier {

/// What a template names, looked up in the view. A name that the view has not is a complaint with its place and what
/// was probably meant.
class ViewNames {
 public:
  ViewNames(const View& view, input::Diagnostics& found) : view_(view), found_(found) {}

  const View& view() const { return view_; }
  /// Nothing after `unknown-table`.
  const ViewTable* table(const input::Tree& said) const;
  /// Nothing after `unknown-placeholder`.
  const std::string* value(const input::Tree& said) const;
  /// No after `unknown-column`.
  bool is_column(const ViewTable& table, const std::string& id, const input::Place& place) const;
  /// `where:` or `except:`; those on columns that do not exist are left out.
  std::vector<TableWish::Test> tests(const ViewTable& table, const input::Tree* map) const;
  void error(std::string code, std::string message, const input::Place& place, std::string help = {}) const;

 private:
  const View& view_;
  input::Diagnostics& found_;
};

}  // namespace assize::dossier
