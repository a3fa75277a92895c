// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/view_groups.h"

#include <algorithm>
#include <map>

namespace assize::catalogue {

ReferenceParts parts_of(const std::string& reference) {
  const auto colon = reference.find(':');
  if (colon == reference.npos || colon == 0 || colon + 1 == reference.size()) return {};
  return {reference.substr(0, colon), reference.substr(colon + 1)};
}

std::string current(const Catalogue& catalogue, const std::string& reference) {
  if (catalogue.external(reference)) return reference;
  const auto parts = parts_of(reference);
  for (const auto& alias : catalogue.aliases)
    if (alias.scheme == parts.scheme && alias.old_id == parts.id && !alias.new_id.empty()) {
      auto token = target_of(alias);
      if (parts_of(token).scheme == alias.scheme && catalogue.external(token)) return token;
    }
  return reference;
}

std::string target_of(const Alias& alias) {
  if (alias.new_id.empty() || !parts_of(alias.new_id).scheme.empty()) return alias.new_id;
  return alias.scheme + ":" + alias.new_id;
}

bool is_of_view(const View& view, const External& external) {
  return view.kinds.empty() || std::find(view.kinds.begin(), view.kinds.end(), external.kind) != view.kinds.end();
}

std::vector<std::string> stands_under(const Catalogue& catalogue, const View& view, const Threat& threat) {
  std::vector<std::string> tokens;
  for (const auto& reference : threat.references) {
    const auto scheme = parts_of(reference).scheme;
    if (std::find(view.schemes.begin(), view.schemes.end(), scheme) == view.schemes.end()) continue;
    auto token = current(catalogue, reference);
    const auto* external = catalogue.external(token);
    if (external && !is_of_view(view, *external)) continue;
    if (std::find(tokens.begin(), tokens.end(), token) == tokens.end()) tokens.push_back(std::move(token));
  }
  return tokens;
}

std::vector<ViewGroup> groups_of(const Catalogue& catalogue, const View& view) {
  std::vector<ViewGroup> groups;
  std::map<std::string, std::size_t> index;
  const auto add = [&](ViewGroup group) {
    const auto [at, fresh] = index.emplace(group.token, groups.size());
    if (fresh) groups.push_back(std::move(group));
    return at->second;
  };
  for (const auto& scheme : view.schemes)
    for (const auto& external : catalogue.externals)
      if (external.scheme == scheme && is_of_view(view, external))
        add({.token = external.token(),
             .title = external.title,
             .parent = external.parent,
             .threats = {},
             .open = nullptr,
             .is_listed = true});
  for (const auto& threat : catalogue.threats)
    for (const auto& token : stands_under(catalogue, view, threat))
      groups[add({.token = token, .title = {}, .parent = {}, .threats = {}, .open = nullptr, .is_listed = false})]
          .threats.push_back(&threat);
  for (const auto& open : view.open)
    groups[add({.token = open.token, .title = {}, .parent = {}, .threats = {}, .open = nullptr, .is_listed = false})]
        .open = &open;
  return groups;
}

}  // namespace assize::catalogue
