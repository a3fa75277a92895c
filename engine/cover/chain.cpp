// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/chain.h"

#include <algorithm>

namespace assize::cover {
namespace {

using catalogue::Relates;
using Relation = Chains::Relation;

/// What `from` is to `to`.
Relation forwards(Relates relation) {
  switch (relation) {
    case Relates::equal:
      return Relation::equal;
    case Relates::superset:
      return Relation::superset;
    case Relates::subset:
      return Relation::subset;
    case Relates::intersects:
    case Relates::supports:
      return Relation::related;
  }
  return Relation::related;
}

/// What `to` is to `from`.
std::optional<Relation> backwards(Relates relation) {
  switch (relation) {
    case Relates::equal:
      return Relation::equal;
    case Relates::superset:
      return Relation::subset;
    case Relates::subset:
      return Relation::superset;
    case Relates::intersects:
      return Relation::related;
    case Relates::supports:
      return std::nullopt;  // What is supported says nothing of what supports it.
  }
  return std::nullopt;
}

constexpr int most_steps = 3;
constexpr int unreached = most_steps + 1;

constexpr std::size_t relations = 5;

std::size_t slot(int node, Relation relation) {
  return static_cast<std::size_t>(node) * relations + static_cast<std::size_t>(relation);
}

}  // namespace

std::optional<Relation> follow(Relation first, Relation then) {
  if (then == Relation::equal) return first;
  if (first == Relation::equal) return then;
  if (then == Relation::related) return first == Relation::superset ? std::optional(Relation::related) : std::nullopt;
  switch (first) {
    case Relation::superset:
      return then == Relation::superset ? Relation::superset : Relation::overlaps;
    case Relation::subset:
      return then == Relation::subset ? Relation::subset : Relation::related;
    case Relation::overlaps:
      return then == Relation::subset ? Relation::overlaps : Relation::related;
    case Relation::related:
      return Relation::related;
    case Relation::equal:
      break;
  }
  return std::nullopt;
}

Strength strength_of(Relation relation) {
  switch (relation) {
    case Relation::equal:
    case Relation::superset:
      return Strength::covered;
    case Relation::subset:
    case Relation::overlaps:
      return Strength::partly;
    case Relation::related:
      return Strength::related;
  }
  return Strength::nothing;
}

Chains::Chains(const catalogue::Catalogue& catalogue) {
  for (const auto& control : catalogue.controls) node(control.id);
  for (const auto& requirement : catalogue.requirements) node(requirement.id);
  for (const auto& mapping : catalogue.mappings) {
    const int from = node(mapping.from), to = node(mapping.to);
    into_[static_cast<std::size_t>(to)].push_back({from, forwards(mapping.relation), &mapping, false});
    if (const auto back = backwards(mapping.relation))
      into_[static_cast<std::size_t>(from)].push_back({to, *back, &mapping, true});
  }
  for (const auto& requirement : catalogue.requirements)
    if (!requirement.parent.empty()) {
      const int parent = node(requirement.parent);
      into_[static_cast<std::size_t>(node(requirement.id))].push_back({parent, Relation::superset, nullptr, false});
    }
  fewest_.assign(ids_.size() * relations, unreached);
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
  open.push_back({.node = start->second, .relation = Relation::equal, .strength = Strength::covered});
  fewest_[slot(start->second, Relation::equal)] = 0;
  const auto reached_before = [&](int node) {
    for (std::size_t i = 0; i < relations; ++i)
      if (fewest_[static_cast<std::size_t>(node) * relations + i] != unreached) return true;
    return false;
  };
  for (const auto least : {Strength::covered, Strength::partly, Strength::related}) {
    for (std::size_t i = 0; i < open.size(); ++i) {  // `open` grows while it is walked.
      const auto here = open[i];
      if (here.steps >= most_steps) continue;
      for (const auto& edge : into_[static_cast<std::size_t>(here.node)]) {
        const auto relation = follow(edge.relation, here.relation);
        if (!relation || strength_of(*relation) < least) continue;
        auto& fewest = fewest_[slot(edge.from, *relation)];
        if (fewest <= here.steps + 1) continue;
        const bool again = reached_before(edge.from);
        fewest = here.steps + 1;
        open.push_back({.node = edge.from,
                        .relation = *relation,
                        .strength = strength_of(*relation),
                        .steps = here.steps + 1,
                        .again = again,
                        .from = static_cast<int>(i),
                        .mapping = edge.mapping,
                        .backwards = edge.backwards});
      }
    }
  }
  for (const auto& reached : open) fewest_[slot(reached.node, reached.relation)] = unreached;
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
