// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/pack_path.h"

#include <algorithm>
#include <filesystem>

#include "engine/cli/files.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Diagnostics;
using input::Severity;

/// The folder apart from what it lies in; what has no name of its own (`.`, `..`) by its whole path.
std::pair<fs::path, fs::path> split(const std::string& word) {
  auto path = fs::path(word).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  if (path.empty() || path.filename() == "." || path.filename() == "..") {
    std::error_code failed;
    path = fs::canonical(path.empty() ? fs::path(".") : path, failed);
  }
  return {path.parent_path(), path.filename()};
}

}  // namespace

std::string PackPath::id() const { return choice.path.empty() ? choice.pack : choice.path; }

std::string PackPath::cases_folder(const World& world) const {
  const auto pack =
      choice.path.empty() ? fs::path(world.data_folder) / "catalogues" / choice.pack : fs::path(folder) / choice.path;
  return (pack / "cases").string();
}

std::string PackPath::cases_name() const {
  return (choice.path.empty() ? "catalogues/" + choice.pack : choice.path) + "/cases";
}

input::Result<std::vector<PackPath>> pack_paths(const std::vector<std::string>& words, const World& world) {
  const auto shipped = list_folders(fs::path(world.data_folder) / "catalogues", "pack.yaml");
  std::vector<PackPath> paths;
  Diagnostics found;
  const auto add = [&](PackPath path, const std::string& word) {
    if (std::any_of(paths.begin(), paths.end(), [&](const PackPath& one) {
          return one.folder == path.folder && one.choice.pack == path.choice.pack &&
                 one.choice.path == path.choice.path;
        }))
      found.push_back({Severity::error, "duplicate-id", "pack `" + word + "` is named twice", {}, "name it once"});
    else
      paths.push_back(std::move(path));
  };
  for (const auto& word : words) {
    if (std::find(shipped.begin(), shipped.end(), word) != shipped.end()) {
      add({.choice = {.pack = word, .path = {}, .version = {}}, .folder = {}}, word);
      continue;
    }
    std::error_code failed;
    if (fs::exists(fs::path(word) / "pack.yaml", failed)) {
      const auto [folder, name] = split(word);
      add({.choice = {.pack = {}, .path = name.string(), .version = {}}, .folder = folder.string()}, word);
      continue;
    }
    found.push_back({Severity::error,
                     "unknown-pack",
                     "`" + word + "` is neither a pack that comes with assize nor a folder with a pack.yaml",
                     {},
                     input::did_you_mean(word, shipped)});
  }
  if (words.empty())
    for (const auto& name : shipped) add({.choice = {.pack = name, .path = {}, .version = {}}, .folder = {}}, name);
  if (input::has_errors(found)) return found;
  return paths;
}

LoadedPacks load_pack_paths(const std::vector<PackPath>& paths, bool alone, const World& world, Sources& sources,
                            Diagnostics& found) {
  std::vector<std::pair<std::string, std::string>> digests;
  LoadedPacks all;
  const auto add = [&](const std::vector<Settings::PackChoice>& choices, const std::string& folder) {
    auto loaded = load_packs(choices, folder, world, sources, found, digests);
    std::move(loaded.packs.begin(), loaded.packs.end(), std::back_inserter(all.packs));
    all.digests.insert(loaded.digests.begin(), loaded.digests.end());
    all.are_whole = all.are_whole && loaded.are_whole;
  };
  if (!alone) add({}, "");
  for (const auto& path : paths)
    if (!path.choice.path.empty() || alone) add({path.choice}, path.folder);
  return all;
}

}  // namespace assize::cli
