// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/one_asset.h"

#include <set>
#include <vector>

namespace assize::dossier {

void keep_asset(const std::string& id, const Project& project, Assessment& assessment) {
  std::set<std::string> gone;
  std::erase_if(assessment.risks, [&](const auto& risk) {
    const bool other = assessment.facts.name_of(risk.scenario.subject) != id;
    if (other) gone.insert(risk.id);
    return other;
  });
  // The register points into the risks, which have moved.
  assessment.risk_register = treat::treat(assessment.risks, project.treatments, assessment.as_of);
  std::erase_if(assessment.gaps, [&](const auto& gap) { return gone.contains(gap.about); });
}

}  // namespace assize::dossier
