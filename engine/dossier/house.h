// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/fields.h"
#include "engine/input/result.h"
#include "engine/input/source.h"

namespace assize::dossier {

/// A consultant's style file: how all documents of a house look, and which chapters of each it gives in which order.
struct House {
  HouseStyle style = {};  ///< Without the logo's bytes: who reads the file reads them too.
  input::Said<std::string> logo_file = {};
  std::string classification = {};  ///< In place of the project's; empty: that.
  std::optional<bool> cover = {}, contents = {}, lists = {}, identifiers = {};  ///< In place of the template's.
  std::map<std::string, std::vector<input::Said<std::string>>> chapters =
      {};  ///< By template: sections of the first level.
};

/// Errors are those of the schema `style`.
input::Result<House> read_house(const input::Source& source);

}  // namespace assize::dossier
