// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/catalogue/lint_rules.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;
using input::text_at;
using input::Tree;

/// An id as an entry of the pack writes it: with its prefix or without.
bool is_known(const Catalogue& catalogue, const std::string& id, const std::string& pack_id) {
  if (catalogue.requirement(id) || catalogue.control(id)) return true;
  const auto* pack = catalogue.pack(pack_id);
  if (!pack || pack->prefix.empty()) return false;
  const auto full = pack->prefix + ":" + id;
  return catalogue.requirement(full) || catalogue.control(full);
}

void dangling(std::string message, const input::Place& place, std::string help, Diagnostics& found) {
  found.push_back({Severity::error, "dangling-id", std::move(message), place, std::move(help)});
}

/// A case must be able to fail: what it says is absent must be something that could be there.
class CaseCheck {
 public:
  CaseCheck(const Catalogue& catalogue, const Tree& tree, Diagnostics& found)
      : catalogue_(catalogue), tree_(tree), found_(found) {
    const auto* system = tree.find("system");
    if (!system) return;
    for (const auto* element : input::items_at(*system, "elements")) subjects_.push_back(text_at(*element, "id"));
    for (const auto* flow : input::items_at(*system, "flows")) {
      const auto id = text_at(*flow, "id");
      subjects_.push_back(id.empty() ? text_at(*flow, "from") + ".." + text_at(*flow, "to") : id);
    }
  }

  void run() {
    for (const auto* expected : input::items_at(tree_, "expect")) {
      check(*expected, "absent", "threat", [&](const std::string& id) { return catalogue_.threat(id) != nullptr; });
      check(*expected, "no-fact", "fact", [&](const std::string& id) { return catalogue_.vocabulary.fact(id) >= 0; });
    }
  }

 private:
  template <class Knows>
  void check(const Tree& expected, const char* key, const char* what, const Knows& knows) {
    const auto* said = expected.find(key);
    if (!said) return;
    const auto split = said->text.find('@');
    const auto id = said->text.substr(0, split);
    if (!knows(id)) error("`" + id + "` is no " + what + ": that it is not there shows nothing", said->place, "");
    if (split == said->text.npos) {
      if (std::string_view(key) == "absent")
        error("`" + said->text + "` names no element", said->place, "write THREAT@ELEMENT");
      return;
    }
    const auto subject = said->text.substr(split + 1);
    // What a control brings is called IMPLEMENTATION.THING: whether it is there only the walk knows.
    if (std::find(subjects_.begin(), subjects_.end(), subject) == subjects_.end() &&
        (!tree_.find("implementations") || subject.find('.') == subject.npos))
      error("the case has no `" + subject + "`: that nothing is there shows nothing", said->place,
            input::did_you_mean(subject, subjects_));
  }

  void error(std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, "idle-expectation", std::move(message), place, std::move(help)});
  }

  const Catalogue& catalogue_;
  const Tree& tree_;
  Diagnostics& found_;
  std::vector<std::string> subjects_;
};

}  // namespace

void lint_requirements(const Catalogue& catalogue, Diagnostics& found) {
  for (const auto& control : catalogue.controls)
    if (!control.parent.empty() && !is_known(catalogue, control.parent, control.pack))
      dangling("control `" + control.id + "` lies below `" + control.parent + "`, which is none", control.place, "",
               found);
  std::size_t unchecked = 0;
  const input::Place* first = nullptr;
  for (const auto& requirement : catalogue.requirements) {
    for (const auto& id : requirement.related)
      if (!is_known(catalogue, id, requirement.pack))
        dangling("requirement `" + requirement.id + "` is related to `" + id + "`, which is none", requirement.place,
                 "", found);
    // Where a law governs the pack, reading has held its classes against those of the law.
    const bool is_governed = std::any_of(catalogue.regimes.begin(), catalogue.regimes.end(), [&](const Regime& regime) {
      return std::find(regime.governs.begin(), regime.governs.end(), requirement.pack) != regime.governs.end();
    });
    if (is_governed || (requirement.applies_to.empty() && requirement.applies_from_for.empty())) continue;
    ++unchecked;
    if (!first) first = &requirement.place;
  }
  if (unchecked > 0)
    found.push_back({Severity::remark, "unchecked-classes",
                     std::to_string(unchecked) + (unchecked == 1 ? " requirement says" : " requirements say") +
                         " to which classes of system it applies, and no law that is loaded governs the pack",
                     *first, ""});
  for (const auto& standard : catalogue.standards)
    for (const auto& speaks : standard.speaks_to)
      if (!speaks.requirement.empty() && !is_known(catalogue, speaks.requirement, standard.pack))
        dangling("standard `" + standard.id + "` speaks to `" + speaks.requirement + "`, which is no requirement",
                 speaks.place, "", found);
}

void lint_cases(const Catalogue& catalogue, const std::vector<PackCase>& cases, Diagnostics& found) {
  for (const auto& one : cases) CaseCheck(catalogue, one.tree, found).run();
}

}  // namespace assize::catalogue
