// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/cover.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "engine/analyse/analyse.h"
#include "engine/evidence/validity.h"
#include "engine/walk/holds.h"

namespace assize::cover {
namespace {

using catalogue::Mapping;
using catalogue::Relates;
using evidence::Status;

/// What meeting the one end does for the other.
Strength forwards(Relates relation) {
  switch (relation) {
    case Relates::equal:
    case Relates::superset:
      return Strength::covered;
    case Relates::subset:
      return Strength::partly;
    case Relates::intersects:
    case Relates::supports:
      return Strength::related;
  }
  return Strength::nothing;
}

Strength backwards(Relates relation) {
  switch (relation) {
    case Relates::equal:
    case Relates::subset:
      return Strength::covered;
    case Relates::superset:
      return Strength::partly;
    case Relates::intersects:
      return Strength::related;
    case Relates::supports:
      return Strength::nothing;  // What is supported says nothing of what supports it.
  }
  return Strength::nothing;
}

/// From what can be met to what that meets.
struct Edge {
  std::string from;
  Strength strength;
  const Mapping* mapping;  ///< Null: parent to part.
  bool backwards;
};

class Coverer {
 public:
  Coverer(const walk::Facts& facts, const std::vector<analyse::Risk>& risks, const Given& given)
      : facts_(facts), given_(given) {
    for (const auto& mapping : given.catalogue.mappings) {
      into_[mapping.to].push_back({mapping.from, forwards(mapping.relation), &mapping, false});
      if (const auto back = backwards(mapping.relation); back != Strength::nothing)
        into_[mapping.from].push_back({mapping.to, back, &mapping, true});
    }
    for (const auto& requirement : given.catalogue.requirements)
      if (!requirement.parent.empty())
        into_[requirement.id].push_back({requirement.parent, Strength::covered, nullptr, false});
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

  /// From the target backwards along mappings, strongest chains first, each control or requirement reached once; then
  /// what meets those. At most three steps: a longer chain of judgements says nothing to a reader.
  void gather(Coverage& coverage) {
    related_controls_.clear();
    struct Reached {
      std::string id;
      Strength strength;
      std::vector<Support::Step> path;
      bool again;  ///< By a weaker but shorter way: it leads further, and counts no second time.
    };
    std::vector<Reached> open{{coverage.id, Strength::covered, {}, false}};
    std::map<std::string, std::size_t> fewest{{coverage.id, 0}};  // Steps by which each has been reached.
    for (const auto least : {Strength::covered, Strength::partly, Strength::related}) {
      for (std::size_t i = 0; i < open.size(); ++i) {  // `open` grows while it is walked.
        if (open[i].path.size() >= 3) continue;
        const auto edges = into_.find(open[i].id);
        if (edges == into_.end()) continue;
        for (const auto& edge : edges->second) {
          const auto strength = std::min(open[i].strength, edge.strength);
          if (strength < least) continue;
          const auto steps = open[i].path.size() + 1;
          const auto [known, fresh] = fewest.emplace(edge.from, steps);
          if (!fresh && known->second <= steps) continue;
          known->second = steps;
          auto path = open[i].path;
          path.insert(path.begin(), {edge.mapping, edge.backwards, open[i].id});
          open.push_back({edge.from, strength, std::move(path), !fresh});
        }
      }
    }
    // Prose is a claim: that it is written does not show that it is so.
    if (coverage.requirement)
      for (const auto& narrative : given_.narratives)
        if (narrative.requirement == coverage.id && hollow(narrative).empty())
          coverage.supports.push_back({nullptr, nullptr, &narrative, {}, Strength::covered, Standing::claimed});
    for (const auto& reached : open) {
      if (reached.path.size() <= 1) related_controls_.push_back(reached.id);
      if (reached.again) continue;
      if (const auto own = by_control_.find(reached.id); own != by_control_.end())
        for (const auto* implementation : own->second)
          if (const auto standing = standing_[implementation]; standing != Standing::none)
            coverage.supports.push_back({implementation, nullptr, nullptr, reached.path, reached.strength, standing});
      if (const auto shown = shown_.find(reached.id); shown != shown_.end())
        for (const auto* piece : shown->second)
          coverage.supports.push_back({nullptr, piece, nullptr, reached.path, reached.strength,
                                       validity_on(*piece, given_.as_of) == evidence::Validity::valid
                                           ? Standing::evidenced
                                           : Standing::claimed});
    }
  }

  const walk::Facts& facts_;
  const Given& given_;
  std::map<std::string, std::vector<Edge>> into_;
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
