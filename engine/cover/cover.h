// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/cover/coverage.h"
#include "engine/cover/gap.h"
#include "engine/cover/narrative.h"
#include "engine/cover/system_class.h"
#include "engine/input/date.h"
#include "engine/treat/risk_register.h"
#include "engine/walk/facts.h"

namespace assize::cover {

struct Given {
  const catalogue::Catalogue& catalogue;
  const std::vector<evidence::Implementation>& implementations;
  const std::vector<evidence::Evidence>& evidence;
  const std::vector<Narrative>& narratives;
  const std::vector<std::string>&
      frameworks;  ///< Packs whose requirements and controls the project answers to; empty: all.
  input::Date as_of;
  const SystemClass* system_class = nullptr;  ///< What laws make of the system; null: nothing was classified.
};

/// What each control and each requirement is met by, in catalogue order, controls first.
std::vector<Coverage> cover(const walk::Facts& facts, const std::vector<analyse::Risk>& risks, const Given& given);

/// Everything that falls short, in the order: classification, risks, requirements, controls, evidence, narrative,
/// description.
std::vector<Gap> find_gaps(const walk::Facts& facts, const treat::RiskRegister& risks,
                           const std::vector<Coverage>& coverage, const Given& given);

}  // namespace assize::cover
