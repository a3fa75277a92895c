// SPDX-License-Identifier: Apache-2.0
#include "engine/cost_benefit.h"

#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/input/quote.h"
#include "engine/render/json.h"
#include "engine/treat/check_costs.h"

namespace assize::cli {
namespace {

/// What stands against the analysis under the methods as they are: only --method can bring about the last two.
input::Diagnostics check(const Project& project) {
  using input::Severity;
  const auto* method = project.cost_benefit_method();
  if (!method) {
    std::vector<std::string> known;
    for (const auto& one : project.catalogue.methods)
      if (one.cost_benefit) known.push_back(one.id);
    return {{Severity::error,
             "no-cost-benefit",
             "neither `" + project.attack->id + "` nor `" + project.hazard->id + "` has a cost-benefit analysis",
             {},
             known.empty() ? "no method of the catalogues has one"
                           : "rate with --method by one that has: " + input::one_of(known)}};
  }
  if (const auto classes = unweighed_classes(project, *method); !classes.empty())
    return {{Severity::error,
             "no-cost-benefit",
             "the cost-benefit analysis of `" + method->id + "` gives no weight to " + input::one_of(classes) +
                 ", which are classes of the register",
             {},
             "rate attacks and hazards by methods with the same classes"}};
  return treat::check_costs(project.implementations, method);
}

ExitCode cost_benefit(const Asked& asked, World& world) {
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  if (!targets) {
    print_diagnostics(targets.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Progress progress(world.err, is_watched(asked, world), 4 + static_cast<int>(targets.value().size()));
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  if (const auto found = check(made->project()); !found.empty()) {
    progress.finish();
    print_diagnostics(found, made->loaded.sources, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  progress.step("weighing");
  const auto analysis = weigh(made->project(), made->assessment->as_of);
  const auto document = [&](const std::string&) {
    const dossier::View view(made->project(), *made->assessment);
    return dossier::cost_benefit_document(view, analysis);
  };
  const auto json = [&] {
    return render::render_json(dossier::cost_benefit_record(made->project(), *made->assessment, analysis));
  };
  return show(document, json, targets.value(), asked, world, progress);
}

}  // namespace

const Command cost_benefit_command{
    "cost-benefit",
    "What each countermeasure costs and brings against the risks it takes away (TVRA step 9), term by term.",
    "[PROJECT] [options]",
    0,
    1,
    {as_of_option,
     method_option,
     {"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    plain_exits,
    cost_benefit};

}  // namespace assize::cli
