// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/overruled.h"

#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/entry_sheet.h"

namespace assize::dossier {
namespace {

std::string or_nothing(const std::string& text) { return text.empty() ? "nothing" : text; }

/// `rating.opportunity.level` and `.because` are one thing to a reader: `rating.opportunity`.
std::string short_key(const std::string& key) {
  for (const std::string_view end : {".level", ".because"})
    if (key.starts_with("rating.") && key.ends_with(end)) return key.substr(0, key.size() - end.size());
  return key;
}

}  // namespace

std::vector<const catalogue::Overruling*> overrulings_behind(const analyse::Risk& risk,
                                                             const catalogue::Catalogue& catalogue) {
  std::vector<const catalogue::Overruling*> all;
  const auto add = [&](std::string_view what, const std::string& id) {
    for (const auto* one : catalogue.overrulings_of(what, id))
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  if (catalogue.overrulings.empty()) return all;
  add("threat", risk.scenario.threat->id);
  add("method", risk.method->id);
  for (const auto& working : risk.working) add("control", working.control->id);
  return all;
}

Explanation explain_overruling(const catalogue::Overruling& overruling) {
  Explanation whole{"pack `" + overruling.pack + "` overrules " + overruling.what + " `" + overruling.id + "` of `" +
                        overruling.of + "`: " + overruling.because,
                    to_text(overruling.place),
                    {}};
  for (const auto& change : overruling.changes)
    whole.because.push_back({change.key + ": " + or_nothing(change.before) + " → " + or_nothing(change.after),
                             to_text(change.place),
                             {{"before", to_text(change.before_place), {}}}});
  return whole;
}

std::vector<Explanation> explain_overrulings(const catalogue::Catalogue& catalogue, std::string_view what,
                                             const std::string& id) {
  std::vector<Explanation> all;
  for (const auto* one : catalogue.overrulings_of(what, id)) all.push_back(explain_overruling(*one));
  if (what == "control" || what == "requirement")
    for (const auto& one : catalogue.overrulings)
      if (one.what == "mapping" && (one.id.starts_with(id + " ") || one.id.ends_with(" " + id)))
        all.push_back(explain_overruling(one));
  return all;
}

std::vector<Explanation> explain_former_level(const catalogue::Catalogue& catalogue, const std::string& threat,
                                              const std::string& factor) {
  std::vector<Explanation> all;
  const auto key = "rating." + factor;
  for (const auto* one : catalogue.overrulings_of("threat", threat)) {
    std::string level, because, place;
    for (const auto& change : one->changes) {
      if (change.key == key + ".level") level = change.before;
      if (change.key == key + ".because") because = change.before;
      if (short_key(change.key) == key && place.empty()) place = to_text(change.before_place);
    }
    if (place.empty()) continue;
    all.push_back({"set by pack `" + one->pack + "`, which overrules `" + one->of + "`: " + one->because,
                   to_text(one->place),
                   {{"before: " + (level.empty() ? std::string("the same level") : "`" + level + "`") +
                         (because.empty() ? "" : ", " + because),
                     place,
                     {}}}});
  }
  return all;
}

std::string text_of(const catalogue::Overruling& overruling) {
  std::vector<std::string> keys;
  for (const auto& change : overruling.changes)
    if (auto key = short_key(change.key); std::find(keys.begin(), keys.end(), key) == keys.end())
      keys.push_back(std::move(key));
  return overruling.pack + ": " + overruling.what + " " + overruling.id + " (" + join(keys) + ")";
}

std::vector<Explanation> explain_references(const catalogue::Catalogue& catalogue,
                                            const std::vector<std::string>& references) {
  if (references.empty()) return {};
  Explanation all{"what it refers to", "", {}};
  for (auto& text : with_titles(catalogue, references)) all.because.push_back({std::move(text), "", {}});
  return {std::move(all)};
}

}  // namespace assize::dossier
