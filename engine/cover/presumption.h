// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/catalogue/regime.h"
#include "engine/input/date.h"
#include "engine/input/fields.h"

namespace assize::cover {

/// What a project says of a standard: which edition it applied, and how far.
struct AppliedStandard {
  enum class Applied { full, partly, no };
  std::string id, edition, because;
  Applied applied = Applied::no;
  std::vector<input::Said<std::string>> evidence;
  input::Place place;
};

/// Whether a requirement can be presumed to be met because a standard is applied. Five things decide for each standard:
/// that its reference is published, that the edition is that one, that nothing is left out of the citation, that it is
/// applied in full, and that it covers the requirement. The best standard counts; the states are in that order.
struct PresumedState {
  enum class State {
    none_cited,                 ///< No standard or specification for it is published so that it would count.
    not_applied,                ///< A cited standard is not applied.
    specification_not_applied,  ///< A common specification is not applied.
    partly,                     ///< Applied in part, in another edition, or covering a part.
    restricted,                 ///< Cited with a restriction.
    unstated,                   ///< The project does not say whether it applies a cited one, which may settle it.
    presumed
  };
  std::string requirement;
  State state = State::none_cited;
  const catalogue::Presumption* by = nullptr;  ///< The standard that decides; null when none is cited.
  const AppliedStandard* applied = nullptr;
  std::string because;
};
std::string_view name_of(PresumedState::State state);

/// One entry under `standards` of assize.yaml.
AppliedStandard read_applied(const input::Tree& map);

/// One for each requirement of the law that standards can speak to, in its order.
std::vector<PresumedState> presume(const catalogue::Regime& regime, const std::vector<AppliedStandard>& applied,
                                   input::Date as_of);

}  // namespace assize::cover
