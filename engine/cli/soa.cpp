// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/commands.h"
#include "engine/cli/load_template.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/input/nearest.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

ExitCode soa(const Asked& asked, World& world) {
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  if (!targets) {
    print_diagnostics(targets.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Progress progress(world.err, is_watched(asked, world), 3 + static_cast<int>(targets.value().size()));
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  const auto standard = asked.get("standard", "iso27001");
  std::vector<std::string> standards;
  for (const auto& pack : made->project().catalogue.packs)
    if (!pack.prefix.empty())
      for (const auto& control : made->project().catalogue.controls)
        if (control.pack == pack.id) {
          standards.push_back(pack.id);
          break;
        }
  if (std::find(standards.begin(), standards.end(), standard) == standards.end()) {
    progress.finish();
    std::string list;
    for (const auto& one : standards) list += (list.empty() ? "" : ", ") + one;
    auto near = input::did_you_mean(standard, standards);
    print_diagnostics({{input::Severity::error,
                        "bad-option",
                        "`--standard` is `" + standard + "`, which is no list of controls",
                        {},
                        (near.empty() ? "" : near + " ") + std::string("it is one of: ") + list}},
                      {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  progress.step("composing");
  const auto words = words_asked_for(asked, made->project(), world);
  if (!words) {
    progress.finish();
    print_diagnostics(words.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const dossier::View view(made->project(), *made->assessment);
  const auto json = [&] {
    auto head = dossier::head_record(made->project(), *made->assessment, "assize/soa/1");
    dossier::Record::List list;
    for (const auto& one : made->assessment->coverage)
      if (one.control && one.pack == standard) list.push_back(dossier::coverage_record(one));
    head.emplace_back("standard", standard);
    head.emplace_back("controls", std::move(list));
    return render::render_json(std::move(head));
  };
  return show(
      [&](const std::string& format) { return said_in(words.value(), dossier::soa_document(view, standard), format); },
      json, targets.value(), asked, world, progress);
}

}  // namespace

const Command soa_command{
    "soa",
    "Statement of applicability: every control of a standard once, in or out, with the reason, its standing and what "
    "shows it.",
    "[PROJECT] [options]",
    0,
    1,
    {{"standard", 0, "PACK", "iso27001 (default) or iso42001."},
     as_of_option,
     language_option,
     {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    plain_exits,
    soa};

}  // namespace assize::cli
