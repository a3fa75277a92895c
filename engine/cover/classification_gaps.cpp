// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/classification_gaps.h"

#include <algorithm>

namespace assize::cover {
namespace {

using Weight = Gap::Weight;

bool is_answered_to(const RegimeOutcome& outcome, const std::vector<std::string>& frameworks) {
  const auto& governs = outcome.regime->governs;
  return std::any_of(governs.begin(), governs.end(), [&](const auto& pack) {
    return frameworks.empty() || std::find(frameworks.begin(), frameworks.end(), pack) != frameworks.end();
  });
}

class Finder {
 public:
  Finder(const RegimeOutcome& outcome, const std::vector<Coverage>& coverage, std::vector<Gap>& gaps)
      : outcome_(outcome), gaps_(gaps) {
    const auto& governs = outcome.regime->governs;
    for (const auto& one : coverage)
      if (one.applies.is_open() && std::find(governs.begin(), governs.end(), one.pack) != governs.end()) ++waiting_;
  }

  void find() {
    for (const auto& tier : outcome_.tiers)
      if (tier.finding->bars && tier.truth == Truth::yes) barred(tier);
    for (const auto& one : outcome_.contradictions) contradicted(one);
    if (!outcome_.any_answer && outcome_.is_open()) {
      nothing_answered();
      return;
    }
    for (const auto* verdicts : {&outcome_.tiers, &outcome_.roles})
      for (const auto& verdict : *verdicts)
        if (verdict.truth == Truth::open)
          undecided(std::string(name_of(verdict.finding->kind)) + " " + verdict.finding->id, verdict.finding->title);
    for (const auto& table : outcome_.tables)
      if (table.table->decides && table.used != Truth::no && !table.row && !table.candidates.empty())
        undecided("table " + table.table->id, table.table->title);
  }

 private:
  void add(Gap gap) {
    gap.weight = Weight::blocking;
    gap.pack = outcome_.regime->pack;
    gaps_.push_back(std::move(gap));
  }

  std::string waits() const {
    return waiting_ == 0 ? "" : "; " + std::to_string(waiting_) + " requirement(s) wait for the classification";
  }

  void nothing_answered() {
    Gap gap;
    gap.code = "classification-open";
    gap.about = outcome_.regime->id;
    gap.says =
        "no question of " + outcome_.regime->title + " is answered, so what it asks of the system is open" + waits();
    gap.to_do = "answer under `facts:` in system.yaml; `assize classify` lists the questions";
    gap.place = outcome_.regime->place;
    add(std::move(gap));
  }

  void undecided(const std::string& thing, const std::string& title) {
    std::vector<std::string> questions;
    for (const auto& one : outcome_.open)
      if (std::find(one.holds_up.begin(), one.holds_up.end(), thing) != one.holds_up.end())
        questions.push_back(one.question ? one.question->id : "standard " + one.standard);
    Gap gap;
    gap.code = "classification-open";
    gap.about = outcome_.regime->id + ":" + thing.substr(thing.find(' ') + 1);
    gap.says = "it is not decided: " + title + waits();
    gap.to_do = "answer " + (questions.empty() ? std::string("what is open") : questions.front());
    for (std::size_t i = 1; i < questions.size() && i < 4; ++i) gap.to_do += ", " + questions[i];
    if (questions.size() > 4) gap.to_do += " and " + std::to_string(questions.size() - 4) + " more";
    gap.to_do += "; `assize classify` says what turns on each";
    gap.place = outcome_.regime->place;
    add(std::move(gap));
  }

  void contradicted(const Contradiction& one) {
    Gap gap;
    gap.code = "answer-contradicted";
    gap.about = one.question->id;
    gap.says = "is answered with \"" + one.answered + "\", but the description says \"" + one.described +
               "\": " + one.known->says;
    gap.to_do = "correct the answer, or the description";
    gap.place = one.place;
    add(std::move(gap));
  }

  void barred(const Verdict& tier) {
    Gap gap;
    gap.code = "supply-barred";
    gap.about = outcome_.regime->id + ":" + tier.finding->id;
    gap.says = tier.finding->says.empty() ? tier.finding->title : tier.finding->says;
    gap.to_do = "no measure makes this lawful; change what the system does, or show that the point does not fit";
    gap.when = tier.from;
    gap.place = tier.grounds.empty() ? tier.finding->place : tier.grounds.front().place;
    add(std::move(gap));
  }

  const RegimeOutcome& outcome_;
  std::vector<Gap>& gaps_;
  std::size_t waiting_ = 0;
};

}  // namespace

std::vector<Gap> classification_gaps(const SystemClass& system_class, const std::vector<Coverage>& coverage,
                                     const std::vector<std::string>& frameworks) {
  std::vector<Gap> gaps;
  for (const auto& outcome : system_class.regimes)
    if (is_answered_to(outcome, frameworks)) Finder(outcome, coverage, gaps).find();
  return gaps;
}

}  // namespace assize::cover
