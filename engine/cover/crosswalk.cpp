// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/crosswalk.h"

#include <algorithm>
#include <map>

#include "engine/cover/chain.h"

namespace assize::cover {
namespace {

std::vector<Crossing> entries_of(const catalogue::Catalogue& catalogue, const std::string& pack) {
  std::vector<Crossing> all;
  for (const auto& control : catalogue.controls)
    if (control.pack == pack) all.push_back({.id = control.id, .title = control.title, .kind = "control"});
  for (const auto& requirement : catalogue.requirements)
    if (requirement.pack == pack && requirement.kind != "structure" && requirement.kind != "repealed" &&
        requirement.numbering != "derived")
      all.push_back({.id = requirement.id, .title = requirement.title, .kind = requirement.kind});
  return all;
}

void strongest_first(Crossing& crossing) {
  std::stable_sort(crossing.others.begin(), crossing.others.end(),
                   [](const auto& a, const auto& b) { return a.strength > b.strength; });
  if (!crossing.others.empty()) crossing.strength = crossing.others.front().strength;
}

}  // namespace

Crosswalk crosswalk(const catalogue::Catalogue& catalogue, const std::string& asked_pack,
                    const std::string& offered_pack) {
  Crosswalk made{entries_of(catalogue, asked_pack), entries_of(catalogue, offered_pack)};
  std::map<std::string, Crossing*> offered;
  for (auto& crossing : made.offered) offered.emplace(crossing.id, &crossing);
  Chains chains(catalogue);
  for (auto& asked : made.asked) {
    const auto reached = chains.into(asked.id);
    for (std::size_t i = 1; i < reached.size(); ++i) {
      const auto other = offered.find(chains.id_of(reached[i].node));
      if (other == offered.end() || reached[i].again) continue;
      const auto path = chains.path(reached, i);
      asked.others.push_back({other->first, other->second->title, reached[i].strength, path});
      other->second->others.push_back({asked.id, asked.title, reached[i].strength, path});
    }
    strongest_first(asked);
  }
  for (auto& crossing : made.offered) strongest_first(crossing);
  return made;
}

}  // namespace assize::cover
