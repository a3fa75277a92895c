// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands.h"
#include "engine/cli/load_template.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/register_json.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

ExitCode risk_register(const Asked& asked, World& world) {
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  if (!targets) {
    print_diagnostics(targets.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Progress progress(world.err, is_watched(asked, world), 3 + static_cast<int>(targets.value().size()));
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  progress.step("composing");
  const auto& catalogue = made->project().catalogue;
  const auto by = asked.get("view");
  if (!by.empty() && !catalogue.view(by)) {
    progress.finish();
    std::vector<std::string> known;
    for (const auto& one : catalogue.views) known.push_back(one.id);
    print_diagnostics({{input::Severity::error,
                        "unknown-view",
                        "`" + by + "` is no view of the catalogue",
                        {},
                        input::suggest(by, known)}},
                      {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const auto words = words_asked_for(asked, made->project(), world);
  if (!words) {
    progress.finish();
    print_diagnostics(words.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const dossier::View view(made->project(), *made->assessment);
  const auto document = [&](const std::string& format) {
    using dossier::RegisterFor;
    const bool cells = format == "csv" || format == "xlsx";
    auto composed = dossier::register_document(view,
                                               cells              ? RegisterFor::spreadsheet
                                               : format == "text" ? RegisterFor::terminal
                                                                  : RegisterFor::paper,
                                               catalogue.view(by));
    return said_in(words.value(), std::move(composed), format);
  };
  return show(
      document, [&] { return register_json(made->project(), *made->assessment, catalogue.view(by)); }, targets.value(),
      asked, world, progress);
}

}  // namespace

const Command register_command{
    "register",
    "The risk register: every risk at its four levels, worst first.",
    "[PROJECT] [options]",
    0,
    1,
    {as_of_option,
     method_option,
     language_option,
     {"view", 0, "NAME", "Also say which entries of a view of the catalogue each risk stands under."},
     {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    plain_exits,
    risk_register};

}  // namespace assize::cli
