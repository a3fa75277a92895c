// SPDX-License-Identifier: Apache-2.0
#include "engine/rerate.h"

#include "engine/input/nearest.h"

namespace assize {
namespace {

using input::Severity;

const catalogue::Method*& slot_of(Project& project, catalogue::Scheme scheme) {
  return scheme == catalogue::Scheme::attack ? project.attack : project.hazard;
}

/// What an override can still say under the methods as they now are.
void set_overrides_aside(Project& project, input::Diagnostics& found) {
  std::vector<analyse::Override> kept;
  for (auto& override : project.overrides) {
    const auto& risk = override.risk.value;
    const auto* threat = project.catalogue.threat(risk.substr(0, risk.find('@')));
    auto fault = threat ? analyse::check_override(override, project.method_of(*threat)) : std::nullopt;
    if (!fault) {
      kept.push_back(std::move(override));
      continue;
    }
    found.push_back(
        {Severity::warning, "override-not-applied",
         "the override of `" + override.factor.value + "` of `" + risk + "` is not applied: " + fault->message,
         override.place, "the risk keeps the level that the catalogue gives"});
    project.overrides_not_applied.push_back({std::move(override), std::move(fault->message)});
  }
  project.overrides = std::move(kept);
}

}  // namespace

input::Diagnostics rerate(Project& project, const std::vector<std::string>& methods) {
  input::Diagnostics found;
  std::vector<const catalogue::Method*> taken;
  for (const auto& name : methods) {
    const auto* method = project.catalogue.method(name);
    if (!method) {
      std::vector<std::string> known;
      for (const auto& one : project.catalogue.methods) known.push_back(one.id);
      found.push_back({Severity::error,
                       "unknown-method",
                       "`" + name + "` is no method of the project's catalogues",
                       {},
                       input::suggest(name, known)});
      continue;
    }
    for (const auto* other : taken)
      if (other->scheme == method->scheme)
        found.push_back({Severity::error,
                         "two-methods",
                         "both `" + other->id + "` and `" + method->id + "` rate " +
                             (method->scheme == catalogue::Scheme::attack ? "attacks" : "hazards"),
                         {},
                         "name one for attacks, one for hazards, or one of these"});
    taken.push_back(method);
  }
  if (!found.empty()) return found;
  for (const auto* method : taken) slot_of(project, method->scheme) = method;
  set_overrides_aside(project, found);
  return found;
}

bool is_rated_as_set(const Project& project) {
  return project.attack->id == project.settings.attack_method.value &&
         project.hazard->id == project.settings.hazard_method.value;
}

}  // namespace assize
