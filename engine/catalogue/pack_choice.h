// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/input/fields.h"

namespace assize::catalogue {

/// A pack that a project works with, as assize.yaml names it.
struct PackChoice {
  std::string pack, path;                ///< One of the two; neither: all shipped packs that are not listed beside it.
  std::string version;                   ///< Empty: any.
  input::Said<std::string> sha256 = {};  ///< Digest over its files; empty: any.
  input::Place place = {};
};

/// `catalogues:` of a project.
std::vector<PackChoice> read_pack_choices(const input::Tree& settings);

/// Holds what a project says of its packs against the packs: `pack-version`, `pack-digest`.
input::Diagnostics check_pack_choices(const std::vector<PackChoice>& choices, const std::vector<Pack>& packs);

}  // namespace assize::catalogue
