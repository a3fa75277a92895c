// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "engine/cli/load_project.h"

namespace assize::cli {

/// A words file with every phrase that could not be said, each with its English in place of the translation. What
/// stands in the project's own files is its own words and left out.
std::string words_to_translate(const std::set<std::string>& untranslated, const Loaded& loaded,
                               const std::string& language);

}  // namespace assize::cli
