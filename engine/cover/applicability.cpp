// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/applicability.h"

#include <algorithm>

#include "engine/walk/holds.h"

namespace assize::cover {
namespace {

using Kind = catalogue::LegalFinding::Kind;
using Day = std::optional<input::Date>;

std::string list(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// The narrowest classes of the outcome that lie in this one, itself when there are none.
void narrowest(const RegimeOutcome& outcome, const Verdict& verdict, std::vector<const Verdict*>& found) {
  const auto before = found.size();
  for (const auto& id : verdict.finding->includes)
    if (const auto* inner = outcome.find(Kind::class_, id); inner && inner->truth == Truth::yes)
      narrowest(outcome, *inner, found);
  if (found.size() == before) found.push_back(&verdict);
}

/// Of the two days that the requirement and the class have, the later: a duty of a class bites when the class does.
Day day_for(const catalogue::Requirement& requirement, const Verdict& wide, const Verdict& narrow) {
  auto day = requirement.applies_from;
  for (const auto* verdict : {&wide, &narrow})  // The narrower class has the last word.
    if (const auto own = requirement.applies_from_for.find(verdict->finding->id);
        own != requirement.applies_from_for.end())
      day = own->second;
  return std::max(day, narrow.from);
}

/// Whether one of the findings holds; those that do not, by name.
struct Held {
  Truth truth = Truth::no;
  std::vector<const Verdict*> yes;
  std::vector<std::string> open, no;
};

Held held(const RegimeOutcome& outcome, Kind kind, const std::vector<std::string>& ids) {
  Held all;
  for (const auto& id : ids) {
    const auto* verdict = outcome.find(kind, id);
    if (!verdict) {
      all.no.push_back(id);
      continue;
    }
    all.truth = either(all.truth, verdict->truth);
    if (verdict->truth == Truth::yes) all.yes.push_back(verdict);
    if (verdict->truth == Truth::open) all.open.push_back(id);
    if (verdict->truth == Truth::no) all.no.push_back(id);
  }
  return all;
}

bool matches(const std::string& pattern, const catalogue::Requirement& requirement) {
  if (!pattern.ends_with('*')) return requirement.local_id == pattern;
  return requirement.local_id.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

Applicability by_dates(const catalogue::Requirement& requirement, Day from, std::string why, input::Date as_of) {
  Applicability found{Truth::yes, {}, std::move(why)};
  if (requirement.applies_until && *requirement.applies_until < as_of)
    return {Truth::no, {}, "it ceased to apply on " + to_text(*requirement.applies_until)};
  if (from && as_of < *from) found.from = from;
  return found;
}

}  // namespace

Applicability applicability(const catalogue::Requirement& requirement, const SystemClass* system_class,
                            const walk::Facts& facts, input::Date as_of) {
  if (requirement.when && !walk::holds(*requirement.when, {catalogue::Scope::system, 0}, facts))
    return {Truth::no, {}, walk::why_not(*requirement.when, {catalogue::Scope::system, 0}, facts)};
  const auto* outcome = system_class ? system_class->governing(requirement.pack) : nullptr;
  if (requirement.applies_to.empty() || !outcome)
    return by_dates(requirement, requirement.applies_from,
                    requirement.applies_to.empty() ? std::string()
                                                   : "no law is loaded that says which systems are " +
                                                         list(requirement.applies_to) + "; it is taken to apply",
                    as_of);
  const auto classes = held(*outcome, Kind::class_, requirement.applies_to);
  if (classes.truth == Truth::no)
    return {Truth::no,
            {},
            "it is asked of " + list(requirement.applies_to) + "; the system is " +
                (requirement.applies_to.size() > 1 ? "none of them" : "not")};
  Held roles{Truth::yes, {}, {}, {}};
  if (!requirement.binds.empty()) roles = held(*outcome, Kind::role, requirement.binds);
  if (roles.truth == Truth::no)
    return {Truth::no, {}, "it binds " + list(requirement.binds) + "; the project speaks for none of them"};
  if (both(classes.truth, roles.truth) == Truth::open)
    return {Truth::open,
            {},
            "it is open whether " + (classes.truth == Truth::open ? "the system is " + list(classes.open)
                                                                  : "the project speaks for the " + list(roles.open))};
  std::string waits;
  for (const auto& one : outcome->provisions)
    for (const auto& pattern : one.provision->exempts) {
      if (one.applies == Truth::no || !matches(pattern, requirement)) continue;
      if (one.applies == Truth::yes) return {Truth::no, {}, "it falls away: " + one.provision->title};
      waits = one.provision->title;
    }
  if (!waits.empty()) return {Truth::open, {}, "it is open whether it falls away: " + waits};
  Day from;
  bool first = true;
  std::vector<std::string> names;
  for (const auto* wide : classes.yes) {
    names.push_back(wide->finding->id);
    std::vector<const Verdict*> narrow;
    narrowest(*outcome, *wide, narrow);
    for (const auto* one : narrow) {
      const auto day = day_for(requirement, *wide, *one);
      from = first ? day : std::min(from, day);
      first = false;
    }
  }
  return by_dates(requirement, from, "the system is " + list(names), as_of);
}

}  // namespace assize::cover
