// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/analyse/risk.h"
#include "engine/cover/coverage.h"
#include "engine/cover/gap.h"
#include "engine/cover/system_class.h"
#include "engine/project.h"
#include "engine/treat/risk_register.h"
#include "engine/walk/facts.h"

namespace assize {

/// All that follows from a project on a date. Points into the project, which must outlive it.
struct Assessment {
  input::Date as_of;
  walk::Facts facts;
  std::vector<analyse::Risk> risks;   ///< In the order of the walk.
  treat::RiskRegister risk_register;  ///< The same, worst first, with what is decided.
  cover::SystemClass system_class;    ///< What each law makes of the system.
  std::vector<cover::Coverage> coverage;
  std::vector<cover::Gap> gaps;

  Assessment() = default;
  Assessment(Assessment&&) = default;
  Assessment& operator=(Assessment&&) = default;
};

/// The whole way through. Pure: no clock, no disk, no locale; the same values in, the same values out. Cannot fail:
/// whatever can be wrong was found when the project was read.
Assessment assess(const Project& project, input::Date as_of);

}  // namespace assize
