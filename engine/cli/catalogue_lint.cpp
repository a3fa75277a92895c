// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/catalogue/lint.h"
#include "engine/cli/catalogue_parts.h"
#include "engine/cli/files.h"
#include "engine/cli/pack_path.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/records.h"
#include "engine/input/check_schema.h"
#include "engine/input/limits.h"
#include "engine/input/read_tree.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

using dossier::Record;
using input::Severity;

void append(input::Diagnostics& found, const input::Diagnostics& more) {
  found.insert(found.end(), more.begin(), more.end());
}

/// Those of a pack that parse; what is wrong with the others is found when they are read, and again by `catalogue
/// test`.
void load_cases(const PackPath& pack, const World& world, Sources& sources, std::vector<catalogue::PackCase>& cases,
                input::Diagnostics& found) {
  const std::filesystem::path folder = pack.cases_folder(world);
  for (const auto& name : list_files(folder, ".yaml")) {
    const auto place = pack.cases_name() + "/" + name;
    auto bytes = read_file(folder, name, Links::follow, input::Limits{}.file_bytes);
    append(found, bytes.diagnostics());
    if (!bytes) continue;
    sources.files[place] = {(folder / name).string(), bytes.value()};
    auto tree = input::read_tree({input::FileName(place), std::move(bytes).value()});
    append(found, tree.diagnostics());
    if (!tree) continue;
    auto faults = input::schema("case").check(tree.value());
    const bool sound = !input::has_errors(faults);
    append(found, faults);
    if (sound) cases.push_back({pack.id(), std::move(tree).value()});
  }
}

std::size_t count(const input::Diagnostics& found, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [&](const auto& one) { return one.severity == severity; }));
}

std::string to_json(const std::vector<PackPath>& packs, std::size_t cases, const input::Diagnostics& found) {
  Record::List names, findings;
  for (const auto& pack : packs) names.emplace_back(pack.id());
  for (const auto& one : found)
    findings.push_back(Record::Map{{"severity", name_of(one.severity)},
                                   {"code", one.code},
                                   {"message", one.message},
                                   {"place", dossier::place_record(one.place)},
                                   {"help", one.help.empty() ? Record() : Record(one.help)}});
  return render::render_json(Record::Map{{"format", "assize/catalogue-lint/1"},
                                         {"packs", std::move(names)},
                                         {"cases", cases},
                                         {"errors", count(found, Severity::error)},
                                         {"warnings", count(found, Severity::warning)},
                                         {"remarks", count(found, Severity::remark)},
                                         {"findings", std::move(findings)}});
}

}  // namespace

ExitCode catalogue_lint(const Asked& asked, World& world, const std::string& format) {
  const auto paths = pack_paths(words_behind(asked), world);
  if (!paths) {
    print_diagnostics(paths.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Sources sources;
  input::Diagnostics found;
  const auto loaded = load_pack_paths(paths.value(), asked.has("alone"), world, sources, found);
  auto read = catalogue::read_catalogue(loaded.packs);
  append(found, read.found);
  if (input::has_errors(found)) {  // Of a catalogue that is not sound nothing more can be said.
    print_diagnostics(found, sources, color_for_err(asked, world), world.err);
    return exit_code_of(found);
  }
  std::vector<catalogue::PackCase> read_cases;
  for (const auto& pack : paths.value()) load_cases(pack, world, sources, read_cases, found);
  auto linted = catalogue::lint(read.catalogue, read_cases);
  // Packs that are only there to be spoken of keep what is wrong with them to themselves.
  const auto is_asked = [&](const input::Diagnostic& one) {
    return std::any_of(paths.value().begin(), paths.value().end(), [&](const PackPath& pack) {
      const auto cases = pack.cases_name();
      return one.place.file.text().starts_with(cases.substr(0, cases.rfind('/') + 1));
    });
  };
  std::copy_if(linted.begin(), linted.end(), std::back_inserter(found), is_asked);
  const auto cases = read_cases.size();
  if (format == "json") {
    world.out << to_json(paths.value(), cases, found);
  } else {
    print_diagnostics(found, sources, color_for_out(asked, world), world.out);
    if (found.empty())
      world.out << paths.value().size() << (paths.value().size() == 1 ? " pack, " : " packs, ") << cases
                << (cases == 1 ? " case" : " cases") << ": nothing to mend\n";
  }
  return count(found, Severity::error) + count(found, Severity::warning) > 0 ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace assize::cli
