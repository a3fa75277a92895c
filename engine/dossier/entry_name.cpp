// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "engine/dossier/entry_sheet.h"

namespace assize::dossier {
namespace {

using catalogue::Catalogue;

/// What can be shown, by the word that names it.
constexpr std::array<const char*, 17> whats = {"pack",   "threat",    "control", "requirement", "method",  "standard",
                                               "scheme", "entry",     "view",    "attribute",   "kind",    "trait",
                                               "fact",   "objective", "stage",   "regime",      "question"};

/// Calls `visit` with the kind of entry, its id and, where it has another, its second name.
template <class Visit>
void each_entry(const Catalogue& c, const Visit& visit) {
  for (const auto& one : c.packs) visit("pack", one.id, std::string());
  for (const auto& one : c.threats) visit("threat", one.id, std::string());
  for (const auto& one : c.controls) visit("control", one.id, one.local_id);
  for (const auto& one : c.requirements) visit("requirement", one.id, one.local_id);
  for (const auto& one : c.methods) visit("method", one.id, std::string());
  for (const auto& one : c.standards) {
    visit("standard", one.id, std::string());
    for (const auto& other : one.also) visit("standard", one.id, other);
  }
  for (const auto& one : c.schemes) visit("scheme", one.id, std::string());
  for (const auto& one : c.externals) visit("entry", one.token(), std::string());
  for (const auto& one : c.regimes) visit("regime", one.id, std::string());
  for (const auto& one : c.questions) visit("question", one.id, std::string());
  for (const auto& one : c.views) visit("view", one.id, std::string());
  for (const auto& one : c.attributes) visit("attribute", one.id, std::string());
  for (const auto& one : c.vocabulary.kinds) visit("kind", one.id, std::string());
  for (const auto& one : c.vocabulary.traits) visit("trait", one.id, std::string());
  for (const auto& one : c.vocabulary.facts) visit("fact", one.id, std::string());
  for (const auto& one : c.vocabulary.objectives) visit("objective", one.id, std::string());
  for (const auto& one : c.vocabulary.stages) visit("stage", one.id, std::string());
}

}  // namespace

std::vector<EntryName> entries_named(const Catalogue& catalogue, const std::string& word) {
  std::string what, rest = word;
  if (const auto colon = word.find(':'); colon != word.npos) {
    const auto begins = word.substr(0, colon);
    if (std::find(whats.begin(), whats.end(), begins) != whats.end()) {
      what = begins;
      rest = word.substr(colon + 1);
    }
  }
  std::vector<EntryName> by_id, by_other_name;
  each_entry(catalogue, [&](const char* kind, const std::string& id, const std::string& other) {
    if (!what.empty() && what != kind) return;
    auto& into = id == rest ? by_id : by_other_name;
    if (id != rest && other != rest) return;
    EntryName name{kind, id};
    if (std::find(into.begin(), into.end(), name) == into.end()) into.push_back(std::move(name));
  });
  return by_id.empty() ? by_other_name : by_id;
}

std::vector<std::string> entry_ids(const Catalogue& catalogue) {
  std::vector<std::string> ids;
  each_entry(catalogue, [&](const char*, const std::string& id, const std::string&) { ids.push_back(id); });
  return ids;
}

}  // namespace assize::dossier
