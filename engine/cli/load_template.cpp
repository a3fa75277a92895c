// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/load_template.h"

#include <algorithm>
#include <filesystem>

#include "engine/cli/files.h"
#include "engine/dossier/speaker.h"
#include "engine/input/limits.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Diagnostics;
using input::Severity;

/// Reads files and remembers them under the names that messages show.
class Reader {
 public:
  explicit Reader(Sources& sources) : sources_(sources) {}

  input::Source read(const fs::path& folder, const std::string& file, const std::string& shown) {
    auto bytes = read_file(folder, file, Links::follow, input::Limits{}.file_bytes);
    if (!bytes) found.insert(found.end(), bytes.diagnostics().begin(), bytes.diagnostics().end());
    sources_.files[shown] = {(folder / file).string(), bytes ? std::move(bytes).value() : std::string()};
    return {input::FileName(shown), sources_.files[shown].text};
  }

  Diagnostics found;

 private:
  Sources& sources_;
};

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& one : names) list += (list.empty() ? "" : ", ") + one;
  return list;
}

input::Result<LoadedTemplate> load_from(const fs::path& folder, const std::string& shown, Sources& sources) {
  Reader reader(sources);
  LoadedTemplate loaded{{reader.read(folder, "template.yaml", shown + "template.yaml"), {}}, folder.string()};
  for (const auto& file : list_files(folder, ".md"))
    loaded.text.prose.push_back(reader.read(folder, file, shown + file));
  if (input::has_errors(reader.found)) return reader.found;
  return loaded;
}

/// A path as messages show it, with a slash at its end.
std::string with_slash(const std::string& path) { return path.ends_with('/') ? path : path + "/"; }

fs::path templates_of(const World& world) { return fs::path(world.data_folder) / "templates"; }

std::vector<std::string> languages_of(const World& world) {
  std::vector<std::string> languages{"en"};
  for (auto& one : list_folders(templates_of(world) / "languages", "language.yaml"))
    languages.push_back(std::move(one));
  return languages;
}

}  // namespace

std::vector<std::string> template_names(const World& world) {
  return list_folders(templates_of(world), "template.yaml");
}

input::Result<LoadedTemplate> load_template(const std::string& name, const World& world, Sources& sources) {
  if (name.find('/') != name.npos || name == "." || name == "..") return load_from(name, with_slash(name), sources);
  const auto names = template_names(world);
  if (std::find(names.begin(), names.end(), name) != names.end())
    return load_from(templates_of(world) / name, "templates/" + name + "/", sources);
  auto near = input::did_you_mean(name, names);
  return Diagnostics{{Severity::error,
                      "unknown-template",
                      "`" + name + "` is no template",
                      {},
                      (near.empty() ? "" : near + " ") + "there are: " + listed(names) +
                          "; one of your own is named by its folder, ./" + name}};
}

std::string list_languages(const World& world) { return listed(languages_of(world)); }

input::Result<dossier::Words> load_words(const std::string& language, const std::string& folder, const World& world,
                                         Sources& sources) {
  const auto languages = languages_of(world);
  if (std::find(languages.begin(), languages.end(), language) == languages.end())
    return Diagnostics{{Severity::error,
                        "unknown-language",
                        "there are no words in language `" + language + "`",
                        {},
                        "there are: " + listed(languages)}};
  Reader reader(sources);
  std::vector<input::Source> files;
  const auto own = "words." + language + ".yaml";
  if (!folder.empty() && fs::exists(fs::path(folder) / own)) {
    const auto name = fs::path(folder).filename().string();
    files.push_back(reader.read(folder, own, (name.empty() ? "" : name + "/") + own));
  }
  const auto shared = templates_of(world) / "languages" / language;
  for (const auto& file : list_files(shared, ".yaml"))
    files.push_back(reader.read(shared, file, "templates/languages/" + language + "/" + file));
  if (input::has_errors(reader.found)) return reader.found;
  return dossier::Words::read(language, files);
}

input::Result<std::optional<dossier::Words>> words_asked_for(const Asked& asked, const Project& project,
                                                             const World& world) {
  const auto language = asked.get("language", project.settings.language);
  if (language == "en") return std::optional<dossier::Words>();
  Sources sources;
  auto words = load_words(language, "", world, sources);
  if (!words) return words.diagnostics();
  return std::optional<dossier::Words>(std::move(words).value());
}

dossier::Document said_in(const std::optional<dossier::Words>& words, dossier::Document document,
                          const std::string& format) {
  if (words && format != "csv") dossier::Speaker(&*words).say(document);
  return document;
}

input::Result<dossier::House> load_house(const std::string& file, Sources& sources) {
  const fs::path path(file);
  Reader reader(sources);
  const auto source = reader.read(path.parent_path(), path.filename().string(), file);
  if (input::has_errors(reader.found)) return reader.found;
  auto house = dossier::read_house(source);
  if (!house) return house.diagnostics();
  auto read = std::move(house).value();
  const auto& logo = read.logo_file;
  if (logo.value.empty()) return read;
  constexpr std::size_t limit = 4u << 20;
  auto bytes = read_file(path.parent_path(), logo.value, Links::refuse, limit);
  if (!bytes) {
    auto faults = bytes.diagnostics();
    for (auto& fault : faults) fault.place = logo.place;
    return faults;
  }
  if (!bytes.value().starts_with("\x89PNG\r\n\x1a\n"))
    return Diagnostics{
        {Severity::error, "bad-logo", "`" + logo.value + "` is no PNG picture", logo.place, "save the logo as PNG"}};
  read.style.logo = std::move(bytes).value();
  return read;
}

}  // namespace assize::cli
