// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "engine/assessment.h"
#include "engine/cli/command.h"
#include "engine/cli/load_project.h"
#include "engine/cli/progress.h"

namespace assize::cli {

/// A project, read and assessed for a command; complaints are printed. Without an assessment, `exit` says why.
struct Assessed {
  Loaded loaded;
  std::optional<Assessment> assessment;
  ExitCode exit = ExitCode::done;
  const Project& project() const { return *loaded.project; }
};
/// On --as-of, else the project's `as-of`, else today; by the methods of --method, else those of assize.yaml.
std::unique_ptr<Assessed> assess_project(const std::string& folder, const Asked& asked, World& world,
                                         Progress& progress);
/// The same by the methods named, whatever --method says; none: those of assize.yaml.
std::unique_ptr<Assessed> assess_project(const std::string& folder, const std::vector<std::string>& methods,
                                         const Asked& asked, World& world, Progress& progress);
/// What --method names, at commas: `tvra-legacy,hazard` or the option twice.
std::vector<std::string> methods_of(const Asked& asked);

/// Writes to the file, or to stdout for `-`. Says so on stderr unless --quiet.
ExitCode put(const std::string& file, const std::string& bytes, const Asked& asked, World& world);

/// A bar, when a person watches and nobody asked for quiet.
bool is_watched(const Asked& asked, const World& world);

}  // namespace assize::cli
