// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analyse/risk.h"
#include "engine/input/date.h"

namespace assize::analyse {

/// What analysing needs beside the scenarios; nothing of it is changed.
struct Given {
  const catalogue::Catalogue& catalogue;
  const catalogue::Method& attack;
  const catalogue::Method& hazard;
  const std::vector<evidence::Implementation>& implementations;
  const std::vector<evidence::Evidence>& evidence;
  const std::vector<Override>& overrides;
  input::Date as_of;
};

/// How likely, how bad: a risk per scenario, in the same order.
std::vector<Risk> analyse(const walk::Facts& facts, const std::vector<walk::Scenario>& scenarios, const Given& given);

/// Whether some evidence of the implementation is valid on the date, whichever of the two names the other.
bool is_evidenced(const evidence::Implementation& implementation, const std::vector<evidence::Evidence>& evidence,
                  input::Date as_of);

/// The pieces of evidence that show the implementation, in the order of the register.
std::vector<const evidence::Evidence*> evidence_of(const evidence::Implementation& implementation,
                                                   const std::vector<evidence::Evidence>& evidence);

/// For each implementation, which elements and flows it protects.
class Protection {
 public:
  Protection(const walk::Facts& facts, const std::vector<evidence::Implementation>& implementations);
  bool covers(std::size_t implementation, walk::Subject subject) const;

 private:
  struct Marks {
    bool all = false;
    std::vector<walk::Subject> subjects;  ///< Sorted.
  };
  std::vector<Marks> marks_;
};

}  // namespace assize::analyse
