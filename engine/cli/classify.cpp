// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/cli/assessed.h"
#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/classification.h"
#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

using cover::RegimeOutcome;
using cover::Truth;
using cover::Verdict;
using dossier::join;

/// Text for a terminal, a law at a time.
class Teller {
 public:
  Teller(const Project& project, const Assessment& assessment, bool all)
      : project_(project), assessment_(assessment), all_(all) {}

  std::string tell() {
    line(0, project_.system.name + " " + project_.system.version + ", as of " + to_text(assessment_.as_of));
    for (const auto& outcome : assessment_.system_class.regimes) tell(outcome);
    return std::move(text_);
  }

 private:
  void line(int depth, const std::string& text) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
  }
  void head(const std::string& text) { text_ += "\n" + text + "\n"; }
  static std::string cited(const std::vector<std::string>& cites) {
    return cites.empty() ? "" : "  (" + join(cites) + ")";
  }
  static std::string marked(const std::string& mark) {
    return mark == "S" ? "  [second-hand]" : mark == "I" ? "  [inferred]" : mark == "U" ? "  [unverified]" : "";
  }

  void tell(const RegimeOutcome& outcome) {
    told_.clear();
    const auto& regime = *outcome.regime;
    head(regime.title + (regime.state.empty() ? "" : ", state of " + regime.state));
    line(1, "Outcome  " + dossier::outcome_text(outcome, assessment_.as_of));
    if (!outcome.roles.empty()) line(1, "Roles    " + dossier::roles_text(outcome));
    if (const auto route = dossier::route_text(outcome); !route.empty()) line(1, "Route    " + route);
    tell_requirements(outcome);
    if (outcome.is_barred())
      for (const auto& tier : outcome.tiers)
        if (tier.finding->bars && tier.truth == Truth::yes) line(1, "STOP     " + tier.finding->says);
    tell_contradictions(outcome);
    tell_reasons(outcome);
    tell_tables(outcome);
    tell_provisions(outcome);
    tell_presumption(outcome);
    tell_open(outcome);
    if (!regime.note.empty()) head(regime.note);
  }

  void tell_requirements(const RegimeOutcome& outcome) {
    std::size_t now = 0, later = 0, open = 0, out = 0;
    for (const auto& one : assessment_.coverage) {
      if (!one.requirement || assessment_.system_class.governing(one.pack) != &outcome) continue;
      if (one.applies.is_open())
        ++open;
      else if (one.applies.is_out())
        ++out;
      else
        ++(one.applies.from ? later : now);
    }
    if (now + later + open + out == 0) return;
    line(1, "Asked    " + std::to_string(now) + " entries of the law's packs apply, " + std::to_string(later) +
                " from a later day, " + std::to_string(open) + " are open, " + std::to_string(out) + " do not apply");
  }

  void tell_contradictions(const RegimeOutcome& outcome) {
    if (outcome.contradictions.empty()) return;
    head("Contradictions: the answer counts, and one of the two is wrong");
    for (const auto& one : outcome.contradictions)
      line(1, one.question->id + ": answered \"" + one.answered + "\", described \"" + one.described + "\" (" +
                  one.known->says + ")  [" + to_text(one.place) + "]");
  }

  void tell_verdict(const Verdict& verdict) {
    const auto& finding = *verdict.finding;
    line(1, finding.title + ": " + dossier::text_of_verdict(verdict, assessment_.as_of) + cited(finding.cites) +
                marked(finding.mark));
    const auto& says = verdict.truth == Truth::yes  ? finding.says
                       : verdict.truth == Truth::no ? finding.says_not
                                                    : finding.matters;
    if (!says.empty()) line(2, says);
    if (all_)
      for (const auto& [label, told] : finding.tells) line(2, label + ": " + told);
    tell_grounds(verdict.grounds);
  }

  /// Each once: what a later gate rests on as well has been told.
  void tell_grounds(const std::vector<cover::Ground>& grounds) {
    std::size_t before = 0;
    for (const auto& ground : grounds) {
      if (!told_.insert(ground.says).second) {
        ++before;
        continue;
      }
      line(2, "- " + ground.says + "  [" + to_text(ground.place) + "]");
      if (!ground.because.empty())
        line(3, (ground.from_description ? "from the description: " : "because ") + ground.because);
    }
    if (before > 0) line(2, "- and " + std::to_string(before) + " answer(s) told above");
  }

  /// Gates in the order of the procedure: those passed or open, with what decides them; of the others, which.
  void tell_reasons(const RegimeOutcome& outcome) {
    const auto& regime = *outcome.regime;
    std::vector<std::string> steps;
    for (const auto& step : regime.steps) steps.push_back(step.id);
    steps.push_back({});
    for (const auto& step : steps) {
      std::vector<const Verdict*> told;
      std::vector<std::string> no, open;
      for (const auto* verdicts : {&outcome.gates, &outcome.roles})
        for (const auto& verdict : *verdicts) {
          if (verdict.finding->step != step) continue;
          if (all_ || verdict.truth == Truth::yes ||
              (verdict.truth == Truth::no && verdict.finding->stops && verdict.asked))
            told.push_back(&verdict);
          else
            (verdict.truth == Truth::no ? no : open).push_back(verdict.finding->id);
        }
      if (told.empty() && no.empty() && open.empty()) continue;
      const auto known =
          std::find_if(regime.steps.begin(), regime.steps.end(), [&](const auto& one) { return one.id == step; });
      head(known == regime.steps.end() ? "Gates" : step + " " + known->title);
      for (const auto* verdict : told) tell_verdict(*verdict);
      if (!no.empty()) line(1, "no: " + join(no));
      if (!open.empty()) line(1, "open: " + join(open));
    }
  }

  void tell_tables(const RegimeOutcome& outcome) {
    for (const auto& table : outcome.tables) {
      if (table.used == Truth::no || (table.used == Truth::open && !table.table->decides && !all_)) continue;
      head(table.table->title);
      const auto body = dossier::notified_body_text(table);
      line(1, dossier::text_of_row(table) + (body.empty() ? "" : "; notified body: " + body) +
                  (table.row ? cited(table.row->cites) + marked(table.row->mark) : cited(table.table->cites)));
      if (table.row && !table.row->says.empty()) line(2, table.row->says);
      tell_grounds(table.grounds);
      for (const auto* row : table.adds) line(1, "also: " + row->result + cited(row->cites) + marked(row->mark));
      for (const auto* row : table.open_adds) line(1, "open: " + row->result + cited(row->cites));
    }
  }

  void tell_provisions(const RegimeOutcome& outcome) {
    std::vector<std::string> untold;
    for (const auto& topic : outcome.regime->topics) {
      bool first = true;
      for (const auto& one : outcome.provisions) {
        const auto& provision = *one.provision;
        if (provision.topic != topic.id || one.applies == Truth::no || (one.applies == Truth::open && !all_)) continue;
        if (first && topic.details && !all_) untold.push_back(topic.title);
        if (first && (all_ || !topic.details)) head(topic.title);
        first = false;
        if (topic.details && !all_) break;
        std::string text = provision.date ? to_text(*provision.date) + "  " + provision.title : provision.title;
        if (!provision.period.empty()) text += ": " + provision.period;
        if (!provision.starts.empty()) text += ", from: " + provision.starts;
        if (!provision.to.empty()) text += ", to: " + provision.to;
        if (one.applies == Truth::open) text = "open: " + text;
        if (one.from && assessment_.as_of < *one.from) text += " (applies from " + to_text(*one.from) + ")";
        line(1,
             text + cited(provision.cites) + (provision.binding ? "" : "  [does not bind]") + marked(provision.mark));
        if (!provision.says.empty()) line(2, provision.says);
      }
    }
    if (!untold.empty()) head("With `--show all` as well: " + join(untold, "; "));
  }

  void tell_presumption(const RegimeOutcome& outcome) {
    if (outcome.presumed.empty()) return;
    head("Presumption of conformity, by requirement");
    std::vector<std::string> told;
    for (const auto& state : outcome.presumed) {  // Those of one state and reason stand together.
      const auto text = std::string(cover::name_of(state.state)) + ", " + state.because;
      if (std::find(told.begin(), told.end(), text) != told.end()) continue;
      told.push_back(text);
      std::vector<std::string> same;
      for (const auto& other : outcome.presumed)
        if (other.state == state.state && other.because == state.because) same.push_back(other.requirement);
      line(1, join(same) + ": " + text);
    }
  }

  /// What becomes yes and which row counts, then what is ruled out: tiers are named, of the rest the number.
  static std::string decided(const std::vector<std::string>& decides) {
    if (decides.empty()) return "decides nothing by itself";
    std::vector<std::string> told;
    std::size_t rest = 0;
    for (const auto& one : decides) {
      const bool is_no = one.ends_with(": no");
      if (!is_no || one.starts_with("tier ") || decides.size() <= 3)
        told.push_back(one);
      else
        ++rest;
    }
    return join(told, "; ") + (rest == 0 ? ""
                                         : (told.empty() ? "" : "; ") + std::string("rules out ") +
                                               std::to_string(rest) + " role(s) and class(es)");
  }

  void tell_open(const RegimeOutcome& outcome) {
    const auto matter =
        std::count_if(outcome.open.begin(), outcome.open.end(), [](const auto& one) { return one.matters; });
    if (outcome.open.empty()) {
      head("No question is open.");
      return;
    }
    head(std::to_string(matter) + " open question(s) that decide the outcome, " +
         std::to_string(outcome.open.size() - static_cast<std::size_t>(matter)) + " that decide details");
    for (const auto& one : outcome.open) {
      if (!one.matters && !all_) continue;
      if (!one.question) {
        line(1, "standards: is " + one.standard + " applied? Say so under `standards:` in assize.yaml");
        continue;
      }
      line(1, one.question->id + ": " + one.question->text + cited(one.question->cites));
      for (const auto& turn : one.turns) line(2, join(turn.answers) + " -> " + decided(turn.decides));
    }
    if (!all_ && static_cast<std::size_t>(matter) < outcome.open.size()) {
      std::vector<std::string> rest;
      for (const auto& one : outcome.open)
        if (!one.matters) rest.push_back(one.question ? one.question->id : one.standard);
      line(1, "details: " + join(rest));
    }
  }

  const Project& project_;
  const Assessment& assessment_;
  bool all_;
  std::string text_;
  std::set<std::string> told_;
};

ExitCode classify(const Asked& asked, World& world) {
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  };
  const auto format = format_of(asked, {"text", "json"}, "text");
  if (!format) return complain(format.diagnostics());
  if (asked.has("show") && asked.get("show") != "all")
    return complain(
        {{input::Severity::error, "bad-option", "`--show` is `" + asked.get("show") + "`", {}, "it can be: all"}});
  Progress progress(world.err, is_watched(asked, world), 2);
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  const auto& assessment = *made->assessment;
  progress.finish();
  const auto& regimes = assessment.system_class.regimes;
  if (regimes.empty())
    return complain({{input::Severity::error,
                      "no-regime",
                      "no law is loaded, so there is nothing to classify by",
                      {},
                      "add the pack of a law, such as those that `assize catalogue list` shows with gates, to "
                      "`catalogues:` in assize.yaml"}});
  std::string text;
  if (format.value() == "json") {
    auto head = dossier::head_record(made->project(), assessment, "assize/classify/1");
    head.emplace_back("regimes", dossier::classification_record(assessment));
    text = render::render_json(std::move(head));
  } else {
    text = Teller(made->project(), assessment, asked.has("show")).tell();
  }
  if (const auto exit = put(asked.get("output", "-"), text, asked, world); exit != ExitCode::done) return exit;
  const bool short_of = std::any_of(regimes.begin(), regimes.end(), [](const auto& one) {
    return one.is_open() || one.is_barred() || !one.contradictions.empty();
  });
  return short_of ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace

const Command classify_command{
    "classify",
    "What each law makes of the system: class, roles, route of conformity assessment, with reasons, dates and what is "
    "open.",
    "[PROJECT] [options]",
    0,
    1,
    {as_of_option,
     {"show", 0, "WHAT", "all: gates that are not passed, and what decides details, as well."},
     {"format", 0, "FORMAT", "text (default) or json."},
     output_option},
    "  0 classified   1 a question is open that decides, an answer contradicts the description, or supply is barred\n"
    "  2 the input or the call is wrong   3 the machine failed",
    classify};

}  // namespace assize::cli
