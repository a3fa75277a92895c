// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/load_project.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/cli/files.h"
#include "engine/evidence/digest.h"
#include "engine/evidence/read_evidence.h"
#include "engine/input/limits.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Diagnostics;
using input::Severity;

constexpr std::size_t evidence_limit = 512u << 20;

void append(Diagnostics& found, const Diagnostics& more) { found.insert(found.end(), more.begin(), more.end()); }

class Loader {
 public:
  Loader(std::string folder, const World& world) : folder_(std::move(folder)), world_(world) {}

  Loaded load() {
    if (!is_folder()) return std::move(loaded_);
    ProjectText text;
    text.settings = one_of("assize");
    text.system = one_of("system");
    text.implementations = one_of("implementations");
    text.evidence = one_of("evidence");
    text.treatments = one_of("treatments");
    text.review = one_of("review");
    for (const auto& name : list_files(fs::path(folder_) / "narrative", ".md"))
      if (auto source = read("narrative/" + name)) text.narratives.push_back(std::move(*source));
    if (!text.settings && !text.system)
      loaded_.found.push_back({Severity::error,
                               "no-project",
                               "`" + folder_ + "` has neither assize.yaml nor system.yaml",
                               {},
                               "`assize init FOLDER --example triage-assist` makes a project to start from"});
    if (input::has_errors(loaded_.found)) return std::move(loaded_);
    std::vector<Settings::PackChoice> choices;
    if (text.settings)
      if (const auto settings = read_settings(*text.settings)) choices = settings.value().catalogues;
    auto packs = load_packs(choices, folder_, world_, loaded_.sources, loaded_.found, loaded_.digests);
    text.packs = std::move(packs.packs);
    text.pack_digests = std::move(packs.digests);
    text.packs_are_whole = packs.are_whole;
    if (text.evidence) digest_evidence(*text.evidence, text);
    auto project = read_project(text);
    append(loaded_.found, project.diagnostics());
    if (project && !input::has_errors(loaded_.found)) loaded_.project = std::move(project).value();
    return std::move(loaded_);
  }

  /// Settings alone.
  Loaded load_settings(std::vector<Settings::PackChoice>& choices) {
    if (!is_folder()) return std::move(loaded_);
    if (const auto source = one_of("assize")) {
      const auto settings = read_settings(*source);
      append(loaded_.found, settings.diagnostics());
      if (settings) choices = settings.value().catalogues;
    }
    return std::move(loaded_);
  }

 private:
  bool is_folder() {
    std::error_code failed;
    if (fs::is_directory(folder_, failed)) return true;
    loaded_.found.push_back({Severity::error,
                             "no-project",
                             "`" + folder_ + "` is not a folder",
                             {},
                             "name the folder that holds assize.yaml"});
    return false;
  }

  std::optional<input::Source> read(const std::string& name) {
    auto bytes = read_file(folder_, name, Links::refuse, input::Limits{}.file_bytes);
    loaded_.sources.files[name] = {(fs::path(folder_) / name).string(), bytes ? bytes.value() : std::string()};
    if (!bytes) {
      append(loaded_.found, bytes.diagnostics());
      return std::nullopt;
    }
    loaded_.digests.emplace_back(name, evidence::sha256(bytes.value()));
    loaded_.texts[name] = bytes.value();
    return input::Source{input::FileName(name), std::move(bytes).value()};
  }

  /// NAME.yaml or NAME.json; both is a question that nobody should have to ask.
  std::optional<input::Source> one_of(const std::string& stem) {
    std::vector<std::string> there;
    for (const auto* ending : {".yaml", ".yml", ".json"}) {
      std::error_code failed;
      if (fs::symlink_status(fs::path(folder_) / (stem + ending), failed).type() != fs::file_type::not_found)
        there.push_back(stem + ending);
    }
    if (there.size() > 1) {
      loaded_.found.push_back({Severity::error,
                               "two-files",
                               "there are both `" + there[0] + "` and `" + there[1] + "`",
                               {input::FileName(there[1])},
                               "keep one of them"});
      loaded_.sources.files[there[1]] = {(fs::path(folder_) / there[1]).string(), {}};
    }
    if (there.empty()) return std::nullopt;
    return read(there.front());
  }

  void digest_evidence(const input::Source& source, ProjectText& text) {
    for (const auto& file : evidence_files(source)) {
      if (evidence::leaves_project(file) || text.evidence_digests.contains(file))
        continue;  // read_evidence complains of the former.
      auto bytes = read_file(folder_, file, Links::refuse, evidence_limit);
      if (bytes) {
        const auto digest = evidence::sha256(bytes.value());
        text.evidence_digests[file] = digest;
        loaded_.digests.emplace_back(file, digest);
      } else if (bytes.diagnostics().front().code != "missing-file") {
        append(loaded_.found, bytes.diagnostics());
        loaded_.sources.files.try_emplace(file, Sources::Entry{(fs::path(folder_) / file).string(), {}});
        text.evidence_digests[file] = "";
      }
    }
  }

  std::string folder_;
  const World& world_;
  Loaded loaded_;
};

/// No choice means all shipped packs; so does `{shipped: all}`, but for those that are listed as well.
std::vector<Settings::PackChoice> expand(const std::vector<Settings::PackChoice>& choices,
                                         const std::vector<std::string>& shipped) {
  std::vector<Settings::PackChoice> wanted;
  bool is_expanded = false;
  const auto add_shipped = [&](const input::Place& place) {
    if (std::exchange(is_expanded, true)) return;
    for (const auto& name : shipped)
      if (std::none_of(choices.begin(), choices.end(), [&](const auto& choice) { return choice.pack == name; }))
        wanted.push_back({.pack = name, .path = {}, .version = {}, .place = place});
  };
  if (choices.empty()) add_shipped({});
  for (const auto& choice : choices)
    if (choice.pack.empty() && choice.path.empty())
      add_shipped(choice.place);
    else
      wanted.push_back(choice);
  return wanted;
}

}  // namespace

LoadedPacks load_packs(const std::vector<Settings::PackChoice>& choices, const std::string& project_folder,
                       const World& world, Sources& sources, Diagnostics& found,
                       std::vector<std::pair<std::string, std::string>>& digests) {
  const fs::path shipped = fs::path(world.data_folder) / "catalogues";
  const auto names = list_folders(shipped, "pack.yaml");
  const auto wanted = expand(choices, names);
  LoadedPacks loaded;
  std::map<std::pair<std::string, std::string>, input::Place> first;
  for (const auto& choice : wanted) {
    const auto [at, fresh] = first.emplace(std::pair(choice.pack, choice.path), choice.place);
    if (!fresh) {
      found.push_back({Severity::error, "duplicate-id", "pack `" + choice.pack + choice.path + "` is listed twice",
                       choice.place, "the first is at " + to_text(at->second) + ": remove one"});
      continue;
    }
    fs::path root = shipped, folder = choice.pack;
    std::string name = "catalogues/" + choice.pack;
    const auto links = choice.path.empty() ? Links::follow : Links::refuse;
    if (!choice.path.empty()) {
      if (evidence::leaves_project(choice.path)) {
        found.push_back({Severity::error, "path-outside", "pack `" + choice.path + "` lies outside the project",
                         choice.place, "copy it into the project"});
        loaded.are_whole = false;
        continue;
      }
      root = project_folder;
      folder = choice.path;
      name = choice.path;
    } else if (std::find(names.begin(), names.end(), choice.pack) == names.end()) {
      found.push_back({Severity::error, "unknown-pack", "`" + choice.pack + "` is no pack that comes with assize",
                       choice.place, input::suggest(choice.pack, names)});
      loaded.are_whole = false;
      continue;
    }
    std::string all;
    const auto read = [&](const std::string& file) -> std::optional<input::Source> {
      auto bytes = read_file(root, folder / file, links, input::Limits{}.file_bytes);
      const auto place = name + "/" + file;
      if (!bytes) {
        append(found, bytes.diagnostics());
        sources.files.try_emplace((folder / file).string(), Sources::Entry{(root / folder / file).string(), {}});
        loaded.are_whole = false;
        return std::nullopt;
      }
      const auto digest = evidence::sha256(bytes.value());
      all += digest + "  " + file + "\n";
      digests.emplace_back(place, digest);
      sources.files[place] = {(root / folder / file).string(), bytes.value()};
      return input::Source{input::FileName(place), std::move(bytes).value()};
    };
    auto pack = read("pack.yaml");
    if (!pack) continue;
    catalogue::PackText text{std::move(*pack), {}};
    if (const auto head = catalogue::read_pack(text.pack)) {
      for (const auto& file : head.value().files)
        if (auto source = read(file)) text.files.push_back(std::move(*source));
      loaded.digests[head.value().id] = evidence::sha256(all);
    }
    loaded.packs.push_back(std::move(text));
  }
  return loaded;
}

std::vector<Settings::PackChoice> load_pack_choices(const std::string& folder, const World& world, Sources& sources,
                                                    Diagnostics& found) {
  std::vector<Settings::PackChoice> choices;
  auto loaded = Loader(folder.empty() ? "." : folder, world).load_settings(choices);
  sources.files.merge(loaded.sources.files);
  append(found, loaded.found);
  return choices;
}

Loaded load_project(const std::string& folder, const World& world) { return Loader(folder, world).load(); }

}  // namespace assize::cli
