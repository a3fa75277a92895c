// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

/// Risk by risk: the register of a large system as one value would be many times its text.
std::string register_json(const Project& project, const Assessment& assessment) {
  auto head = dossier::head_record(project, assessment, "assize/register/1");
  head.emplace_back("counts", dossier::counts_record(assessment));
  std::string text = "{\n";
  for (const auto& [key, value] : head) {
    text += "  \"" + key + "\": ";
    render::append_json(text, value, 1);
    text += ",\n";
  }
  text += "  \"risks\": [";
  bool first = true;
  for (const auto& row : assessment.risk_register.rows) {
    text += first ? "\n    " : ",\n    ";
    first = false;
    render::append_json(text, dossier::risk_record(row, assessment), 2);
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

ExitCode risk_register(const Asked& asked, World& world) {
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "md"}, "text");
  if (!targets) {
    print_diagnostics(targets.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Progress progress(world.err, is_watched(asked, world), 3 + static_cast<int>(targets.value().size()));
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  progress.step("composing");
  const dossier::View view(made->project(), *made->assessment);
  return show(dossier::register_document(view), [&] { return register_json(made->project(), *made->assessment); }, targets.value(), asked, world, progress);
}

}  // namespace

const Command register_command{"register",
                               "The risk register: every risk at its four levels, worst first.",
                               "[PROJECT] [options]",
                               0,
                               1,
                               {as_of_option,
                                {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf or md."},
                                {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
                               plain_exits,
                               risk_register};

}  // namespace assize::cli
