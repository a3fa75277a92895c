// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/cover.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/analyse/analyse.h"
#include "engine/cover/chain.h"
#include "engine/evidence/validity.h"
#include "engine/walk/holds.h"

namespace assize::cover {
namespace {

using evidence::Status;

class Coverer {
 public:
  Coverer(const walk::Facts& facts, const std::vector<analyse::Risk>& risks, const Given& given)
      : facts_(facts), given_(given), chains_(given.catalogue) {
    for (const auto& implementation : given.implementations) {
      by_control_[implementation.control.value].push_back(&implementation);
      standing_[&implementation] = standing_of(implementation);
    }
    for (const auto& piece : given.evidence)
      for (const auto& shows : piece.shows)
        if (!shows.requirement.value.empty()) shown_[shows.requirement.value].push_back(&piece);
    for (const auto& risk : risks) by_threat_[risk.scenario.threat->id].push_back(&risk);
  }

  std::vector<Coverage> cover() {
    std::vector<Coverage> all;
    for (const auto& control : given_.catalogue.controls) {
      auto coverage = named(control);
      coverage.control = &control;
      fill(coverage);
      all.push_back(std::move(coverage));
    }
    for (const auto& requirement : given_.catalogue.requirements) {
      auto coverage = named(requirement);
      coverage.requirement = &requirement;
      coverage.applies = applicability(requirement, given_.system_class, facts_, given_.as_of);
      fill(coverage);
      all.push_back(std::move(coverage));
    }
    return all;
  }

 private:
  template <class Entry>
  static Coverage named(const Entry& entry) {
    Coverage coverage;
    coverage.id = entry.id;
    coverage.title = entry.title;
    coverage.pack = entry.pack;
    return coverage;
  }

  Standing standing_of(const evidence::Implementation& implementation) const {
    if (implementation.status == Status::planned) return Standing::planned;
    if (implementation.status == Status::not_applicable) return Standing::none;
    return analyse::is_evidenced(implementation, given_.evidence, given_.as_of) ? Standing::evidenced
                                                                                : Standing::claimed;
  }

  void fill(Coverage& coverage) {
    if (const auto own = by_control_.find(coverage.id); own != by_control_.end())
      for (const auto* implementation : own->second) {
        // Not applicable in one place says nothing of another where it is in place or planned.
        coverage.excluded = implementation->status == Status::not_applicable ? implementation : nullptr;
        if (!coverage.excluded) break;
      }
    gather(coverage);
    std::stable_sort(coverage.supports.begin(), coverage.supports.end(), [](const Support& a, const Support& b) {
      return std::pair(a.strength, a.standing) > std::pair(b.strength, b.standing);
    });
    for (const auto& support : coverage.supports)
      for (std::size_t standing = 0; standing <= static_cast<std::size_t>(support.standing); ++standing)
        coverage.strength[standing] = std::max(coverage.strength[standing], support.strength);
    std::set<const analyse::Risk*> treated;
    for (const auto& id : related_controls_)
      if (const auto* control = given_.catalogue.control(id))
        for (const auto& effect : control->treats)
          if (const auto found = by_threat_.find(effect.threat); found != by_threat_.end())
            for (const auto* risk : found->second)
              if (treated.insert(risk).second) coverage.treats.push_back(risk);
    std::sort(coverage.treats.begin(), coverage.treats.end());  // One vector: the order of the walk.
  }

  /// What meets the target, directly or along chains of mappings.
  void gather(Coverage& coverage) {
    related_controls_.clear();
    const auto open = chains_.into(coverage.id);
    // Prose is a claim: that it is written does not show that it is so.
    if (coverage.requirement)
      for (const auto& narrative : given_.narratives)
        if (narrative.requirement == coverage.id && hollow(narrative).empty())
          coverage.supports.push_back({nullptr, nullptr, &narrative, {}, Strength::covered, Standing::claimed});
    for (std::size_t i = 0; i < open.size(); ++i) {
      const auto& reached = open[i];
      const auto& id = chains_.id_of(reached.node);
      if (reached.steps <= 1) related_controls_.push_back(id);
      if (reached.again) continue;
      if (const auto own = by_control_.find(id); own != by_control_.end())
        for (const auto* implementation : own->second)
          if (const auto standing = standing_[implementation]; standing != Standing::none)
            coverage.supports.push_back(
                {implementation, nullptr, nullptr, chains_.path(open, i), reached.strength, standing});
      if (const auto shown = shown_.find(id); shown != shown_.end())
        for (const auto* piece : shown->second)
          coverage.supports.push_back({nullptr, piece, nullptr, chains_.path(open, i), reached.strength,
                                       validity_on(*piece, given_.as_of) == evidence::Validity::valid
                                           ? Standing::evidenced
                                           : Standing::claimed});
    }
  }

  const walk::Facts& facts_;
  const Given& given_;
  Chains chains_;
  std::map<std::string, std::vector<const evidence::Implementation*>> by_control_;
  std::map<const evidence::Implementation*, Standing> standing_;
  std::map<std::string, std::vector<const evidence::Evidence*>> shown_;
  std::map<std::string, std::vector<const analyse::Risk*>> by_threat_;
  std::vector<std::string> related_controls_;
};

}  // namespace

std::string_view name_of(Strength strength) {
  switch (strength) {
    case Strength::nothing:
      return "nothing";
    case Strength::related:
      return "related only";
    case Strength::partly:
      return "partly";
    case Strength::covered:
      return "covered";
  }
  return {};
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::none:
      return "none";
    case Standing::planned:
      return "planned";
    case Standing::claimed:
      return "claimed";
    case Standing::evidenced:
      return "evidenced";
  }
  return {};
}

std::vector<Coverage> cover(const walk::Facts& facts, const std::vector<analyse::Risk>& risks, const Given& given) {
  return Coverer(facts, risks, given).cover();
}

}  // namespace assize::cover
