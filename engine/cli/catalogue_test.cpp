// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/cli/catalogue_parts.h"
#include "engine/cli/files.h"
#include "engine/cli/pack_path.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/run_case.h"
#include "engine/dossier/record.h"
#include "engine/input/limits.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

using dossier::Record;

/// A threat of the packs under test, and what their cases show of it.
struct Shown {
  const catalogue::Threat* threat = nullptr;
  bool fires = false, misses = false;
  bool can_miss = true;  ///< What has no condition is wherever its kinds are.
  bool lacks() const { return !fires || (can_miss && !misses); }
};

struct Run {
  int passed = 0, failed = 0;
  Record::List rows;
  std::set<std::string> fired, missed;
};

Run run_cases(const std::vector<PackPath>& packs, bool quiet, World& world) {
  Run run;
  CaseRunner runner(world);
  for (const auto& pack : packs) {
    const std::filesystem::path folder = pack.cases_folder(world);
    for (const auto& name : list_files(folder, ".yaml")) {
      const auto place = pack.cases_name() + "/" + name;
      auto bytes = read_file(folder, name, Links::follow, input::Limits{}.file_bytes);
      CaseResult result;
      if (bytes)
        result = runner.run({input::FileName(place), std::move(bytes).value()}, pack);
      else
        result.failures.push_back(bytes.diagnostics().front().message);
      run.fired.insert(result.fired.begin(), result.fired.end());
      run.missed.insert(result.missed.begin(), result.missed.end());
      ++(result.failures.empty() ? run.passed : run.failed);
      Record::List failures;
      for (const auto& failure : result.failures) failures.emplace_back(failure);
      run.rows.push_back(Record::Map{{"case", place}, {"title", result.title}, {"failures", std::move(failures)}});
      if (quiet || result.failures.empty()) continue;
      world.out << "FAILED " << place << ": " << result.title << '\n';
      for (const auto& failure : result.failures) world.out << "  " << failure << '\n';
    }
  }
  return run;
}

/// The threats of the packs whose cases ran.
std::vector<Shown> shown_by(const Run& run, const std::vector<PackPath>& packs, const catalogue::Catalogue& catalogue) {
  std::vector<Shown> all;
  for (const auto& threat : catalogue.threats) {
    const bool is_asked = std::any_of(packs.begin(), packs.end(), [&](const PackPath& pack) {
      const auto cases = pack.cases_name();
      return threat.place.file.text().starts_with(cases.substr(0, cases.rfind('/') + 1));
    });
    if (is_asked)
      all.push_back({&threat, run.fired.contains(threat.id), run.missed.contains(threat.id),
                     threat.when.word != catalogue::Word::always});
  }
  return all;
}

void print_coverage(const std::vector<Shown>& shown, World& world) {
  std::size_t fire = 0, miss = 0, cannot = 0;
  for (const auto& one : shown) {
    fire += one.fires ? 1 : 0;
    miss += one.misses ? 1 : 0;
    cannot += one.can_miss ? 0 : 1;
    if (!one.lacks()) continue;
    world.out << one.threat->id << ' ' << one.threat->title << ": "
              << (one.fires                     ? ""
                  : one.can_miss && !one.misses ? "fires in no case, "
                                                : "fires in no case")
              << (one.can_miss && !one.misses ? "is silent in no near miss" : "") << "  [" << to_text(one.threat->place)
              << "]\n";
  }
  world.out << shown.size() << (shown.size() == 1 ? " threat; fire in a case: " : " threats; fire in a case: ") << fire
            << ", silent in a near miss: " << miss << ", without a condition that could fail: " << cannot;
  world.out << '\n';
}

Record coverage_record(const std::vector<Shown>& shown) {
  Record::List rows;
  for (const auto& one : shown)
    rows.push_back(Record::Map{{"threat", one.threat->id},
                               {"fires", one.fires},
                               {"near-miss", one.misses},
                               {"has-condition", one.can_miss},
                               {"place", to_text(one.threat->place)}});
  return rows;
}

}  // namespace

ExitCode catalogue_test(const Asked& asked, World& world, const std::string& format) {
  const auto packs = pack_paths(words_behind(asked), world);
  if (!packs) {
    print_diagnostics(packs.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  catalogue::CatalogueRead read;
  if (asked.has("coverage")) {
    Sources sources;
    input::Diagnostics found;
    const auto loaded = load_pack_paths(packs.value(), asked.has("alone"), world, sources, found);
    read = catalogue::read_catalogue(loaded.packs);
    found.insert(found.end(), read.found.begin(), read.found.end());
    if (input::has_errors(found)) {
      print_diagnostics(found, sources, color_for_err(asked, world), world.err);
      return exit_code_of(found);
    }
  }
  auto run = run_cases(packs.value(), format == "json", world);
  const auto shown = shown_by(run, packs.value(), read.catalogue);
  if (format == "json") {
    world.out << render::render_json(
        Record::Map{{"format", "assize/catalogue-test/1"},
                    {"passed", run.passed},
                    {"failed", run.failed},
                    {"cases", std::move(run.rows)},
                    {"coverage", asked.has("coverage") ? coverage_record(shown) : Record()}});
  } else {
    world.out << run.passed << (run.passed == 1 ? " case passed, " : " cases passed, ") << run.failed << " failed\n";
    if (asked.has("coverage")) print_coverage(shown, world);
  }
  const bool lacks = std::any_of(shown.begin(), shown.end(), [](const Shown& one) { return one.lacks(); });
  return run.failed > 0 || lacks ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace assize::cli
