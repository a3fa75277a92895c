// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/cover/presumption.h"
#include "engine/cover/truth.h"
#include "engine/input/date.h"
#include "engine/walk/holds.h"

namespace assize::cover {

/// One thing that was answered, by whom, and where: what a verdict rests on.
struct Ground {
  const catalogue::Question* question = nullptr;  ///< Null: a fact of the description, or standards.
  std::string says;                               ///< "What is asked: what is answered".
  std::string because, by;
  bool from_description = false;
  input::Place place;
};

/// What came of one gate, role, class or tier.
struct Verdict {
  const catalogue::LegalFinding* finding = nullptr;
  Truth truth = Truth::open;
  bool asked = true;                ///< False: a gate before it stopped.
  std::optional<input::Date> from;  ///< Of a yes: the first day on which it applies; nothing: always.
  std::vector<Ground> grounds;      ///< The answers that decide it; those that are there when it is open.
};

/// The row of a table that counts, or those that still may.
struct TableOutcome {
  const catalogue::DecisionTable* table = nullptr;
  Truth used = Truth::open;  ///< Whether the table is used at all.
  const catalogue::DecisionTable::Row* row = nullptr;
  std::vector<const catalogue::DecisionTable::Row*> candidates;  ///< When open.
  std::vector<const catalogue::DecisionTable::Row*> adds, open_adds;
  std::vector<Ground> grounds;
};

struct ProvisionOutcome {
  const catalogue::Provision* provision = nullptr;
  Truth applies = Truth::open;
  std::optional<input::Date> from;
};

/// A question without an answer, and what turns on it.
struct OpenQuestion {
  /// What an answer would decide at once, all other answers as they are.
  struct Turn {
    std::vector<std::string> answers;
    std::vector<std::string> decides;  ///< "class high-risk: yes"; empty: nothing by itself.
  };
  const catalogue::Question* question = nullptr;  ///< Null: whether `standard` is applied.
  std::string standard;
  bool matters = false;               ///< A tier, class, role or deciding table hangs on it.
  std::vector<std::string> holds_up;  ///< The undecided things that it keeps open.
  std::vector<Turn> turns;
};

/// A person answers one thing, the description says another.
struct Contradiction {
  const catalogue::Question* question = nullptr;
  const catalogue::Question::Known* known = nullptr;
  std::string answered, described;
  input::Place place;     ///< Of the answer.
  walk::Reasons reasons;  ///< Where the description says so.
};

/// What one law makes of a system on a day. Points into the catalogue and the project.
struct RegimeOutcome {
  const catalogue::Regime* regime = nullptr;
  bool any_answer = false;      ///< Whether anybody has answered any of its questions.
  std::vector<Ground> answers;  ///< Every question of the law that is answered, in its order.
  std::vector<Verdict> gates, roles, classes, tiers;
  std::vector<TableOutcome> tables;
  std::vector<ProvisionOutcome> provisions;
  std::vector<PresumedState> presumed;
  std::vector<OpenQuestion> open;  ///< Those that matter first, each in the order of the law.
  std::vector<Contradiction> contradictions;

  const Verdict* find(catalogue::LegalFinding::Kind kind, const std::string& id) const;
  /// Whether a tier, class, role or deciding table is still open.
  bool is_open() const;
  bool is_barred() const;  ///< A tier that bars supply was reached.
};

struct SystemClass {
  std::vector<RegimeOutcome> regimes;
  /// The law that says which requirements of the pack apply; null when none is loaded.
  const RegimeOutcome* governing(const std::string& pack) const;
};

}  // namespace assize::cover
