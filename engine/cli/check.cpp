// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/assessed.h"
#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

dossier::Record record_of(const input::Diagnostic& one) {
  return dossier::Record::Map{{"severity", one.severity == input::Severity::error ? "error" : "warning"},
                              {"code", one.code},
                              {"message", one.message},
                              {"place", dossier::place_record(one.place)},
                              {"help", one.help.empty() ? dossier::Record() : dossier::Record(one.help)}};
}

ExitCode check(const Asked& asked, World& world) {
  const auto format = format_of(asked, {"text", "json"}, "text");
  if (!format) {
    print_diagnostics(format.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const auto folder = asked.words.empty() ? std::string(".") : asked.words.front();
  const auto loaded = load_project(folder, world);
  if (format.value() == "json") {
    dossier::Record::List list;
    for (const auto& one : loaded.found) list.push_back(record_of(one));
    world.out << render::render_json(
        dossier::Record::Map{{"format", "assize/diagnostics/1"}, {"diagnostics", std::move(list)}});
  } else {
    print_diagnostics(loaded.found, loaded.sources, color_for_err(asked, world), world.err);
  }
  if (!loaded.project) return exit_code_of(loaded.found);
  const auto& project = *loaded.project;
  if (format.value() == "text")
    world.out << project.system.name << " " << project.system.version << ": " << project.system.elements.size()
              << " elements, " << project.system.flows.size() << " flows, " << project.implementations.size()
              << " implementations, " << project.evidence.size() << " pieces of evidence; "
              << project.catalogue.threats.size() << " threats, " << project.catalogue.controls.size() << " controls, "
              << project.catalogue.requirements.size() << " requirements in " << project.catalogue.packs.size()
              << " packs. All sound.\n";
  return ExitCode::done;
}

}  // namespace

const Command check_command{"check",
                            "Reads a project and its catalogues and reports everything that is wrong, with its place.",
                            "[PROJECT] [options]",
                            0,
                            1,
                            {{"format", 0, "FORMAT", "text (default) or json."}},
                            plain_exits,
                            check};

}  // namespace assize::cli
