// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/condition.h"

namespace assize::catalogue {

struct Kind {
  std::string id, title, says;
  std::string parent;  ///< Empty for a root.
  bool relays =
      true;  ///< Whether what reaches it along flows reaches what lies behind it. False holds for all kinds below.
  input::Place place;
  std::string kept;  ///< Why it stays although nothing asks for it.
};

struct Objective {
  std::string id, title, group, source;
  input::Place place;
};

struct Stage {
  std::string id, title, source;
  input::Place place;
};

struct TraitDefinition {
  std::string id, says;
  std::vector<std::string> on;      ///< Kinds, `element`, `flow`, `system`, `boundary`.
  std::vector<std::string> values;  ///< All that it may be.
  input::Place place;
  std::string kept;  ///< Why it stays although nothing asks for it.
};

/// Something that follows from a description, defined once for each scope in which it can be asked.
struct Fact {
  struct Definition {
    std::string title, says;
    Condition when;
    input::Place place;
    std::string kept;  ///< Why it stays although nothing asks for it.
  };
  std::string id;
  std::optional<Definition> of_system, of_element, of_flow;
  const std::optional<Definition>& of(Scope scope) const {
    return scope == Scope::system ? of_system : scope == Scope::element ? of_element : of_flow;
  }
  /// The scope that answers when a subject of `asked` is asked: its own, else the system's; nothing when neither.
  std::optional<Scope> answered_by(Scope asked) const;
};

/// The words that descriptions and conditions share, from all packs together.
class Vocabulary {
 public:
  std::vector<Kind> kinds;
  std::vector<Objective> objectives;
  std::vector<Stage> stages;
  std::vector<TraitDefinition> traits;
  std::vector<Fact> facts;

  /// After all is read: indexes ids, orders facts, reports `duplicate-id`, `unknown-kind`, `kind-cycle`, `fact-cycle`.
  input::Diagnostics settle();
  /// Resolves the names in a condition, or reports `unknown-kind`, `unknown-trait`, `unknown-trait-value`,
  /// `unknown-fact`, `unknown-stage`, `word-out-of-place` (a word that only facts may use, when `in_fact` is false).
  enum class Where { fact, threat };
  void resolve(Condition& condition, Where where, input::Diagnostics& found);

  /// -1 when there is no such kind.
  int kind(const std::string& id) const;
  bool is_a(int kind, int ancestor) const;
  bool relays(int kind) const;
  const Objective* objective(const std::string& id) const;
  const Stage* stage(const std::string& id) const;
  const TraitDefinition* trait(const std::string& id) const;
  int fact(const std::string& id) const;  ///< -1 when there is none.

  /// Definitions in an order in which each comes after those it asks for.
  struct Slot {
    int fact;
    Scope scope;
  };
  const std::vector<Slot>& fact_order() const { return fact_order_; }
  int searches() const { return searches_; }  ///< How many words need a search, see Condition::search.

  std::vector<std::string> kind_ids() const;
  std::vector<std::string> objective_ids() const;
  std::vector<std::string> stage_ids() const;
  std::vector<std::string> trait_ids() const;
  std::vector<std::string> fact_ids() const;

 private:
  void order_facts(input::Diagnostics& found);
  std::map<std::string, int> kind_index_, objective_index_, stage_index_, trait_index_, fact_index_;
  std::vector<std::vector<bool>> ancestors_;
  std::vector<bool> relays_;
  std::vector<Slot> fact_order_;
  int searches_ = 0;
};

}  // namespace assize::catalogue
