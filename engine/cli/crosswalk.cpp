// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/cli/load_project.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/cover/crosswalk.h"
#include "engine/dossier/crosswalk_document.h"
#include "engine/input/nearest.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

ExitCode run(const Asked& asked, World& world) {
  const auto complain = [&](const input::Diagnostics& found, const Sources& sources = {}) {
    print_diagnostics(found, sources, color_for_err(asked, world), world.err);
    return exit_code_of(found);
  };
  const auto targets = targets_of(asked, {"text", "json", "csv", "xlsx", "pdf", "docx", "html", "md"}, "text");
  if (!targets) return complain(targets.diagnostics());
  Progress progress(world.err, is_watched(asked, world), 2 + static_cast<int>(targets.value().size()));
  progress.step("reading");
  Loaded loaded;
  catalogue::Catalogue own;
  const catalogue::Catalogue* catalogue = &own;
  if (asked.words.size() > 2) {
    loaded = load_project(asked.words[2], world);
    progress.finish();
    if (!loaded.project) return complain(loaded.found, loaded.sources);
    catalogue = &loaded.project->catalogue;
  } else {
    input::Diagnostics found;
    const auto packs = load_packs({}, ".", world, loaded.sources, found, loaded.digests);
    auto read = catalogue::read_catalogue(packs.packs);
    found.insert(found.end(), read.found.begin(), read.found.end());
    progress.finish();
    if (input::has_errors(found)) return complain(found, loaded.sources);
    own = std::move(read.catalogue);
  }
  std::vector<std::string> known;
  for (const auto& pack : catalogue->packs) {
    const auto of_pack = [&](const auto& entry) { return entry.pack == pack.id; };
    if (std::any_of(catalogue->controls.begin(), catalogue->controls.end(), of_pack) ||
        std::any_of(catalogue->requirements.begin(), catalogue->requirements.end(), of_pack))
      known.push_back(pack.id);
  }
  const catalogue::Pack* packs[2] = {};
  input::Diagnostics unknown;
  for (std::size_t i = 0; i < 2; ++i) {
    if (std::find(known.begin(), known.end(), asked.words[i]) == known.end()) {
      unknown.push_back({input::Severity::error,
                         "unknown-pack",
                         "`" + asked.words[i] + "` is no pack of requirements or controls",
                         {},
                         input::suggest(asked.words[i], known)});
      continue;
    }
    for (const auto& pack : catalogue->packs)
      if (pack.id == asked.words[i]) packs[i] = &pack;
  }
  if (!unknown.empty()) return complain(unknown);
  progress.step("composing");
  const auto made = cover::crosswalk(*catalogue, packs[0]->id, packs[1]->id);
  const auto json = [&] { return render::render_json(dossier::crosswalk_record(made, *packs[0], *packs[1])); };
  return show([&](const std::string&) { return dossier::crosswalk_document(made, *packs[0], *packs[1]); }, json,
              targets.value(), asked, world, progress);
}

}  // namespace

const Command crosswalk_command{
    "crosswalk",
    "Lays one pack of requirements or controls against another, both ways: what is covered, partly, related only or "
    "by nothing, and by which chain of mappings.",
    "ASKED OFFERED [PROJECT] [options]",
    2,
    3,
    {{"format", 0, "FORMAT", "text (default), json, csv, xlsx, pdf, docx, html or md."},
     pdfa_option,
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    plain_exits,
    run};

}  // namespace assize::cli
