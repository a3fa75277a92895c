// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/walk/facts.h"
#include "engine/walk/holds.h"

namespace assize::walk {

/// One threat applied to one element or flow of this system.
struct Scenario {
  const catalogue::Threat* threat = nullptr;
  Subject subject;
};

/// `THREAT@ELEMENT`: stable across runs, so that treatments and findings can point at it.
std::string id_of(const Scenario& scenario, const Facts& facts);

/// Every threat whose kinds and conditions fit, elements before flows, each in the order said, threats in catalogue
/// order.
std::vector<Scenario> walk(const Facts& facts, const std::vector<catalogue::Threat>& threats);

/// Why the scenario is there: its kind, then each condition that held.
Reasons because(const Scenario& scenario, const Facts& facts);

/// A threat that touches the kind of an element or flow, but whose condition does not hold.
struct NotApplicable {
  const catalogue::Threat* threat = nullptr;
  Subject subject;
};
std::vector<NotApplicable> not_applicable(const Facts& facts, const std::vector<catalogue::Threat>& threats);

}  // namespace assize::walk
