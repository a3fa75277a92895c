// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/cover/system_class.h"
#include "engine/walk/facts.h"

namespace assize::cover {

/// Whether a requirement applies to this system. It does when its condition holds, the outcome of the law has one of
/// its classes, and one of the roles it binds is held. What the outcome leaves open stays open: neither in nor out.
struct Applicability {
  Truth applies = Truth::yes;
  std::optional<input::Date> from;  ///< When it applies, but only from a day after that of the assessment.
  std::string why;                  ///< Why it does not, or is open; for a yes, by which class, or empty.
  bool is_out() const { return applies == Truth::no; }
  bool is_open() const { return applies == Truth::open; }
};

/// `system_class` may be null: nothing was classified, and every class is taken as given.
Applicability applicability(const catalogue::Requirement& requirement, const SystemClass* system_class,
                            const walk::Facts& facts, input::Date as_of);

}  // namespace assize::cover
