// SPDX-License-Identifier: Apache-2.0
#include "engine/diff.h"

#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

ExitCode diff_of(const Asked& asked, World& world) {
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  };
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  if (!targets) return complain(targets.diagnostics());
  const bool two = asked.words.size() == 2;
  const auto methods = methods_of(asked);
  if (!two && methods.empty())
    return complain({{input::Severity::error,
                      "bad-option",
                      "one project alone has nothing to be compared with",
                      {},
                      "name a second project, or another method with --method"}});
  Progress progress(world.err, is_watched(asked, world), 5 + static_cast<int>(targets.value().size()));
  // One project is compared with itself under other methods; two are both rated by them.
  const auto earlier =
      assess_project(asked.words.front(), two ? methods : std::vector<std::string>{}, asked, world, progress);
  if (!earlier->assessment) return earlier->exit;
  const auto later = assess_project(asked.words.back(), methods, asked, world, progress);
  if (!later->assessment) return later->exit;
  progress.step("comparing");
  const auto difference = diff(*earlier->assessment, *later->assessment);
  const auto document = [&](const std::string&) {
    const dossier::View before(earlier->project(), *earlier->assessment), after(later->project(), *later->assessment);
    return dossier::diff_document(before, after, difference);
  };
  const auto json = [&] {
    return render::render_json(dossier::diff_record(earlier->project(), *earlier->assessment, later->project(),
                                                    *later->assessment, difference));
  };
  const auto exit = show(document, json, targets.value(), asked, world, progress);
  if (exit != ExitCode::done) return exit;
  return asked.has("exit-code") && !difference.is_empty() ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace

const Command diff_command{
    "diff",
    "What changed between two projects, or in one when other methods rate it: risks, levels, classes, gaps.",
    "PROJECT PROJECT [options]\n       assize diff PROJECT --method NAME[,NAME] [options]",
    1,
    2,
    {as_of_option,
     method_option,
     {"exit-code", 0, "", "Exit with 1 when something differs."},
     {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    "  0 done   1 with --exit-code: something differs   2 the input or the call is wrong   3 the machine failed",
    diff_of};

}  // namespace assize::cli
