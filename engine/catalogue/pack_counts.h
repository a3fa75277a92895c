// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/catalogue/catalogue.h"

namespace assize::catalogue {

/// How many entries of each kind the pack has, by the name of its list in a content file, in the order of the format;
/// `effects`: what its controls do to threats. A fact counts once, however many subjects it is defined for.
std::vector<std::pair<std::string, std::size_t>> counts_of(const Catalogue& catalogue, const Pack& pack);

}  // namespace assize::catalogue
