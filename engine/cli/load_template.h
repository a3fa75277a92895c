// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cli/command.h"
#include "engine/cli/sources.h"
#include "engine/cli/world.h"
#include "engine/dossier/compose.h"
#include "engine/project.h"

namespace assize::cli {

/// A template by its name among those that come with assize, or by the path of its folder (a name with `/`, or `.`).
struct LoadedTemplate {
  dossier::TemplateText text;
  std::string folder;  ///< Where it lies on the disk.
};
/// Besides faults of reading files: `unknown-template`.
input::Result<LoadedTemplate> load_template(const std::string& name, const World& world, Sources& sources);
/// The names of those that come with assize.
std::vector<std::string> template_names(const World& world);

/// Ids of the languages, English first: `en, de, fr`.
std::string list_languages(const World& world);

/// The words of a language: those beside the template first, then those that all templates share. English has none.
/// Code `unknown-language`, with those that there are. `folder`: the template's, empty for documents without one.
input::Result<dossier::Words> load_words(const std::string& language, const std::string& folder, const World& world,
                                         Sources& sources);

/// The words of the language of --language, else of the project; nothing for English.
input::Result<std::optional<dossier::Words>> words_asked_for(const Asked& asked, const Project& project,
                                                             const World& world);
/// A document that was composed in English, said in these words. CSV stays as it is: other programs read it.
dossier::Document said_in(const std::optional<dossier::Words>& words, dossier::Document document,
                          const std::string& format);

/// A style file and its logo. Besides faults of reading: those of the schema, `bad-logo`.
input::Result<dossier::House> load_house(const std::string& file, Sources& sources);

}  // namespace assize::cli
