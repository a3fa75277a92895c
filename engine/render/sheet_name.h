// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace assize::render {

struct SheetName {
  std::string name;
  bool changed = false;  ///< Not the text that was asked for: cut, or with characters replaced or a number added.
};

/// A name for each wanted text, in order, as Excel allows: 1 to 31 UTF-16 code units, none of []:*?/\ and no control
/// characters, no apostrophe at an end, not "History", no two alike whatever their case. Takes valid UTF-8.
std::vector<SheetName> sheet_names(const std::vector<std::string>& wanted);

}  // namespace assize::render
