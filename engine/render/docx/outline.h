// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render::docx {

/// What a document holds, read once before it is written, for what stands in front and for links that lead ahead.
struct Outline {
  struct Heading {
    int level = 1;  ///< 1 is outermost, 6 the deepest that Word has a style for.
    std::string text;
  };
  std::vector<Heading> headings;
  std::vector<std::string> tables, figures;  ///< Captions; the number is the index plus 1.
  /// Anchor -> the name of its bookmark: at most 40 ASCII letters, digits and `_`, beginning with a letter, no two
  /// alike when case is ignored, which is what Word asks for.
  std::map<std::string, std::string, std::less<>> bookmarks;
};
Outline outline_of(const dossier::Document& document);

/// Number and title as they stand in one line.
std::string heading_text(const dossier::Section& section);

/// Bookmarks that contents point at; they begin as Word's own do, so that Word hides them, and no anchor can be one.
std::string heading_bookmark(std::size_t index);
std::string table_bookmark(std::size_t index);
std::string figure_bookmark(std::size_t index);

}  // namespace assize::render::docx
