// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/sheet_name.h"
#include "engine/render/xlsx_about.h"

namespace assize::render {

/// `#ID` of something in the document -> its place as the library takes it, `internal:'Sheet'!B7`.
using Anchors = std::map<std::string, std::string>;

/// Whether a reader may write into some of its columns.
bool is_editable(const dossier::Table& table);
/// The row of the titles, from 0. What can be edited has a hidden row before it, with the ids of the columns: by these
/// `assize import` knows them, whatever the language of the titles and the order in which they stand.
std::size_t header_row(const dossier::Table& table);
/// Rows and columns count from 0.
std::string internal_link(const std::string& sheet, std::size_t row, std::size_t column);

/// Tables and their cells; sections, gap notes and figures on the sheet of texts; sections of tables alone at the first
/// of these. `names` are those of the sheets of `tables`, and that of the texts when there is such a sheet.
Anchors anchors_of(const dossier::Document& document, const std::vector<const dossier::Table*>& tables,
                   const About& about, const std::vector<SheetName>& names);

}  // namespace assize::render
