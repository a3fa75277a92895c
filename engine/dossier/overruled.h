// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/analyse/risk.h"
#include "engine/catalogue/catalogue.h"
#include "engine/dossier/explain.h"

namespace assize::dossier {

/// The overrulings that a risk rests on: of its threat, of the method that rates it, of the controls that work on it.
std::vector<const catalogue::Overruling*> overrulings_behind(const analyse::Risk& risk,
                                                             const catalogue::Catalogue& catalogue);

/// What a pack set in place of what was there, each key with both values and where they stand.
Explanation explain_overruling(const catalogue::Overruling& overruling);
/// Those of an entry; of a control or requirement also the mappings at it that were withdrawn.
std::vector<Explanation> explain_overrulings(const catalogue::Catalogue& catalogue, std::string_view what,
                                             const std::string& id);
/// Below the catalogue's level of a factor: the level that stood there before, when a pack has overruled it.
std::vector<Explanation> explain_former_level(const catalogue::Catalogue& catalogue, const std::string& threat,
                                              const std::string& factor);

/// "acme: threat TAI-001 (rating.opportunity)", short enough for a cell.
std::string text_of(const catalogue::Overruling& overruling);

/// References with the titles that packs list for them, or nothing when there are none.
std::vector<Explanation> explain_references(const catalogue::Catalogue& catalogue,
                                            const std::vector<std::string>& references);

}  // namespace assize::dossier
