// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "engine/cli/assessed.h"
#include "engine/cli/commands.h"
#include "engine/cli/files.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/classification.h"
#include "engine/dossier/explain.h"
#include "engine/input/nearest.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

void draw(const dossier::Explanation& explanation, const std::string& lead, const std::string& under, bool color,
          std::string& out) {
  out += lead + explanation.says;
  if (!explanation.place.empty())
    out += std::string(color ? "\x1b[2m" : "") + "  [" + explanation.place + "]" + (color ? "\x1b[0m" : "");
  out += "\n";
  for (std::size_t i = 0; i < explanation.because.size(); ++i) {
    const bool last = i + 1 == explanation.because.size();
    draw(explanation.because[i], under + (last ? "└─ " : "├─ "), under + (last ? "   " : "│  "), color, out);
  }
}

/// `explain CODE` prints the page of a diagnostic; nothing when there is none of that name.
std::optional<std::string> diagnostic_page(const std::string& code, const World& world) {
  if (code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != code.npos) return std::nullopt;
  auto page = read_file(world.data_folder, std::filesystem::path("docs") / "diagnostics" / (code + ".md"),
                        Links::follow, 1u << 20);
  if (!page) return std::nullopt;
  return std::move(page).value();
}

std::optional<dossier::Explanation> find(const std::string& what, const Project& project,
                                         const Assessment& assessment) {
  if (auto risk = dossier::explain_risk(project, assessment, what)) return risk;
  if (auto requirement = dossier::explain_requirement(project, assessment, what)) return requirement;
  if (auto threat = dossier::explain_threat(project, assessment, what)) return threat;
  if (auto law = dossier::explain_classification(project, assessment, what)) return law;
  return dossier::explain_absence(project, assessment, what);
}

ExitCode explain(const Asked& asked, World& world) {
  const auto format = format_of(asked, {"text", "json"}, "text");
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  };
  if (!format) return complain(format.diagnostics());
  const bool facts = asked.has("facts");
  if (!facts && asked.words.empty())
    return complain(
        {{input::Severity::error,
          "bad-option",
          "nothing says what to explain",
          {},
          "name a risk (THREAT@ELEMENT), a threat, a requirement, a control, a question or gate of law or a "
          "diagnostic, or ask for --facts"}});
  if (!facts && asked.words.size() == 1)
    if (const auto page = diagnostic_page(asked.words.front(), world)) {
      world.out << *page;
      return ExitCode::done;
    }
  const auto folder = facts                    ? (asked.words.empty() ? "." : asked.words.back())
                      : asked.words.size() > 1 ? asked.words[1]
                                               : ".";
  Progress progress(world.err, is_watched(asked, world), 2);
  const auto made = assess_project(folder, asked, world, progress);
  progress.finish();
  if (!made->assessment) return made->exit;
  std::optional<dossier::Explanation> explanation;
  if (facts)
    explanation =
        dossier::explain_facts(made->project(), *made->assessment, asked.words.size() > 1 ? asked.words.front() : "");
  else
    explanation = find(asked.words.front(), made->project(), *made->assessment);
  if (!explanation) {
    std::vector<std::string> names;
    for (const auto& risk : made->assessment->risks) names.push_back(risk.id);
    for (const auto& one : made->assessment->coverage) names.push_back(one.id);
    for (const auto& one : made->project().catalogue.question_ids()) names.push_back(one);
    return complain({{input::Severity::error,
                      "unknown-risk",
                      "`" + asked.words.front() +
                          "` is neither a risk, a requirement, a control, a question or gate of law nor a diagnostic",
                      {},
                      input::did_you_mean(asked.words.front(), names)}});
  }
  std::string text;
  if (format.value() == "json")
    text = render::render_json(
        dossier::Record::Map{{"format", "assize/explanation/1"}, {"explanation", dossier::record_of(*explanation)}});
  else
    draw(*explanation, "", "", color_for_out(asked, world), text);
  return put(asked.get("output", "-"), text, asked, world);
}

}  // namespace

const Command explain_command{
    "explain",
    "Says why a risk is there and has its levels, why one is not there, what meets a requirement, what a question "
    "of law decides, or what a diagnostic means.",
    "RISK|THREAT|REQUIREMENT|CONTROL|QUESTION|GATE|DIAGNOSTIC [PROJECT] [options]\n       assize explain --facts "
    "[ELEMENT "
    "PROJECT | "
    "PROJECT]",
    0,
    2,
    {{"facts", 0, "", "All facts that hold, or those of one element, with the lines they come from."},
     as_of_option,
     method_option,
     {"format", 0, "FORMAT", "text (default) or json."},
     output_option},
    plain_exits,
    explain};

}  // namespace assize::cli
