// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/analyse/analyse.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using cover::Coverage;
using cover::Standing;
using cover::Strength;

void add(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

bool counts(const cover::Support& support, const Met& met) {
  return support.strength == met.strength && support.standing >= std::min(met.standing, Standing::claimed);
}

Met met(const Coverage& coverage) {
  for (const auto floor : {Standing::claimed, Standing::planned}) {
    const auto strength = coverage.at(floor);
    if (strength == Strength::nothing) continue;
    auto standing = floor;
    if (floor == Standing::claimed && coverage.at(Standing::evidenced) == strength) standing = Standing::evidenced;
    return {strength, standing};
  }
  return {};
}

std::string text_of_met(const Coverage& coverage) {
  if (coverage.applies.is_out()) return "does not apply";
  if (coverage.excluded) return "excluded";
  if (coverage.applies.is_open()) return "open whether it applies";
  const auto state = met(coverage);
  if (state.strength == Strength::nothing) return "met by nothing";
  return std::string(name_of(state.strength)) + ", " + std::string(name_of(state.standing));
}

Tone tone_of_met(const Coverage& coverage) {
  if (coverage.applies.is_out() || coverage.excluded) return Tone::quiet;
  if (coverage.applies.is_open()) return Tone::gap;
  const auto state = met(coverage);
  if (state.strength == Strength::covered && state.standing == Standing::evidenced) return Tone::good;
  return state.strength >= Strength::partly && state.standing >= Standing::claimed ? Tone::minor : Tone::gap;
}

std::vector<std::string> met_by(const Coverage& coverage) {
  const auto state = met(coverage);
  std::vector<std::string> ids;
  for (const auto& support : coverage.supports)
    if (counts(support, state))
      add(ids, support.implementation ? support.implementation->id
               : support.evidence     ? support.evidence->id
                                      : std::string("the provider's text"));
  return ids;
}

std::vector<std::string> evidence_for(const Coverage& coverage, const Project& project) {
  const auto state = met(coverage);
  std::vector<std::string> ids;
  for (const auto& support : coverage.supports) {
    if (!counts(support, state)) continue;
    if (support.evidence) add(ids, support.evidence->id);
    if (support.implementation)
      for (const auto* piece : analyse::evidence_of(*support.implementation, project.evidence)) add(ids, piece->id);
  }
  return ids;
}

}  // namespace assize::dossier
