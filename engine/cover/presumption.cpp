// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/presumption.h"

#include <algorithm>

namespace assize::cover {
namespace {

using State = PresumedState::State;
using catalogue::Presumption;

bool is_cited_on(const Presumption& entry, input::Date as_of) {
  return entry.cited && (!entry.cited_from || *entry.cited_from <= as_of) &&
         (!entry.cited_until || as_of <= *entry.cited_until);
}

const AppliedStandard* find(const std::vector<AppliedStandard>& applied, const std::string& id) {
  const auto found = std::find_if(applied.begin(), applied.end(), [&](const auto& one) { return one.id == id; });
  return found == applied.end() ? nullptr : &*found;
}

PresumedState judge(const std::string& requirement, const Presumption& entry, const AppliedStandard* applied) {
  PresumedState judged{requirement, State::unstated, &entry, applied,
                       "the project does not say whether it applies " + entry.standard};
  if (!applied) return judged;
  if (applied->applied == AppliedStandard::Applied::no) {
    judged.state = entry.kind == "common-specification" ? State::specification_not_applied : State::not_applied;
    judged.because = entry.standard + " is cited and not applied";
  } else if (!entry.edition.empty() && applied->edition != entry.edition) {
    judged.state = State::partly;
    judged.because = "edition " + (applied->edition.empty() ? std::string("not stated") : applied->edition) + " of " +
                     entry.standard + " is applied, edition " + entry.edition + " is cited";
  } else if (applied->applied == AppliedStandard::Applied::partly) {
    judged.state = State::partly;
    judged.because = entry.standard + " is applied in part";
  } else if (!entry.covers_fully) {
    judged.state = State::partly;
    judged.because = entry.standard + " covers the requirement in part";
  } else if (!entry.restriction.empty()) {
    judged.state = State::restricted;
    judged.because = entry.standard + " is cited with a restriction: " + entry.restriction;
  } else {
    judged.state = State::presumed;
    judged.because = entry.standard + " is cited and applied in full";
  }
  return judged;
}

}  // namespace

std::string_view name_of(State state) {
  switch (state) {
    case State::none_cited:
      return "none-cited";
    case State::not_applied:
      return "not-applied";
    case State::specification_not_applied:
      return "specification-not-applied";
    case State::partly:
      return "partly";
    case State::unstated:
      return "unstated";
    case State::restricted:
      return "restricted";
    case State::presumed:
      return "presumed";
  }
  return {};
}

AppliedStandard read_applied(const input::Tree& map) {
  const auto applied = input::text_at(map, "applied");
  return {.id = input::text_at(map, "id"),
          .edition = input::text_at(map, "edition"),
          .because = input::text_at(map, "because"),
          .applied = applied == "full"     ? AppliedStandard::Applied::full
                     : applied == "partly" ? AppliedStandard::Applied::partly
                                           : AppliedStandard::Applied::no,
          .evidence = input::saids_at(map, "evidence"),
          .place = map.find("id") ? map.find("id")->place : map.place};
}

std::vector<PresumedState> presume(const catalogue::Regime& regime, const std::vector<AppliedStandard>& applied,
                                   input::Date as_of) {
  std::vector<PresumedState> states;
  for (const auto& requirement : regime.presumed) {
    PresumedState best{requirement, State::none_cited, nullptr, nullptr,
                       "no standard and no specification for it is cited on " + to_text(as_of)};
    for (const auto& entry : regime.presumptions) {
      if (std::find(entry.requirements.begin(), entry.requirements.end(), requirement) == entry.requirements.end() ||
          !is_cited_on(entry, as_of))
        continue;
      auto judged = judge(requirement, entry, find(applied, entry.standard));
      if (!best.by || judged.state > best.state) best = std::move(judged);
    }
    states.push_back(std::move(best));
  }
  return states;
}

}  // namespace assize::cover
