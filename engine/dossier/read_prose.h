// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::dossier {

/// CommonMark with tables, as blocks. Raw HTML is text like any other; headings become bold paragraphs; a link is kept
/// when it leads to the web, to mail or into the document; a picture leaves its text. `id` begins the ids of tables.
std::vector<Block> read_prose(std::string_view markdown, const std::string& id);

}  // namespace assize::dossier
