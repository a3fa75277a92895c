// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/render/pdf/page.h"
#include "engine/render/pdf/structure.h"

namespace assize::render::pdf {

/// A spot in the document that links lead to.
struct Spot {
  std::uint32_t page = 0;  ///< Counts from 0, in Draft::pages.
  float y = 0;             ///< Points from the top of that page.
};

/// All that layout makes: pages, and what the contents, the outline and the links need to know about them.
struct Draft {
  struct Anchor {
    std::string name;
    Spot spot;
    bool indexed = false;  ///< Of a cell or a gap note: it stands in the index of identifiers.
  };
  struct Heading {
    int level = 1;  ///< 1 is outermost.
    std::string number, title;
    Spot spot;
  };
  struct Caption {  ///< Of a table or figure; its number is its index plus 1.
    std::string text;
    Spot spot;
  };

  /// What a cell of a row may fill, and the items of its page that are its text: kept only when asked for.
  struct CellBox {
    std::uint32_t page = 0;
    float left = 0, right = 0, top = 0, bottom = 0;
    std::size_t first = 0, end = 0;
  };

  std::vector<Page> pages;
  std::vector<Anchor> anchors;  ///< In the order of the document; of two with one name the first counts.
  std::vector<Heading> headings;
  std::vector<Caption> tables, figures;
  struct Note {
    std::string text;
    ElementId element = kArtifact;
  };
  std::vector<Note> notes;           ///< Footnotes; the number of one is its index plus `notes_before` plus 1.
  std::size_t notes_before = 0;      ///< Those of the part of the document that stands before this draft.
  std::vector<std::string> targets;  ///< `#ANCHOR` or URL, each once.
  Structure structure;
  bool keeps_boxes = false;
  std::vector<CellBox> boxes;

  /// The index of `link` in `targets`, which gets it when it is new.
  std::int32_t target(std::string_view link);

 private:
  std::map<std::string, std::int32_t, std::less<>> index_of_target_;
};

/// Names of anchors that layout makes itself; no text of a user can spell them.
std::string heading_anchor(std::size_t index);
std::string table_anchor(std::size_t index);
std::string figure_anchor(std::size_t index);
std::string note_anchor(std::size_t number);  ///< Of the note at the foot.
std::string mark_anchor(std::size_t number);  ///< Of its mark in the text.

}  // namespace assize::render::pdf
