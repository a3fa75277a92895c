// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/view_names.h"

namespace assize::dossier {

/// Whether a condition of a template (`when:`, `unless:`) holds of a view. Complaints about what the view has not go to
/// the names; the answer is then no.
class TemplateCondition {
 public:
  /// `reader`: for whom the document is made, empty when for nobody in particular. `readers`: those of the template.
  TemplateCondition(const ViewNames& names, std::string reader, const input::Tree* readers)
      : names_(names), reader_(std::move(reader)), readers_(readers) {}

  bool holds(const input::Tree& condition) const;
  /// Whether the document is made for one of these; for nobody in particular it has what all readers get.
  bool is_for(const input::Tree& readers) const;

 private:
  bool value_holds(const input::Tree& condition) const;
  bool rows_hold(const input::Tree& condition) const;

  const ViewNames& names_;
  std::string reader_;
  const input::Tree* readers_;
};

}  // namespace assize::dossier
