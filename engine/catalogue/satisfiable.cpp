// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/satisfiable.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/input/quote.h"

namespace assize::catalogue {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const auto& name : names) quoted.push_back("`" + name + "`");
  return input::one_of(quoted);
}

/// The same text for conditions that say the same, whatever the order of their values.
std::string key_of(const Condition& condition) {
  auto names = condition.names;
  std::sort(names.begin(), names.end());
  auto text = std::to_string(static_cast<int>(condition.word)) + "|" + condition.name;
  for (const auto& name : names) text += "," + name;
  for (const auto relation : condition.by) text += ";" + std::to_string(static_cast<int>(relation));
  std::vector<std::string> parts;
  for (const auto& part : condition.parts) parts.push_back(key_of(part));
  if (condition.word == Word::all || condition.word == Word::any) std::sort(parts.begin(), parts.end());
  for (const auto& part : parts) text += "(" + part + ")";
  return text;
}

std::string words_of(const Condition& condition) {
  switch (condition.word) {
    case Word::is:
      return "`is: " + (condition.names.empty() ? "" : condition.names.front()) + "`";
    case Word::trait:
    case Word::has:
      return "trait `" + condition.name + "`";
    case Word::fact:
      return "fact `" + condition.name + "`";
    default:
      return "the same condition";
  }
}

bool is_yes_or_no(const TraitDefinition& trait) {
  return trait.values.size() == 2 && std::count(trait.values.begin(), trait.values.end(), "true") == 1 &&
         std::count(trait.values.begin(), trait.values.end(), "false") == 1;
}

bool contains_all(const std::vector<std::string>& wide, const std::vector<std::string>& narrow) {
  return std::all_of(narrow.begin(), narrow.end(),
                     [&](const auto& one) { return std::find(wide.begin(), wide.end(), one) != wide.end(); });
}

/// The other end of a word that looks beyond its subject.
Scope scope_beyond(Word word) {
  switch (word) {
    case Word::some_flow:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
      return Scope::flow;
    default:
      return Scope::element;
  }
}

/// Whether the word can hold of such a subject at all; those that look beyond are asked of elements or of flows.
bool can_be_asked(Word word, Scope scope) {
  switch (word) {
    case Word::linked:
    case Word::linked_from:
    case Word::goes_into:
    case Word::made_from:
    case Word::reached_from:
    case Word::reaches:
    case Word::on_flow:
    case Word::flow_in:
    case Word::flow_out:
    case Word::carried_by:
    case Word::inside:
      return scope == Scope::element;
    case Word::carries:
    case Word::starts_at:
    case Word::ends_at:
      return scope == Scope::flow;
    case Word::is:
    case Word::crosses_boundary:
      return scope != Scope::system;
    default:
      return true;
  }
}

std::string_view name_of(Scope scope) {
  return scope == Scope::system ? "the system" : scope == Scope::element ? "an element" : "a flow";
}

class Judge {
 public:
  explicit Judge(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  Prospect judge(const std::vector<const Condition*>& conditions, Scope scope, std::vector<bool> kinds) {
    State state{scope, std::move(kinds), {}, {}, {}, {}, {}};
    if (state.kinds.empty()) state.kinds.assign(vocabulary_.kinds.size(), true);
    Prospect prospect;
    prospect.never = assume(state, conditions, 0, &prospect.alternatives);
    prospect.kinds = std::move(state.kinds);
    return prospect;
  }

 private:
  struct State {
    Scope scope;
    std::vector<bool> kinds;
    std::map<std::string, std::vector<std::string>> values;  ///< Of traits with one value: what is left.
    std::optional<std::vector<std::string>> stages;          ///< What is left; absent: any.
    std::set<std::string> asked;                             ///< Keys of what must hold.
    std::vector<const Condition*> traits;                    ///< `trait` words that must hold.
    std::set<std::pair<int, Scope>> facts;                   ///< Whose definition is taken in already.
  };
  using Nothing = std::optional<Never>;

  static constexpr int deepest = 12;  ///< Facts within facts that are looked into: deeper ones count as possible.

  /// Takes all of them as true. What must hold is taken in before what must not, and that before alternatives.
  Nothing assume(State& state, const std::vector<const Condition*>& conditions, int depth,
                 std::vector<Never>* alternatives) {
    std::vector<const Condition*> plain, denied, either;
    for (const auto* condition : conditions) sort_out(*condition, plain, denied, either);
    // Facts bring what they are defined by; more may come while we go.
    for (std::size_t i = 0; i < plain.size(); ++i) {
      if (auto never = take(state, *plain[i])) return never;
      if (plain[i]->word == Word::fact)
        if (auto never = take_fact(state, *plain[i], depth)) return never;
    }
    for (const auto* condition : denied)
      if (auto never = deny(state, *condition)) return never;
    for (const auto* condition : either)
      if (auto never = choose(state, *condition, depth, alternatives)) return never;
    return {};
  }

  static void sort_out(const Condition& condition, std::vector<const Condition*>& plain,
                       std::vector<const Condition*>& denied, std::vector<const Condition*>& either) {
    switch (condition.word) {
      case Word::always:
        return;
      case Word::all:
        for (const auto& part : condition.parts) sort_out(part, plain, denied, either);
        return;
      case Word::any:
        either.push_back(&condition);
        return;
      case Word::negation:
        if (condition.parts.empty()) return;
        if (condition.parts.front().word == Word::negation && !condition.parts.front().parts.empty())
          sort_out(condition.parts.front().parts.front(), plain, denied, either);
        else
          denied.push_back(&condition.parts.front());
        return;
      default:
        plain.push_back(&condition);
    }
  }

  Nothing take(State& state, const Condition& condition) {
    state.asked.insert(key_of(condition));
    if (!can_be_asked(condition.word, state.scope))
      return Never{"it is asked of " + std::string(name_of(state.scope)) + ", for which it never holds",
                   condition.place};
    switch (condition.word) {
      case Word::is:
        return keep_kinds(state, kinds_below(condition.kinds, vocabulary_), condition,
                          "nothing that is left is " + listed(condition.names));
      case Word::trait:
      case Word::has:
        return take_trait(state, condition);
      case Word::stage: {
        std::vector<std::string> left;
        for (const auto& name : condition.names)
          if (!state.stages || std::find(state.stages->begin(), state.stages->end(), name) != state.stages->end())
            left.push_back(name);
        state.stages = left;
        if (left.empty()) return Never{"a system is in one stage, and this asks for two", condition.place};
        return {};
      }
      case Word::somewhere:
      case Word::some_flow:
      case Word::linked:
      case Word::linked_from:
      case Word::goes_into:
      case Word::made_from:
      case Word::reached_from:
      case Word::reaches:
      case Word::on_flow:
      case Word::flow_in:
      case Word::flow_out:
      case Word::carried_by:
      case Word::carries:
      case Word::starts_at:
      case Word::ends_at: {
        if (condition.parts.empty()) return {};
        const auto scope = scope_beyond(condition.word);
        State other{scope, of_scope(scope), {}, {}, {}, {}, {}};
        return assume(other, {&condition.parts.front()}, deepest, nullptr);
      }
      default:
        return {};
    }
  }

  std::vector<bool> of_scope(Scope scope) const {
    if (scope != Scope::flow) return std::vector<bool>(vocabulary_.kinds.size(), true);
    std::vector<bool> kinds(vocabulary_.kinds.size(), false);
    if (const int flow = vocabulary_.kind("flow"); flow >= 0) kinds[static_cast<std::size_t>(flow)] = true;
    return kinds;
  }

  static Nothing keep_kinds(State& state, const std::vector<bool>& kept, const Condition& condition,
                            std::string because) {
    if (state.scope == Scope::system) return {};
    bool any = false;
    for (std::size_t i = 0; i < state.kinds.size(); ++i) {
      state.kinds[i] = state.kinds[i] && kept[i];
      any = any || state.kinds[i];
    }
    if (any) return {};
    return Never{std::move(because), condition.place};
  }

  Nothing take_trait(State& state, const Condition& condition) {
    const auto* trait = vocabulary_.trait(condition.name);
    if (!trait) return {};
    std::vector<int> on;
    bool on_all = false, on_system = false;
    for (const auto& name : trait->on) {
      on_system = on_system || name == "system";
      on_all = on_all || (name == "element" && state.scope == Scope::element) ||
               (name == "flow" && state.scope == Scope::flow);
      if (const int kind = vocabulary_.kind(name); kind >= 0) on.push_back(kind);
    }
    if (state.scope == Scope::system && !on_system)
      return Never{"trait `" + trait->id + "` does not stand on the system", condition.place};
    if (!on_all)
      if (auto never = keep_kinds(state, kinds_below(on, vocabulary_), condition,
                                  "trait `" + trait->id + "` stands on " + listed(trait->on) + ", which is not left"))
        return never;
    std::vector<std::string> wanted = condition.names;
    if (condition.word == Word::has) {
      for (const auto& value : trait->values)
        if (value != "false" && value != "none") wanted.push_back(value);
      if (wanted.empty())
        return Never{"trait `" + trait->id + "` has no value but `false` and `none`", condition.place};
    } else {
      state.traits.push_back(&condition);
    }
    if (!is_yes_or_no(*trait)) return {};
    const auto [at, fresh] = state.values.emplace(trait->id, wanted);
    if (!fresh) {
      std::vector<std::string> left;
      for (const auto& value : at->second)
        if (std::find(wanted.begin(), wanted.end(), value) != wanted.end()) left.push_back(value);
      at->second = std::move(left);
    }
    if (at->second.empty()) return Never{"trait `" + trait->id + "` cannot be both true and false", condition.place};
    return {};
  }

  /// A fact holds when its definition does: of the same subject, or of the system.
  Nothing take_fact(State& state, const Condition& condition, int depth) {
    if (condition.fact < 0) return {};
    const auto& fact = vocabulary_.facts[static_cast<std::size_t>(condition.fact)];
    const auto scope = fact.answered_by(state.scope);
    if (!scope)
      return Never{
          "fact `" + fact.id + "` is asked of " + std::string(name_of(state.scope)) + ", for which nothing defines it",
          condition.place};
    if (depth >= deepest || !state.facts.emplace(condition.fact, *scope).second) return {};
    const auto& when = fact.of(*scope)->when;
    Nothing never;
    if (*scope == state.scope) {
      never = assume(state, {&when}, depth + 1, nullptr);
    } else {
      State system{Scope::system, {}, {}, {}, {}, {}, {}};
      never = assume(system, {&when}, depth + 1, nullptr);
    }
    if (never) return Never{"fact `" + fact.id + "` cannot hold here: " + never->because, condition.place};
    return {};
  }

  Nothing deny(State& state, const Condition& condition) {
    const auto denied = [&] { return Never{"it asks for " + words_of(condition) + " and denies it", condition.place}; };
    switch (condition.word) {
      case Word::always:
        return Never{"it denies what always holds", condition.place};
      case Word::any:
        for (const auto& part : condition.parts)
          if (auto never = deny(state, part)) return never;
        return {};
      case Word::all:
        // All of it must be asked for, or one part may fail and the rest hold.
        if (std::all_of(condition.parts.begin(), condition.parts.end(),
                        [&](const auto& part) { return is_asked(state, part); }))
          return denied();
        return {};
      case Word::is: {
        auto kept = kinds_below(condition.kinds, vocabulary_);
        kept.flip();
        return keep_kinds(state, kept, condition, "nothing that is left is other than " + listed(condition.names));
      }
      default:
        if (is_asked(state, condition)) return denied();
        return {};
    }
  }

  /// Whether what must hold makes this hold.
  static bool is_asked(const State& state, const Condition& condition) {
    if (state.asked.contains(key_of(condition))) return true;
    if (condition.word != Word::trait) return false;
    return std::any_of(state.traits.begin(), state.traits.end(), [&](const Condition* asked) {
      return asked->name == condition.name && contains_all(condition.names, asked->names);
    });
  }

  /// Each alternative for itself, in the light of what else must hold.
  Nothing choose(State& state, const Condition& condition, int depth, std::vector<Never>* alternatives) {
    std::vector<bool> left(state.kinds.size(), false);
    std::optional<Never> first;
    std::vector<Never> dead;
    bool any = false;
    for (const auto& part : condition.parts) {
      auto branch = state;
      if (auto never = assume(branch, {&part}, depth, alternatives)) {
        dead.push_back({never->because, part.place});
        if (!first) first = std::move(never);
        continue;
      }
      any = true;
      for (std::size_t i = 0; i < left.size(); ++i) left[i] = left[i] || branch.kinds[i];
    }
    if (!any && first) return Never{"none of its alternatives can hold: " + first->because, condition.place};
    if (alternatives) alternatives->insert(alternatives->end(), dead.begin(), dead.end());
    if (any) state.kinds = std::move(left);
    return {};
  }

  const Vocabulary& vocabulary_;
};

}  // namespace

Prospect prospect(const std::vector<const Condition*>& conditions, Scope scope, std::vector<bool> kinds,
                  const Vocabulary& vocabulary) {
  return Judge(vocabulary).judge(conditions, scope, std::move(kinds));
}

std::vector<bool> kinds_below(const std::vector<int>& kinds, const Vocabulary& vocabulary) {
  std::vector<bool> below(vocabulary.kinds.size(), false);
  for (std::size_t i = 0; i < below.size(); ++i)
    for (const int kind : kinds) below[i] = below[i] || vocabulary.is_a(static_cast<int>(i), kind);
  return below;
}

}  // namespace assize::catalogue
