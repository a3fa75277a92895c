// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/loaded_catalogue.h"

#include "engine/cli/print_diagnostics.h"

namespace assize::cli {

LoadedCatalogue load_catalogue(const std::string& project, const Asked& asked, World& world) {
  LoadedCatalogue loaded;
  input::Diagnostics found;
  std::vector<std::pair<std::string, std::string>> digests;
  const auto choices = load_pack_choices(project, world, loaded.sources, found);
  if (!input::has_errors(found)) {
    for (const auto& choice : choices)
      if (!choice.path.empty()) loaded.own.insert(choice.path + "/pack.yaml");
    const auto packs = load_packs(choices, project.empty() ? "." : project, world, loaded.sources, found, digests);
    loaded.read = catalogue::read_catalogue(packs.packs);
    for (auto& pack : loaded.read.catalogue.packs)
      if (const auto digest = packs.digests.find(pack.id); digest != packs.digests.end()) pack.digest = digest->second;
    found.insert(found.end(), loaded.read.found.begin(), loaded.read.found.end());
  }
  print_diagnostics(found, loaded.sources, color_for_err(asked, world), world.err);
  if (input::has_errors(found)) loaded.exit = exit_code_of(found);
  return loaded;
}

}  // namespace assize::cli
