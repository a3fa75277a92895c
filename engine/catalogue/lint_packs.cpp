// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "engine/catalogue/lint_rules.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Where the source's text is protected, a pack has ids and short titles: facts that point at it.
template <class Entry>
void check_protected(const std::vector<Entry>& entries, const char* what, const Pack& pack, Diagnostics& found) {
  for (const auto& entry : entries) {
    if (entry.pack != pack.id) continue;
    const auto length = characters(entry.title);
    if (length > pack.title_limit)
      found.push_back({Severity::error, "protected-text",
                       std::string("the title of ") + what + " `" + entry.id + "` has " + std::to_string(length) +
                           " characters; a title of this pack has " + std::to_string(pack.title_limit) + " at most",
                       entry.place, "give the short title of the source, or a shorter one of your own"});
    if (!entry.says.empty())
      found.push_back({Severity::error, "protected-text",
                       std::string(what) + " `" + entry.id + "` has `says`, but the text of its source is protected",
                       entry.place, "remove it: the id and the title point at the source"});
  }
}

}  // namespace

void lint_packs(const Catalogue& catalogue, Diagnostics& found) {
  for (const auto& pack : catalogue.packs) {
    if (pack.sources.empty())
      found.push_back({Severity::warning, "unsourced", "pack `" + pack.id + "` names no source", pack.place,
                       "list under `sources:` whose facts it restates; your own work is a source as well"});
    for (const auto& source : pack.sources)
      if (source.verification.empty())
        found.push_back({Severity::warning, "unverified",
                         "source `" + source.id + "` of pack `" + pack.id + "` does not say how it was read",
                         pack.place, "add `verification:`, what was compared with what"});
    if (pack.verification_note.empty())
      found.push_back({Severity::warning, "unverified",
                       "pack `" + pack.id + "` does not say what was checked in it and what was not", pack.place,
                       "add `note:` to its `verification:`"});
    if (pack.title_limit > 0) {
      check_protected(catalogue.controls, "control", pack, found);
      check_protected(catalogue.requirements, "requirement", pack, found);
    }
  }
  for (const auto& mapping : catalogue.mappings)
    if (mapping.source.empty() && (mapping.basis == "published" || mapping.because.empty()))
      found.push_back({Severity::warning, "unsourced",
                       "the mapping of `" + mapping.from + "` to `" + mapping.to + "` is " + mapping.basis +
                           (mapping.basis == "published" ? ", but names no source" : ", but gives no reason"),
                       mapping.place,
                       mapping.basis == "published" ? "add `source:`, who states it" : "add `because:` or `source:`"});
  for (const auto& overruling : catalogue.overrulings)
    for (const auto& key : overruling.unchanged)
      found.push_back({Severity::warning, "idle-overruling",
                       "`" + key + "` of " + overruling.what + " `" + overruling.id + "` is overruled by what it was",
                       overruling.place, "remove it, so that what is overruled is what differs"});
}

}  // namespace assize::catalogue
