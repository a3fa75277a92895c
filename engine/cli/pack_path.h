// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/cli/load_project.h"

namespace assize::cli {

/// A pack as a command names it: one that comes with assize, or a folder anywhere.
struct PackPath {
  Settings::PackChoice choice;
  std::string folder;  ///< What `choice.path` is relative to; empty for a shipped pack.
  std::string id() const;
  /// The folder of its cases, and how places in it begin.
  std::string cases_folder(const World& world) const;
  std::string cases_name() const;
};

/// What the words name, or every shipped pack when there are none. Codes: `unknown-pack`, `duplicate-id`.
input::Result<std::vector<PackPath>> pack_paths(const std::vector<std::string>& words, const World& world);

/// The packs by path, and with them the shipped ones unless they are to stand `alone`.
LoadedPacks load_pack_paths(const std::vector<PackPath>& paths, bool alone, const World& world, Sources& sources,
                            input::Diagnostics& found);

}  // namespace assize::cli
