// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/analyse/analyse.h"
#include "engine/cover/classification_gaps.h"
#include "engine/cover/cover.h"
#include "engine/evidence/validity.h"

namespace assize::cover {
namespace {

using analyse::At;
using evidence::Status;
using Weight = Gap::Weight;

class Finder {
 public:
  Finder(const walk::Facts& facts, const treat::RiskRegister& risks, const std::vector<Coverage>& coverage,
         const Given& given)
      : facts_(facts), risks_(risks), coverage_(coverage), given_(given) {}

  std::vector<Gap> find() {
    of_narrative();
    auto unwritten = std::move(gaps_);
    gaps_.clear();
    if (given_.system_class) gaps_ = classification_gaps(*given_.system_class, coverage_, given_.frameworks);
    of_risks();
    of_coverage();
    of_implementations();
    of_measures();
    of_evidence();
    gaps_.insert(gaps_.end(), unwritten.begin(), unwritten.end());
    of_description();
    return std::move(gaps_);
  }

 private:
  Gap& add(std::string code, std::string about, std::string says, std::string to_do, Weight weight,
           const input::Place& place) {
    gaps_.push_back({std::move(code), std::move(about), std::move(says), std::move(to_do), {}, weight, {}, place});
    return gaps_.back();
  }

  void of_risks() {
    for (const auto& row : risks_.rows) {
      const auto& risk = *row.risk;
      const auto& level = risk.at(At::evidenced);
      const auto& name = risk.method->classes[static_cast<std::size_t>(level.risk_class)].id;
      const auto undecided = catalogue::undecided(*risk.method, level.risk_class);
      const bool worst = undecided == "blocking";
      const auto& place = row.treatment ? row.treatment->place : facts_.place_of(risk.scenario.subject);
      using treat::Decision;
      if (row.decision == Decision::none && undecided != "nothing")
        add("risk-undecided", risk.id, "risk is " + name + " as evidenced and nothing is decided about it",
            "add a treatment to treatments.yaml", worst ? Weight::blocking : Weight::open, place);
      else if (row.decision == Decision::overdue)
        add("treatment-overdue", risk.id, "treatment was due on " + to_text(*row.treatment->due),
            "carry it out and show it, or set a new date", Weight::blocking, place)
            .when = row.treatment->due;
      else if (row.decision == Decision::lapsed)
        add("acceptance-lapsed", risk.id, "acceptance ended on " + to_text(*row.treatment->accepted->until),
            "accept again, or treat", Weight::blocking, place)
            .when = row.treatment->accepted->until;
      else if (row.decision == Decision::accepted && worst)
        add("accepted-worst", risk.id, "risk is accepted although it is " + name + " as evidenced",
            "the acceptance needs a reason that a reviewer can follow", Weight::open, place);
    }
  }

  bool answered_to(const Coverage& coverage) const {
    return given_.frameworks.empty() ||
           std::find(given_.frameworks.begin(), given_.frameworks.end(), coverage.pack) != given_.frameworks.end();
  }

  bool asked(const Coverage& coverage) const {
    if (coverage.applies.applies != Truth::yes || coverage.excluded || !answered_to(coverage)) return false;
    if (coverage.requirement) {
      const auto& asks = *coverage.requirement;
      if (asks.numbering == "derived" || (asks.kind != "obligation" && asks.kind != "content-item")) return false;
      return !asks.narrative || asks.kind != "content-item" ||
             !unwritten_.contains(asks.id);  // Said once, as missing prose.
    }
    return !coverage.control->theme.empty() || !coverage.control->parent.empty();  // A standard's; our own are offers.
  }

  /// When the plan is due that meets it best; the last day, where several are needed to be sure.
  static std::optional<input::Date> due_of(const Coverage& coverage, Strength planned) {
    std::optional<input::Date> due;
    for (const auto& support : coverage.supports)
      if (support.standing == Standing::planned && support.strength == planned && support.implementation &&
          support.implementation->due && (!due || *due < *support.implementation->due))
        due = support.implementation->due;
    return due;
  }

  void of_coverage() {
    for (const auto& coverage : coverage_) {
      if (!asked(coverage)) continue;
      const bool requirement = coverage.requirement != nullptr;
      const std::string what = requirement ? "requirement" : "control";
      const auto& place = requirement ? coverage.requirement->place : coverage.control->place;
      auto weight = requirement ? Weight::blocking : Weight::open;
      const auto best = coverage.at(Standing::claimed);
      std::string code, says, to_do;
      auto when = coverage.applies.from;
      // A plan to meet it says more than something in place that is only related.
      const auto planned = coverage.at(Standing::planned);
      if (best <= Strength::related && planned > best) {
        code = what + "-planned";
        const auto due = due_of(coverage, planned);
        says = "is only planned" + (due ? ", for " + to_text(*due) : std::string());
        to_do = "put it in place and show it";
        if (due) when = due;
      } else if (best == Strength::nothing) {
        code = what + "-unmet";
        says = "is met by nothing";
        to_do = requirement ? "state how it is met in implementations.yaml, or show it with evidence"
                            : "implement it, or say in implementations.yaml why it is not applicable";
      } else if (best == Strength::related) {
        code = what + "-related-only";
        says = "is met by nothing directly; " + std::to_string(coverage.supports.size()) +
               " related measure(s) support it";
        to_do = "state directly how it is met, and show it";
      } else if (coverage.at(Standing::evidenced) < best) {
        code = what + "-claimed";
        says = "is claimed to be " + std::string(best == Strength::covered ? "met" : "partly met") +
               ", but no valid evidence shows it";
        to_do = "add evidence, or renew what has lapsed";
        // The document says it; that nothing shows it yet is for the reviewer to weigh.
        if (requirement && coverage.requirement->kind == "content-item") weight = Weight::open;
      } else if (best == Strength::partly) {
        code = what + "-partly";
        says = "is met in part only";
        to_do = "state how the rest is met";
      } else {
        continue;
      }
      auto& gap = add(code, coverage.id, says, to_do, weight, place);
      gap.pack = coverage.pack;
      gap.when = when;
    }
  }

  void of_implementations() {
    for (const auto& implementation : given_.implementations) {
      if (implementation.status == Status::in_place &&
          !analyse::is_evidenced(implementation, given_.evidence, given_.as_of))
        add("implementation-unevidenced", implementation.id, "is said to be in place, but no valid evidence shows it",
            "add or renew evidence in evidence.yaml", Weight::open, implementation.place);
      if (implementation.status == Status::planned && implementation.due && *implementation.due < given_.as_of)
        add("implementation-overdue", implementation.id, "was planned for " + to_text(*implementation.due),
            "put it in place, or set a new date", Weight::open, implementation.place)
            .when = implementation.due;
      if (implementation.status == Status::planned && !implementation.due)
        add("implementation-undated", implementation.id, "is planned, but nothing says for when", "add `due:`",
            Weight::remark, implementation.place);
    }
  }

  /// The other direction of a gap list: a measure that treats no risk here and meets nothing that is asked.
  void of_measures() {
    std::set<const evidence::Implementation*> serving;
    for (const auto& row : risks_.rows)
      for (const auto& working : row.risk->working) serving.insert(working.implementation);
    for (const auto& coverage : coverage_)
      if (asked(coverage))
        for (const auto& support : coverage.supports) serving.insert(support.implementation);
    for (const auto& implementation : given_.implementations)
      if (implementation.status != Status::not_applicable && !serving.contains(&implementation))
        add("implementation-serves-nothing", implementation.id,
            "treats no risk of this system, and nothing that is asked is met or supported by it",
            "say `on:` what it is, map it to what it is for, or leave it out", Weight::remark, implementation.place);
  }

  void of_evidence() {
    for (const auto& piece : given_.evidence) {
      if (validity_on(piece, given_.as_of) == evidence::Validity::lapsed)
        add("evidence-lapsed", piece.id, "lapsed on " + to_text(*last_day(piece)), "renew it", Weight::open,
            piece.place)
            .when = last_day(piece);
      const bool used =
          !piece.shows.empty() ||
          std::any_of(given_.implementations.begin(), given_.implementations.end(), [&](const auto& implementation) {
            return std::any_of(implementation.evidence.begin(), implementation.evidence.end(),
                               [&](const auto& named) { return named.value == piece.id; });
          });
      if (!used && !measured(piece.id))
        add("evidence-unused", piece.id, "shows nothing that the project names", "say what it `shows:`, or remove it",
            Weight::remark, piece.place);
    }
  }

  bool measured(const std::string& id) const {
    for (const auto* element : facts_.elements)
      for (const auto& metric : element->metrics)
        if (metric.evidence.value == id) return true;
    return false;
  }

  void of_narrative() {
    std::map<std::string, const Narrative*> answers;
    for (const auto& narrative : given_.narratives) answers.emplace(narrative.requirement, &narrative);
    for (const auto& coverage : coverage_) {
      if (!coverage.requirement || !coverage.requirement->narrative || coverage.applies.applies != Truth::yes ||
          coverage.excluded || !answered_to(coverage))
        continue;
      const auto answer = answers.find(coverage.id);
      if (answer == answers.end() || !hollow(*answer->second).empty()) unwritten_.insert(coverage.id);
      if (answer == answers.end())
        add("narrative-missing", coverage.id, "nobody has written what the provider must say here",
            "write it under a heading `# " + coverage.requirement->local_id + "` in narrative/", Weight::blocking,
            coverage.requirement->place)
            .pack = coverage.pack;
      else if (const auto why = hollow(*answer->second); !why.empty())
        add("narrative-hollow", coverage.id, "the text is a placeholder: " + why, "write what is so", Weight::blocking,
            answer->second->place)
            .pack = coverage.pack;
    }
  }

  void of_description() {
    std::set<std::string> hit;  // ELEMENT whose impact decided a risk without any rating.
    for (const auto& row : risks_.rows) {
      const auto& risk = *row.risk;
      if (risk.asset.value || risk.asset.harm || risk.scenario.subject.scope != catalogue::Scope::element) continue;
      hit.insert(facts_.name_of(risk.scenario.subject));
    }
    for (const auto* element : facts_.elements)
      if (hit.contains(element->id.text))
        add("value-not-rated", element->id.text,
            "some risks count with impact 1 because no objective that they hit is rated",
            element->brought_by.empty() ? "rate the objectives under `value:`"
                                        : "rate it under `brings:` of implementation `" + element->brought_by + "`",
            Weight::remark, element->place);
    for (const auto* element : facts_.elements)
      for (const auto& metric : element->metrics) {
        const auto piece = std::find_if(given_.evidence.begin(), given_.evidence.end(),
                                        [&](const auto& one) { return one.id == metric.evidence.value; });
        if (piece == given_.evidence.end() || validity_on(*piece, given_.as_of) != evidence::Validity::valid)
          add("metric-unevidenced", element->id.text + "/" + metric.name,
              "the number is not shown by valid evidence, so no level follows from it",
              "name the evidence under `evidence:`, or renew it", Weight::open, metric.place);
      }
  }

  const walk::Facts& facts_;
  const treat::RiskRegister& risks_;
  const std::vector<Coverage>& coverage_;
  const Given& given_;
  std::vector<Gap> gaps_;
  std::set<std::string> unwritten_;  ///< Requirements whose prose is missing or hollow.
};

}  // namespace

std::string_view name_of(Gap::Weight weight) {
  switch (weight) {
    case Weight::blocking:
      return "blocking";
    case Weight::open:
      return "open";
    case Weight::remark:
      return "remark";
  }
  return {};
}

std::vector<Gap> find_gaps(const walk::Facts& facts, const treat::RiskRegister& risks,
                           const std::vector<Coverage>& coverage, const Given& given) {
  return Finder(facts, risks, coverage, given).find();
}

}  // namespace assize::cover
