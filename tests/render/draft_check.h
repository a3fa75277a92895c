// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/render/pdf/lay_out.h"

/// Looks at pages before they are drawn: at the boxes that layout itself made, not at what another program finds.
namespace assize::render::pdf {

struct TextBox {
  float left, right, top, bottom, size;
  bool in_figure;
  std::string words;
};

inline std::string plain_words(std::u16string_view chars) {
  std::string words;
  for (const char16_t unit : chars) words += unit < 0x80 ? static_cast<char>(unit) : '?';
  return words;
}

inline TextBox box_of(const Item& item, const Page& page, const TypeCase& type, const Structure& structure) {
  const auto& metrics = type.faces()[item.face].metrics;
  auto chars = std::u16string_view(page.chars).substr(item.begin, item.count);
  while (!chars.empty() && chars.back() == u' ') chars.remove_suffix(1);  // It is not seen.
  double units = 0;
  for (const char16_t unit : chars) {
    units += metrics.advance[unit];
    if (!metrics.has(unit)) FAIL_CHECK("a character without a glyph in " << plain_words(chars));
  }
  const bool known = item.element > kWholeDocument && item.element < structure.elements().size();
  bool in_figure = false;
  for (ElementId at = known ? item.element : kArtifact; at > kWholeDocument; at = structure.elements()[at].parent)
    in_figure = in_figure || structure.elements()[at].tag == Tag::figure;
  const float width = static_cast<float>(units * item.size / 1000);
  return {item.x,    item.x + width, item.y - 0.72F * item.size, item.y + 0.12F * item.size,
          item.size, in_figure,      plain_words(chars)};
}

inline bool lies_on(const TextBox& a, const TextBox& b) {
  const float across = std::min(a.right, b.right) - std::max(a.left, b.left);
  const float down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return across > 0.4F && down > 0.3F * std::min(a.size, b.size);
}

/// No text over another, none outside the frame of its page; what runs at head and foot stays on the paper.
inline void check_page(const Page& page, std::size_t index, const TypeCase& type, const Structure& structure) {
  const Sheet& sheet = *page.sheet;
  std::vector<TextBox> boxes;
  CAPTURE(index + 1);
  for (const Item& item : page.items) {
    if (item.kind != Item::Kind::text || item.turn != 0) continue;
    TextBox box = box_of(item, page, type, structure);
    const bool runs = item.element == kRunningMatter;
    const bool inside = box.left >= sheet.left - 0.6 && box.right <= sheet.right + 0.6 &&
                        box.top >= (runs ? 12 : sheet.top - 60) &&
                        box.bottom <= (runs ? sheet.height - 12 : sheet.bottom + 2);
    if (!inside) FAIL_CHECK("page " << index + 1 << ": outside the frame: " << box.words);
    if (!box.words.empty()) boxes.push_back(std::move(box));
  }
  std::sort(boxes.begin(), boxes.end(), [](const TextBox& a, const TextBox& b) { return a.top < b.top; });
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < boxes[i].bottom; ++k)
      if (lies_on(boxes[i], boxes[k]) && !(boxes[i].in_figure && boxes[k].in_figure))  // Its maker places its labels.
        FAIL_CHECK("page " << index + 1 << ": `" << boxes[i].words << "` and `" << boxes[k].words
                           << "` lie on each other");
  for (const Item& item : page.items) {
    if (item.kind != Item::Kind::box && item.kind != Item::Kind::ellipse) continue;
    const bool inside = item.x >= sheet.left - 6 && item.x + item.width <= sheet.right + 6 && item.y >= 0 &&
                        item.y + item.height <= sheet.bottom + 6;
    if (!inside) FAIL_CHECK("page " << index + 1 << ": a shape leaves the frame");
  }
}

/// The text of each cell stands in the cell.
inline void check_cells(const Draft& draft, const TypeCase& type) {
  for (const auto& cell : draft.boxes) {
    const Page& page = draft.pages[cell.page];
    for (std::size_t i = cell.first; i < cell.end; ++i) {
      if (page.items[i].kind != Item::Kind::text) continue;
      const TextBox box = box_of(page.items[i], page, type, draft.structure);
      const bool inside = box.left >= cell.left - 0.1 && box.right <= cell.right + 0.1 && box.top >= cell.top - 0.1 &&
                          box.bottom <= cell.bottom + 0.1;
      if (!inside) FAIL_CHECK("page " << cell.page + 1 << ": a text leaves its cell: " << box.words);
    }
  }
}

inline void check_draft(const Draft& draft, const TypeCase& type) {
  for (std::size_t i = 0; i < draft.pages.size(); ++i) check_page(draft.pages[i], i, type, draft.structure);
  check_cells(draft, type);
  for (const auto& each : type.complaints()) FAIL_CHECK(each.code << ": " << each.message);
}

/// How much of the frame of each page is used from its top, from 0 to 1.
inline std::vector<double> fill_of(const Draft& draft) {
  std::vector<double> fills;
  for (const Page& page : draft.pages) {
    const Sheet& sheet = *page.sheet;
    double lowest = sheet.top;
    for (const Item& item : page.items)
      if (item.kind == Item::Kind::text && item.turn == 0 && item.element != kRunningMatter)
        lowest = std::max(lowest, double{item.y});
    fills.push_back((lowest - sheet.top) / sheet.text_height());
  }
  return fills;
}

}  // namespace assize::render::pdf
