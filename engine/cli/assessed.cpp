// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/assessed.h"

#include "engine/cli/files.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/rerate.h"

namespace assize::cli {

std::vector<std::string> methods_of(const Asked& asked) {
  std::vector<std::string> names;
  for (const auto& list : asked.all("method"))
    for (auto& name : names_in(list)) names.push_back(std::move(name));
  return names;
}

std::unique_ptr<Assessed> assess_project(const std::string& folder, const Asked& asked, World& world,
                                         Progress& progress) {
  return assess_project(folder, methods_of(asked), asked, world, progress);
}

std::unique_ptr<Assessed> assess_project(const std::string& folder, const std::vector<std::string>& methods,
                                         const Asked& asked, World& world, Progress& progress) {
  auto made = std::make_unique<Assessed>();
  progress.step("reading");
  const auto color = color_for_err(asked, world);
  std::optional<input::Date> as_of;
  if (asked.has("as-of")) {
    as_of = input::parse_date(asked.get("as-of"));
    if (!as_of) {
      progress.finish();
      print_diagnostics({{input::Severity::error,
                          "bad-option",
                          "`--as-of` is `" + asked.get("as-of") + "`, which is no day",
                          {},
                          "write it as YYYY-MM-DD"}},
                        {}, color, world.err);
      made->exit = ExitCode::wrong_input;
      return made;
    }
  }
  made->loaded = load_project(folder, world);
  if (!made->loaded.project) {
    progress.finish();
    print_diagnostics(made->loaded.found, made->loaded.sources, color, world.err);
    made->exit = exit_code_of(made->loaded.found);
    return made;
  }
  for (auto& one : rerate(*made->loaded.project, methods)) made->loaded.found.push_back(std::move(one));
  if (input::has_errors(made->loaded.found)) {
    progress.finish();
    print_diagnostics(made->loaded.found, made->loaded.sources, color, world.err);
    made->exit = exit_code_of(made->loaded.found);
    return made;
  }
  if (!asked.has("quiet")) {
    print_diagnostics(made->loaded.found, made->loaded.sources, color, world.err);
    const auto& project = made->project();
    if (!is_rated_as_set(project)) {
      progress.finish();
      world.err << "rated by " << project.attack->id << " and " << project.hazard->id << ", where assize.yaml says "
                << project.settings.attack_method.value << " and " << project.settings.hazard_method.value << '\n';
    }
  }
  if (!as_of) as_of = made->project().settings.as_of;
  progress.step("assessing");
  made->assessment = assess(made->project(), as_of ? *as_of : world.today());
  return made;
}

ExitCode put(const std::string& file, const std::string& bytes, const Asked& asked, World& world) {
  if (file == "-") {
    world.out << bytes << std::flush;
    if (world.out) return ExitCode::done;
    print_diagnostics(
        {{input::Severity::error, "unwritable", "the answer cannot be written to standard output", {}, ""}}, {},
        color_for_err(asked, world), world.err);
    return ExitCode::machine_failed;
  }
  if (const auto failed = write_file(file, bytes); !failed.empty()) {
    print_diagnostics(failed, {}, color_for_err(asked, world), world.err);
    return exit_code_of(failed);
  }
  if (!asked.has("quiet")) world.err << "wrote " << file << " (" << bytes.size() << " bytes)\n";
  return ExitCode::done;
}

bool is_watched(const Asked& asked, const World& world) { return world.err_is_terminal && !asked.has("quiet"); }

}  // namespace assize::cli
