// SPDX-License-Identifier: Apache-2.0
#include "engine/assessment.h"

#include "engine/analyse/analyse.h"
#include "engine/cover/classify.h"
#include "engine/cover/cover.h"

namespace assize {
namespace {

/// A judgement that stands in the project and does not count must not go unseen.
void add_not_applied(const Project& project, std::vector<cover::Gap>& gaps) {
  for (const auto& [override, because] : project.overrides_not_applied)
    gaps.push_back({"override-not-applied",
                    override.risk.value + "/" + override.factor.value,
                    "an assessor overruled this level, but it is not applied: " + because,
                    "judge it again in the words of this method",
                    {},
                    cover::Gap::Weight::open,
                    {},
                    override.place});
}

}  // namespace

Assessment assess(const Project& project, input::Date as_of) {
  Assessment made;
  made.as_of = as_of;
  made.facts = walk::derive(project.system, project.catalogue, project.implementations);
  const auto scenarios = walk::walk(made.facts, project.catalogue.threats);
  made.risks = analyse::analyse(made.facts, scenarios,
                                {.catalogue = project.catalogue,
                                 .attack = *project.attack,
                                 .hazard = *project.hazard,
                                 .implementations = project.implementations,
                                 .evidence = project.evidence,
                                 .overrides = project.overrides,
                                 .as_of = as_of});
  made.risk_register = treat::treat(made.risks, project.treatments, as_of);
  made.system_class =
      cover::classify(project.catalogue, project.system.facts, project.settings.standards, made.facts, as_of);
  const cover::Given given{.catalogue = project.catalogue,
                           .implementations = project.implementations,
                           .evidence = project.evidence,
                           .narratives = project.narratives,
                           .frameworks = project.settings.frameworks,
                           .as_of = as_of,
                           .system_class = &made.system_class};
  made.coverage = cover::cover(made.facts, made.risks, given);
  made.gaps = cover::find_gaps(made.facts, made.risk_register, made.coverage, given);
  add_not_applied(project, made.gaps);
  return made;
}

}  // namespace assize
