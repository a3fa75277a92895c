// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/pack_choice.h"

namespace assize::catalogue {

std::vector<PackChoice> read_pack_choices(const input::Tree& settings) {
  std::vector<PackChoice> choices;
  for (const auto* item : input::items_at(settings, "catalogues"))
    choices.push_back({.pack = input::text_at(*item, "pack"),
                       .path = input::text_at(*item, "path"),
                       .version = input::text_at(*item, "version"),
                       .sha256 = input::said_at(*item, "sha256"),
                       .place = item->place});
  return choices;
}

input::Diagnostics check_pack_choices(const std::vector<PackChoice>& choices, const std::vector<Pack>& packs) {
  using input::Severity;
  input::Diagnostics found;
  for (const auto& choice : choices)
    for (const auto& pack : packs) {
      if (choice.path.empty() ? choice.pack != pack.id : choice.path + "/pack.yaml" != pack.place.file.text()) continue;
      if (!choice.version.empty() && choice.version != pack.version)
        found.push_back(
            {Severity::error, "pack-version",
             "pack `" + pack.id + "` is version " + pack.version + ", but the project was made with " + choice.version,
             choice.place, "look at what changed between the two, then write the new version here"});
      const auto& digest = choice.sha256.value;
      if (!digest.empty() && !pack.digest.empty() && digest != pack.digest)
        found.push_back({Severity::error, "pack-digest",
                         "the files of pack `" + pack.id + "` are not those that the project was made with",
                         choice.sha256.place,
                         "look at what changed in it; if it may differ, write `sha256: " + pack.digest + "`"});
    }
  return found;
}

}  // namespace assize::catalogue
