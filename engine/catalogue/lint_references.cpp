// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/catalogue/lint_rules.h"
#include "engine/catalogue/view_groups.h"
#include "engine/input/nearest.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

/// Calls `visit` with who refers, its place and the reference.
template <class Visit>
void each_reference(const Catalogue& catalogue, const Visit& visit) {
  for (const auto& threat : catalogue.threats)
    for (const auto& reference : threat.references) visit("threat `" + threat.id + "`", threat, reference);
  for (const auto& control : catalogue.controls)
    for (const auto& reference : control.references) visit("control `" + control.id + "`", control, reference);
  for (const auto& control : catalogue.controls)
    for (const auto& relation : control.relations) visit("control `" + control.id + "`", control, relation.to);
  for (const auto& requirement : catalogue.requirements)
    for (const auto& reference : requirement.references)
      visit("requirement `" + requirement.id + "`", requirement, reference);
}

class References {
 public:
  References(const Catalogue& catalogue, Diagnostics& found) : catalogue_(catalogue), found_(found) {
    for (const auto& scheme : catalogue.schemes) schemes_.push_back(scheme.id);
    for (const auto& external : catalogue.externals) listed_[external.scheme].push_back(external.id);
  }

  void run() {
    each_reference(catalogue_, [&](const std::string& who, const auto& entry, const std::string& reference) {
      check(who, entry.pack, entry.place, reference);
    });
    report_strange_schemes();
    for (const auto& external : catalogue_.externals)
      if (!external.parent.empty() && !catalogue_.external(external.scheme + ":" + external.parent))
        dangling("entry `" + external.token() + "` lies below `" + external.parent + "`, which is no entry of it",
                 external.place, input::did_you_mean(external.parent, listed_[external.scheme]));
    for (const auto& alias : catalogue_.aliases)
      // A list that still has the old id is of an edition before the change: that it lacks the new one is right.
      if (const auto target = target_of(alias);
          !target.empty() && !catalogue_.external(alias.scheme + ":" + alias.old_id) &&
          listed_.contains(parts_of(target).scheme) && !catalogue_.external(target))
        dangling(
            "`" + alias.scheme + ":" + alias.old_id + "` is said to be `" + target + "` now, which is no entry of it",
            alias.place, input::did_you_mean(parts_of(target).id, listed_[parts_of(target).scheme]));
    report_unnamed();
  }

 private:
  void check(const std::string& who, const std::string& pack, const input::Place& place, const std::string& reference) {
    const auto [scheme, id] = parts_of(reference);
    if (scheme.empty()) {
      warn("dangling-reference", who + " refers to `" + reference + "`, which is not of the form `SCHEME:id`", place,
           "write what stands before the colon, and list it under `schemes:`");
      return;
    }
    named_.insert(reference);
    named_.insert(current(catalogue_, reference));
    if (!catalogue_.scheme(scheme)) {
      auto& strange = strange_[{pack, scheme}];
      if (strange.count++ == 0) {
        strange.who = who;
        strange.place = place;
      }
      return;
    }
    if (!listed_.contains(scheme) || catalogue_.external(reference)) return;
    if (const auto now = current(catalogue_, reference); now != reference)
      warn("renumbered-reference", who + " refers to `" + reference + "`, which is `" + now + "` now", place,
           "write the new id");
    else
      warn("dangling-reference",
           who + " refers to `" + reference + "`, which is not among the entries of `" + scheme + "`", place,
           input::did_you_mean(id, listed_[scheme]));
  }

  /// A scheme that nobody lists is one fault, however often it is named.
  void report_strange_schemes() {
    for (const auto& [key, strange] : strange_) {
      const auto& [pack, scheme] = key;
      const auto more = strange.count - 1;
      warn(
          "dangling-reference",
          strange.who +
              (more > 0 ? " and " + std::to_string(more) + " other references of pack `" + pack + "` name" : " names") +
              " the scheme `" + scheme + "`, which no pack lists",
          strange.place, input::did_you_mean(scheme, schemes_));
    }
  }

  void report_unnamed() {
    for (const auto& scheme : catalogue_.schemes) {
      const auto listed = listed_.find(scheme.id);
      if (listed == listed_.end()) continue;
      const auto unnamed = std::count_if(listed->second.begin(), listed->second.end(),
                                         [&](const auto& id) { return !named_.contains(scheme.id + ":" + id); });
      if (unnamed > 0)
        found_.push_back({Severity::remark, "unnamed-entries",
                          std::to_string(unnamed) + " of the " + std::to_string(listed->second.size()) +
                              " entries of scheme `" + scheme.id + "` are named by no reference",
                          scheme.place, ""});
    }
  }

  void warn(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::warning, code, std::move(message), place, std::move(help)});
  }
  void dangling(std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, "dangling-id", std::move(message), place, std::move(help)});
  }

  struct Strange {
    std::size_t count = 0;
    std::string who;
    input::Place place;
  };
  const Catalogue& catalogue_;
  Diagnostics& found_;
  std::vector<std::string> schemes_;
  std::map<std::string, std::vector<std::string>> listed_;  ///< Scheme -> ids of its entries.
  std::map<std::pair<std::string, std::string>, Strange> strange_;
  std::set<std::string> named_;
};

}  // namespace

void lint_references(const Catalogue& catalogue, Diagnostics& found) { References(catalogue, found).run(); }

void lint_views(const Catalogue& catalogue, Diagnostics& found) {
  for (const auto& view : catalogue.views) {
    for (const auto& scheme : view.schemes)
      if (catalogue.scheme(scheme) && std::none_of(catalogue.externals.begin(), catalogue.externals.end(),
                                                   [&](const auto& one) { return one.scheme == scheme; }))
        found.push_back({Severity::remark, "unchecked-view",
                         "no pack lists the entries of `" + scheme + "`, so that view `" + view.id +
                             "` cannot be held against them",
                         view.place, ""});
    const auto groups = groups_of(catalogue, view);
    std::set<std::string> held;  // With threats, or above an entry with threats.
    std::map<std::string, std::string> parent;
    for (const auto& group : groups)
      if (!group.parent.empty()) parent[group.token] = parts_of(group.token).scheme + ":" + group.parent;
    const auto hold = [&](std::string token) {
      while (held.insert(token).second) {
        const auto up = parent.find(token);
        if (up == parent.end()) return;
        token = up->second;
      }
    };
    for (const auto& group : groups)
      if (!group.threats.empty()) hold(group.token);
    std::set<std::string> opened;  // Said to be open, or below such an entry.
    for (const auto& open : view.open) opened.insert(open.token);
    const auto is_open = [&](std::string token) {
      for (std::size_t steps = 0; steps <= groups.size(); ++steps) {
        if (opened.contains(token)) return true;
        const auto up = parent.find(token);
        if (up == parent.end()) return false;
        token = up->second;
      }
      return false;
    };
    for (const auto& group : groups) {
      if (group.open && !catalogue.external(group.token))
        found.push_back({Severity::error, "dangling-id",
                         "view `" + view.id + "` leaves `" + group.token + "` open, which is no entry of a scheme",
                         group.open->place, ""});
      else if (group.open && !group.threats.empty())
        found.push_back({Severity::warning, "view-open-named",
                         "view `" + view.id + "` leaves `" + group.token + "` open, but threat `" +
                             group.threats.front()->id + "` stands there",
                         group.open->place, "remove it from `open:`"});
      else if (group.is_listed && !held.contains(group.token) && !is_open(group.token))
        found.push_back({Severity::warning, "view-gap",
                         "no threat stands under `" + group.token + "` (" + group.title + ") of view `" + view.id + "`",
                         view.place, "name it in the references of a threat, or say under `open:` why none does"});
    }
  }
}

}  // namespace assize::catalogue
