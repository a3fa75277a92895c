// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/dossier/document.h"

namespace assize::render {

/// A text as a spreadsheet may be given it.
struct NeutralText {
  std::string text;
  bool replaced = false;  ///< A control character became U+FFFD.
};

/// Spreadsheets read a cell that begins with = + - @ TAB or CR as a formula, also when it comes from a CSV file; a
/// leading apostrophe makes it text. Takes valid UTF-8. CSV and XLSX both use this, so that they agree.
NeutralText neutral_text(std::string_view text);
/// As neutral_text; but a cell that is a number and looks like one ("-3", "+0.5 %") keeps its sign, empty is "".
NeutralText neutral_cell(const dossier::Cell& cell);

}  // namespace assize::render
