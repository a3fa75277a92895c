// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/cli/sources.h"
#include "engine/cli/world.h"
#include "engine/input/source.h"
#include "engine/project.h"

namespace assize::cli {

/// A project as read from a folder: the value, or all that is wrong; and the texts that messages quote.
struct Loaded {
  std::optional<Project> project;
  input::Diagnostics found;
  Sources sources;
  /// Every file that was read and its digest, named as in places: what an assessment was made from.
  std::vector<std::pair<std::string, std::string>> digests;
  std::map<std::string, std::string> texts;  ///< Of the project's own files, for the store.
};
Loaded load_project(const std::string& folder, const World& world);

/// Only what assize.yaml of the project says of packs. `folder` empty: that in which we are, if it has an assize.yaml.
std::vector<Settings::PackChoice> load_pack_choices(const std::string& folder, const World& world, Sources& sources,
                                                    input::Diagnostics& found);

/// The packs that come with assize, those a project names, or those named.
struct LoadedPacks {
  std::vector<catalogue::PackText> packs;
  std::map<std::string, std::string> digests;  ///< By pack id.
  bool are_whole = true;                       ///< False: something of them could not be read, and a complaint says so.
};
LoadedPacks load_packs(const std::vector<Settings::PackChoice>& choices, const std::string& project_folder,
                       const World& world, Sources& sources, input::Diagnostics& found,
                       std::vector<std::pair<std::string, std::string>>& digests);

}  // namespace assize::cli
