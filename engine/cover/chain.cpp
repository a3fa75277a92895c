// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/chain.h"

#include <algorithm>

namespace assize::cover {
namespace {

using catalogue::Relates;

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

constexpr int most_steps = 3;
constexpr int unreached = most_steps + 1;

}  // namespace

Chains::Chains(const catalogue::Catalogue& catalogue) {
  for (const auto& control : catalogue.controls) node(control.id);
  for (const auto& requirement : catalogue.requirements) node(requirement.id);
  for (const auto& mapping : catalogue.mappings) {
    const int from = node(mapping.from), to = node(mapping.to);
    into_[static_cast<std::size_t>(to)].push_back({from, forwards(mapping.relation), &mapping, false});
    if (const auto back = backwards(mapping.relation); back != Strength::nothing)
      into_[static_cast<std::size_t>(from)].push_back({to, back, &mapping, true});
  }
  for (const auto& requirement : catalogue.requirements)
    if (!requirement.parent.empty()) {
      const int parent = node(requirement.parent);
      into_[static_cast<std::size_t>(node(requirement.id))].push_back({parent, Strength::covered, nullptr, false});
    }
  fewest_.assign(ids_.size(), unreached);
}

int Chains::node(const std::string& id) {
  const auto [at, fresh] = index_.emplace(id, static_cast<int>(ids_.size()));
  if (fresh) {
    ids_.push_back(id);
    into_.emplace_back();
  }
  return at->second;
}

std::vector<Chains::Reached> Chains::into(const std::string& id) {
  std::vector<Reached> open;
  const auto start = index_.find(id);
  if (start == index_.end()) return open;
  open.push_back({.node = start->second, .strength = Strength::covered});
  fewest_[static_cast<std::size_t>(start->second)] = 0;
  for (const auto least : {Strength::covered, Strength::partly, Strength::related}) {
    for (std::size_t i = 0; i < open.size(); ++i) {  // `open` grows while it is walked.
      const auto here = open[i];
      if (here.steps >= most_steps) continue;
      for (const auto& edge : into_[static_cast<std::size_t>(here.node)]) {
        const auto strength = std::min(here.strength, edge.strength);
        if (strength < least) continue;
        auto& fewest = fewest_[static_cast<std::size_t>(edge.from)];
        if (fewest <= here.steps + 1) continue;
        const bool again = fewest != unreached;
        fewest = here.steps + 1;
        open.push_back({.node = edge.from,
                        .strength = strength,
                        .steps = here.steps + 1,
                        .again = again,
                        .from = static_cast<int>(i),
                        .mapping = edge.mapping,
                        .backwards = edge.backwards});
      }
    }
  }
  for (const auto& reached : open) fewest_[static_cast<std::size_t>(reached.node)] = unreached;
  return open;
}

std::vector<Support::Step> Chains::path(const std::vector<Reached>& all, std::size_t of) const {
  std::vector<Support::Step> steps;
  for (auto at = static_cast<int>(of); all[static_cast<std::size_t>(at)].from >= 0;) {
    const auto& reached = all[static_cast<std::size_t>(at)];
    at = reached.from;
    steps.push_back({reached.mapping, reached.backwards, id_of(all[static_cast<std::size_t>(at)].node)});
  }
  return steps;
}

}  // namespace assize::cover
