// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/cover/system_class.h"
#include "engine/walk/facts.h"

namespace assize::cover {

/// What is known of a question: from a person, or from the description.
struct KnownAnswer {
  std::vector<std::string> values;
  double number = 0;
  std::optional<input::Date> date;
  bool from_description = false;
  std::string because, by;
  input::Place place;
};
using KnownAnswers = std::map<std::string, KnownAnswer>;

/// Findings of a regime by kind and id, made once.
class LawIndex {
 public:
  explicit LawIndex(const catalogue::Regime& regime);
  std::size_t at(catalogue::LegalFinding::Kind kind, const std::string& id) const;

 private:
  std::map<std::pair<catalogue::LegalFinding::Kind, std::string>, std::size_t> by_id_;
};

/// All that a law is asked with, but for the answers.
struct LawCase {
  const catalogue::Catalogue& catalogue;
  const catalogue::Regime& regime;
  const LawIndex& index;
  const walk::Facts& facts;
  const std::vector<PresumedState>& presumed;
  input::Date as_of;
};

/// Answers the tests of one law under one set of answers. Each finding is worked out once, when it is first asked for.
class Law {
 public:
  struct Value {
    Truth truth = Truth::open;
    std::optional<input::Date> from;  ///< Of a yes.
  };
  Law(const LawCase& given, const KnownAnswers& known);
  /// The same with one more answer.
  Law(const LawCase& given, const KnownAnswers& known, const std::string& question, const KnownAnswer& answer);

  Value value(const catalogue::LegalTest& test);
  Value value(std::size_t finding);
  /// Whether a gate before this finding stopped.
  Truth stopped(std::size_t finding);
  /// Whether one of these roles is held; nobody named: yes.
  Truth held(const std::vector<std::string>& roles);
  TableOutcome outcome(const catalogue::DecisionTable& table);

  /// What decides the test as it is answered.
  std::vector<Ground> grounds(const catalogue::LegalTest& test);
  std::vector<Ground> grounds(std::size_t finding);
  /// Questions, and standards, without which an open test stays open.
  struct Missing {
    std::set<std::string> questions, standards;
  };
  void missing(const catalogue::LegalTest& test, Missing& missing);
  void missing(std::size_t finding, Missing& missing);
  void missing(const catalogue::DecisionTable& table, Missing& missing);

 private:
  const KnownAnswer* known(const std::string& question) const;
  Truth asked(const catalogue::LegalTest& test) const;
  Truth standards(const catalogue::LegalTest& test) const;
  template <class Visit>
  void each_named(const catalogue::LegalTest& test, Visit visit);
  void collect(const catalogue::LegalTest& test, std::set<std::string>& seen, std::vector<Ground>& found);
  void collect(std::size_t finding, std::set<std::string>& seen, std::vector<Ground>& found);

  const LawCase& given_;
  const KnownAnswers& known_;
  const std::string* question_ = nullptr;
  const KnownAnswer* answer_ = nullptr;
  std::vector<std::optional<Value>> values_;
};

/// What is known of a question, as something that a verdict rests on.
Ground ground_of(const catalogue::Question& question, const KnownAnswer& answer);

/// "yes", "no", or what the choices mean.
std::string text_of_answer(const catalogue::Question& question, const std::vector<std::string>& values);

}  // namespace assize::cover
