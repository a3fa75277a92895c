// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/cli/assessed.h"
#include "engine/cli/assessment_json.h"
#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/record_assessment.h"
#include "engine/dossier/classification.h"
#include "engine/dossier/records.h"
#include "engine/input/nearest.h"
#include "engine/rerate.h"

namespace assize::cli {
namespace {

using analyse::At;

/// A table of counts: a row per level, a column per class.
std::string counts_text(const Assessment& assessment) {
  const auto classes = treat::classes_of(assessment.risk_register);
  std::string text(13, ' ');
  const auto pad = [](std::string word, std::size_t width) {
    return std::string(width > word.size() ? width - word.size() : 0, ' ') + word;
  };
  for (const auto& id : classes) text += pad(id, 10);
  text += "\n";
  for (const auto level : analyse::all_levels) {
    std::string name(analyse::name_of(level));
    name.resize(11, ' ');
    text += "  " + name;
    for (const int number : treat::count_classes(assessment.risk_register, level, classes))
      text += pad(std::to_string(number), 10);
    text += "\n";
  }
  return text;
}

std::string summary(const Project& project, const Assessment& assessment) {
  std::string text = project.system.name + " " + project.system.version + ", as of " + to_text(assessment.as_of) + "\n";
  for (const auto& outcome : assessment.system_class.regimes)
    text += outcome.regime->title + ": " + dossier::outcome_text(outcome, assessment.as_of) + "\n";
  text += "\n" + std::to_string(assessment.risks.size()) + " risks on " +
          std::to_string(project.system.elements.size()) + " elements and " +
          std::to_string(project.system.flows.size()) + " flows, by " + project.attack->id + " " +
          project.attack->version + " and " + project.hazard->id + " " + project.hazard->version + "\n" +
          counts_text(assessment);
  const auto worse_than_claimed = std::count_if(assessment.risks.begin(), assessment.risks.end(), [](const auto& risk) {
    return risk.at(At::evidenced).risk_class > risk.at(At::claimed).risk_class;
  });
  text += "\n" + std::to_string(worse_than_claimed) + " risks are worse as evidenced than as claimed\n";
  std::size_t weights[3] = {};
  for (const auto& gap : assessment.gaps) ++weights[static_cast<std::size_t>(gap.weight)];
  text += std::to_string(assessment.gaps.size()) + " gaps: " + std::to_string(weights[0]) + " blocking, " +
          std::to_string(weights[1]) + " open, " + std::to_string(weights[2]) + " remarks\n\nWorst as evidenced:\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(5, assessment.risk_register.rows.size()); ++i) {
    const auto& risk = *assessment.risk_register.rows[i].risk;
    const auto name = [&](At level) {
      return risk.method->classes[static_cast<std::size_t>(risk.at(level).risk_class)].id;
    };
    text += "  " + name(At::evidenced) + " (inherent " + name(At::inherent) + ", planned " + name(At::planned) + ")  " +
            risk.id + "  " + risk.scenario.threat->title + "\n";
  }
  return text;
}

std::string not_applicable_text(const Project& project, const Assessment& assessment) {
  std::string text = "\nNot applicable, with the condition that failed:\n";
  for (const auto& one : walk::not_applicable(assessment.facts, project.catalogue.threats))
    text += "  " + one.threat->id + "@" + assessment.facts.name_of(one.subject) + ": " +
            walk::why_not(one.threat->when, one.subject, assessment.facts) + "\n";
  return text;
}

/// What --fail-on names: a class, or one for each method.
std::vector<std::string> classes_of(const Asked& asked) {
  std::vector<std::string> classes;
  if (asked.has("fail-on"))
    for (const auto& one : names_in(asked.get("fail-on"))) classes.push_back(one);
  return classes;
}

bool has_class(const std::vector<std::string>& classes, const std::string& id) {
  return std::find(classes.begin(), classes.end(), id) != classes.end();
}

/// Each must be a class of some method, and each method must have one of them: a gate that can never close on half of
/// the register is no gate.
input::Diagnostics check_classes(const std::vector<std::string>& asked, const Project& project) {
  input::Diagnostics found;
  if (asked.empty()) return found;
  std::vector<std::string> known;
  for (const auto* method : {project.attack, project.hazard})
    for (const auto& one : method->classes)
      if (!has_class(known, one.id)) known.push_back(one.id);
  for (const auto& one : asked)
    if (!has_class(known, one))
      found.push_back({input::Severity::error,
                       "bad-option",
                       "`--fail-on` is `" + one + "`, which is no class of the project's methods",
                       {},
                       input::did_you_mean(one, known)});
  if (!found.empty()) return found;
  for (const auto* method : {project.attack, project.hazard}) {
    std::vector<std::string> own;
    for (const auto& one : method->classes) own.push_back(one.id);
    if (std::any_of(own.begin(), own.end(), [&](const auto& id) { return has_class(asked, id); })) continue;
    found.push_back({input::Severity::error,
                     "bad-option",
                     "`--fail-on` names no class of method `" + method->id + "`, so that no risk it rates could fail",
                     {},
                     "name one for each method, as in `--fail-on " + asked.front() + "," + own.back() + "`"});
  }
  return found;
}

ExitCode assess_command_run(const Asked& asked, World& world) {
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return exit_code_of(found);
  };
  const auto format = format_of(asked, {"text", "json"}, "text");
  if (!format) return complain(format.diagnostics());
  const auto show = asked.get("show");
  if (!show.empty() && show != "not-applicable")
    return complain(
        {{input::Severity::error, "bad-option", "`--show` is `" + show + "`", {}, "it can be: not-applicable"}});
  auto gate = At::evidenced;
  if (asked.has("at")) {
    std::vector<std::string> names;
    for (const auto level : analyse::all_levels) names.emplace_back(analyse::name_of(level));
    const auto at = std::find(names.begin(), names.end(), asked.get("at"));
    if (at == names.end())
      return complain({{input::Severity::error,
                        "bad-option",
                        "`--at` is `" + asked.get("at") + "`, which is no level",
                        {},
                        "it is inherent, claimed, evidenced or planned"}});
    gate = analyse::all_levels[static_cast<std::size_t>(at - names.begin())];
  }
  Progress progress(world.err, is_watched(asked, world), 3);
  const auto folder = asked.words.empty() ? std::string(".") : asked.words.front();
  const auto made = assess_project(folder, asked, world, progress);
  if (!made->assessment) return made->exit;
  const auto& project = made->project();
  const auto& assessment = *made->assessment;

  const auto fail_on = classes_of(asked);
  if (const auto found = check_classes(fail_on, project); !found.empty()) {
    progress.finish();
    return complain(found);
  }
  // What is recorded must follow from the project's files alone.
  const bool as_set = is_rated_as_set(project);
  if (!as_set && !asked.has("no-record") && !asked.has("quiet"))
    world.err << "not recorded: the record is of the methods that assize.yaml names\n";
  if (as_set && !asked.has("no-record")) {
    progress.step("recording");
    const auto recorded = record_assessment(folder, made->loaded, assessment, world);
    progress.finish();
    if (!recorded) return complain(recorded.diagnostics());
    if (!asked.has("quiet")) world.err << recorded.value() << '\n';
  }
  progress.finish();
  std::string text;
  if (format.value() == "json") {
    text = assessment_json(project, assessment);
  } else {
    text = summary(project, assessment);
    if (!show.empty()) text += not_applicable_text(project, assessment);
  }
  if (const auto exit = put(asked.get("output", "-"), text, asked, world); exit != ExitCode::done) return exit;
  const bool short_of_gate = std::any_of(assessment.risks.begin(), assessment.risks.end(), [&](const auto& risk) {
    for (int i = 0; i <= risk.at(gate).risk_class; ++i)
      if (has_class(fail_on, risk.method->classes[static_cast<std::size_t>(i)].id)) return true;
    return false;
  });
  return short_of_gate ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace

const Command assess_command{
    "assess",
    "Walks, analyses and records; prints a summary.",
    "[PROJECT] [options]",
    0,
    1,
    {as_of_option,
     method_option,
     {"fail-on", 0, "CLASS[,CLASS]",
      "Exit with 1 when a risk is of this class or worse, e.g. critical; a class of each method where they differ."},
     {"at", 0, "LEVEL", "The level --fail-on looks at: inherent, claimed, evidenced (default) or planned."},
     {"show", 0, "WHAT", "not-applicable: threats that touch an element but do not apply, and why."},
     {"no-record", 0, "", "Do not write to the project's store."},
     {"format", 0, "FORMAT", "text (default) or json."},
     output_option},
    "  0 done   1 with --fail-on: a risk is that bad   2 the input or the call is wrong   3 the machine failed",
    assess_command_run};

}  // namespace assize::cli
