// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "engine/cli/command.h"
#include "engine/cli/load_project.h"

namespace assize::cli {

/// The catalogue alone, of a project or as it comes with assize.
struct LoadedCatalogue {
  ExitCode exit = ExitCode::done;  ///< When not done, what is wrong has been said.
  catalogue::CatalogueRead read;
  Sources sources;
  std::set<std::string> own;  ///< pack.yaml of each pack that the project has by path, as places name it.
};

/// `project`: its folder; empty: the folder in which we are when it is a project, else what comes with assize. Of the
/// project only assize.yaml is read: a catalogue can be looked at before the description is sound.
LoadedCatalogue load_catalogue(const std::string& project, const Asked& asked, World& world);

}  // namespace assize::cli
