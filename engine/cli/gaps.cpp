// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/load_template.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/evidence/validity.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

/// Evidence that counts today and no longer on the day: a gap that can be seen coming.
void add_lapsing(Assessment& assessment, const Project& project, input::Date before) {
  for (const auto& piece : project.evidence) {
    const auto last = last_day(piece);
    if (!last || !(*last < before) || validity_on(piece, assessment.as_of) != evidence::Validity::valid) continue;
    assessment.gaps.push_back({"evidence-lapses",
                               piece.id,
                               "counts until " + to_text(*last) + ", which is before " + to_text(before),
                               "renew it in time",
                               {},
                               cover::Gap::Weight::open,
                               last,
                               piece.place});
  }
}

ExitCode gaps(const Asked& asked, World& world) {
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  };
  if (!targets) return complain(targets.diagnostics());
  std::optional<input::Date> before;
  if (asked.has("before") && !(before = input::parse_date(asked.get("before"))))
    return complain({{input::Severity::error,
                      "bad-option",
                      "`--before` is `" + asked.get("before") + "`, which is no day",
                      {},
                      "write it as YYYY-MM-DD"}});
  Progress progress(world.err, is_watched(asked, world), 3 + static_cast<int>(targets.value().size()));
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  auto& assessment = *made->assessment;
  if (before) add_lapsing(assessment, made->project(), *before);
  progress.step("composing");
  const auto words = words_asked_for(asked, made->project(), world);
  if (!words) {
    progress.finish();
    print_diagnostics(words.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const dossier::View view(made->project(), assessment);
  const auto json = [&] {
    auto head = dossier::head_record(made->project(), assessment, "assize/gaps/1");
    dossier::Record::List list;
    for (const auto& gap : assessment.gaps) list.push_back(dossier::gap_record(gap));
    head.emplace_back("gaps", std::move(list));
    return render::render_json(std::move(head));
  };
  if (const auto exit =
          show([&](const std::string& format) { return said_in(words.value(), dossier::gaps_document(view), format); },
               json, targets.value(), asked, world, progress);
      exit != ExitCode::done)
    return exit;
  const bool blocking = std::any_of(assessment.gaps.begin(), assessment.gaps.end(),
                                    [](const auto& gap) { return gap.weight == cover::Gap::Weight::blocking; });
  return blocking ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace

const Command gaps_command{
    "gaps",
    "Lists what falls short: requirements and controls not met or not evidenced, undecided risks, missing prose, "
    "lapsed evidence.",
    "[PROJECT] [options]",
    0,
    1,
    {as_of_option,
     method_option,
     language_option,
     {"before", 0, "DATE", "Also evidence that lapses before this day."},
     {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    "  0 nothing blocks   1 some gap is blocking   2 the input or the call is wrong   3 the machine failed",
    gaps};

}  // namespace assize::cli
