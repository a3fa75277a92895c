// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"

namespace assize::render {

/// An `invalid-utf-8` error for each text of the document that is not UTF-8, naming the text.
input::Diagnostics find_invalid_text(const dossier::Document& document);

/// The tables of all sections, in reading order. They live as long as the document.
std::vector<const dossier::Table*> tables_of(const dossier::Document& document);

/// How a message names a cell; `row` counts from 0.
std::string name_of_cell(const dossier::Table& table, std::size_t row, std::size_t column);

/// The spans without their styles. The URL of a link that is not its own text follows in angle brackets, for formats
/// without links.
std::string plain_text(const dossier::Spans& spans);
/// Whether a link leads out of the document to where a reader may be sent: http, https, mailto.
bool is_web_link(std::string_view link);

}  // namespace assize::render
