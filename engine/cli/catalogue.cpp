// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/cli/commands.h"
#include "engine/cli/files.h"
#include "engine/cli/load_project.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/run_case.h"
#include "engine/dossier/record.h"
#include "engine/input/limits.h"
#include "engine/input/nearest.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using dossier::Record;

ExitCode list(const Asked& asked, World& world, const std::string& format) {
  Sources sources;
  input::Diagnostics found;
  std::vector<std::pair<std::string, std::string>> digests;
  const auto loaded = load_packs({}, ".", world, sources, found, digests);
  auto read = catalogue::read_catalogue(loaded.packs);
  found.insert(found.end(), read.found.begin(), read.found.end());
  print_diagnostics(found, sources, color_for_err(asked, world), world.err);
  if (input::has_errors(found)) return exit_code_of(found);
  const auto& catalogue = read.catalogue;
  Record::List rows;
  std::string text;
  for (const auto& pack : catalogue.packs) {
    const auto count = [&](const auto& entries) {
      return static_cast<std::size_t>(
          std::count_if(entries.begin(), entries.end(), [&](const auto& one) { return one.pack == pack.id; }));
    };
    const auto threats = count(catalogue.threats), controls = count(catalogue.controls),
               requirements = count(catalogue.requirements), methods = count(catalogue.methods),
               questions = count(catalogue.questions);
    const auto digest = loaded.digests.find(pack.id);
    rows.push_back(Record::Map{{"id", pack.id},
                               {"title", pack.title},
                               {"version", pack.version},
                               {"licence", pack.licence},
                               {"verification", pack.verification},
                               {"threats", threats},
                               {"controls", controls},
                               {"requirements", requirements},
                               {"methods", methods},
                               {"questions", questions},
                               {"sha256", digest == loaded.digests.end() ? Record() : Record(digest->second)}});
    auto line = "  " + pack.id;
    line.resize(std::max<std::size_t>(26, line.size() + 1), ' ');
    text += line + pack.version + "  " + pack.title;
    const auto say = [&](std::size_t number, const char* what) {
      if (number > 0) text += ", " + std::to_string(number) + " " + what;
    };
    say(threats, "threats");
    say(controls, "controls");
    say(requirements, "requirements");
    say(methods, "methods");
    say(questions, "questions of law");
    text += "\n";
  }
  world.out << (format == "json" ? render::render_json(
                                       Record::Map{{"format", "assize/catalogue-list/1"}, {"packs", std::move(rows)}})
                                 : text);
  return ExitCode::done;
}

ExitCode test(const Asked& asked, World& world, const std::string& format) {
  const auto shipped = fs::path(world.data_folder) / "catalogues";
  auto packs = list_folders(shipped, "pack.yaml");
  if (asked.words.size() > 1) {
    if (std::find(packs.begin(), packs.end(), asked.words[1]) == packs.end()) {
      print_diagnostics({{input::Severity::error,
                          "unknown-pack",
                          "`" + asked.words[1] + "` is no pack that comes with assize",
                          {},
                          input::did_you_mean(asked.words[1], packs)}},
                        {}, color_for_err(asked, world), world.err);
      return ExitCode::wrong_input;
    }
    packs = {asked.words[1]};
  }
  int passed = 0, failed = 0;
  Record::List rows;
  for (const auto& pack : packs)
    for (const auto& name : list_files(shipped / pack / "cases", ".yaml")) {
      const auto place = "catalogues/" + pack + "/cases/" + name;
      auto bytes = read_file(shipped, fs::path(pack) / "cases" / name, Links::follow, input::Limits{}.file_bytes);
      CaseResult result;
      if (bytes)
        result = run_case({input::FileName(place), std::move(bytes).value()}, pack, world);
      else
        result.failures.push_back(bytes.diagnostics().front().message);
      ++(result.failures.empty() ? passed : failed);
      Record::List failures;
      for (const auto& failure : result.failures) failures.emplace_back(failure);
      rows.push_back(Record::Map{{"case", place}, {"title", result.title}, {"failures", std::move(failures)}});
      if (format == "json") continue;
      if (!result.failures.empty()) world.out << "FAILED " << place << ": " << result.title << '\n';
      for (const auto& failure : result.failures) world.out << "  " << failure << '\n';
    }
  if (format == "json")
    world.out << render::render_json(Record::Map{
        {"format", "assize/catalogue-test/1"}, {"passed", passed}, {"failed", failed}, {"cases", std::move(rows)}});
  else
    world.out << passed << " cases passed, " << failed << " failed\n";
  return failed > 0 ? ExitCode::falls_short : ExitCode::done;
}

ExitCode run(const Asked& asked, World& world) {
  const auto format = format_of(asked, {"text", "json"}, "text");
  if (!format) {
    print_diagnostics(format.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  if (asked.words.front() == "list") return list(asked, world, format.value());
  if (asked.words.front() == "test") return test(asked, world, format.value());
  print_diagnostics({{input::Severity::error,
                      "bad-option",
                      "`assize catalogue " + asked.words.front() + "` is nothing",
                      {},
                      "it is list or test"}},
                    {}, color_for_err(asked, world), world.err);
  return ExitCode::wrong_input;
}

}  // namespace

const Command catalogue_command{
    "catalogue",
    "Lists the catalogue packs that come with assize, or runs their cases.",
    "list | test [PACK] [options]",
    1,
    2,
    {{"format", 0, "FORMAT", "text (default) or json."}},
    "  0 done   1 test: a case failed   2 the input or the call is wrong   3 the machine failed",
    run};

}  // namespace assize::cli
