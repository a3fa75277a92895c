// SPDX-License-Identifier: Apache-2.0
#include "engine/project/check_description.h"

#include <algorithm>

#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize {
namespace {

using input::did_you_mean;
using input::suggest;

class Checker {
 public:
  explicit Checker(const catalogue::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  input::Diagnostics found() && { return std::move(found_); }

  void check(const model::System& system) {
    if (!system.stage.value.empty() && !vocabulary_.stage(system.stage.value))
      error("unknown-stage", "the system is in stage `" + system.stage.value + "`, which is no life-cycle stage",
            system.stage.place, suggest(system.stage.value, vocabulary_.stage_ids()));
    check_traits(system.traits, "the system", "system", -1);
    for (const auto& element : system.elements) {
      const auto who = "element `" + element.id.text + "`";
      const int kind = vocabulary_.kind(element.kind.value.text);
      if (kind < 0 && !element.kind.value.text.empty())
        error("unknown-kind", who + " has the kind `" + element.kind.value.text + "`, which no catalogue defines",
              element.kind.place, did_you_mean(element.kind.value.text, vocabulary_.kind_ids()));
      check_traits(element.traits, who, "element", kind);
      check_value(element.value, who);
    }
    for (const auto& flow : system.flows) {
      check_traits(flow.traits, "flow `" + flow.id.text + "`", "flow", vocabulary_.kind("flow"));
      check_value(flow.value, "flow `" + flow.id.text + "`");
    }
    for (const auto& boundary : system.boundaries)
      check_traits(boundary.traits, "boundary `" + boundary.id.text + "`", "boundary", -1);
    for (const auto& harm : system.harms)
      for (const auto& when : harm.when)
        if (!vocabulary_.objective(when.objective.text))
          error("unknown-objective",
                "a harm comes about when `" + when.objective.text + "` fails, which is no objective", when.place,
                suggest(when.objective.text, vocabulary_.objective_ids()));
  }

  void check_value(const model::Value& value, const std::string& who) {
    for (const auto& [objective, rating] : value)
      if (!vocabulary_.objective(objective.text))
        error("unknown-objective", "`" + objective.text + "` of " + who + " is no objective", rating.place,
              suggest(objective.text, vocabulary_.objective_ids()));
  }

 private:
  void check_traits(const model::Traits& traits, const std::string& who, const std::string& pseudo_kind, int kind) {
    for (const auto& [name, trait] : traits) {
      const auto* definition = vocabulary_.trait(name);
      const auto fits = [&](const catalogue::TraitDefinition& known) {
        return std::any_of(known.on.begin(), known.on.end(), [&](const auto& on) {
          return on == pseudo_kind ||
                 (kind < 0 ? pseudo_kind == "element" : vocabulary_.is_a(kind, vocabulary_.kind(on)));
        });
      };
      if (!definition || !fits(*definition)) {
        std::vector<std::string> known;
        for (const auto& one : vocabulary_.traits)
          if (fits(one)) known.push_back(one.id);
        if (!definition)
          error("unknown-trait", "`" + name + "` of " + who + " is no trait", trait.place, suggest(name, known));
        else
          error("misplaced-trait", "trait `" + name + "` does not belong on " + who, trait.place,
                "it belongs on: " + input::one_of(definition->on));
        continue;
      }
      for (const auto& value : trait.values)
        if (std::find(definition->values.begin(), definition->values.end(), value) == definition->values.end())
          error("unknown-trait-value", "trait `" + name + "` of " + who + " is `" + value + "`, which it can never be",
                trait.place, suggest(value, definition->values));
    }
  }

  void error(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({input::Severity::error, code, std::move(message), place, std::move(help)});
  }

  const catalogue::Vocabulary& vocabulary_;
  input::Diagnostics found_;
};

}  // namespace

input::Diagnostics check_description(const model::System& system, const catalogue::Vocabulary& vocabulary) {
  Checker checker(vocabulary);
  checker.check(system);
  return std::move(checker).found();
}

input::Diagnostics check_value(const model::Value& value, const std::string& who,
                               const catalogue::Vocabulary& vocabulary) {
  Checker checker(vocabulary);
  checker.check_value(value, who);
  return std::move(checker).found();
}

}  // namespace assize
