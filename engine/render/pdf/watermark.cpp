// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/render/pdf/front_matter.h"

namespace assize::render::pdf {
namespace {

constexpr double kLargest = 110, kSmallest = 26;
constexpr double kOfDiagonal = 0.78;
constexpr std::size_t kMostLength = 60;  // More would be in the way, and too small to say anything.

/// Draws the text through the middle of the page, rising to the right, below all that is there.
void draw_behind(Page& page, const TypeCase& type, const StyledText& text) {
  const Sheet& sheet = *page.sheet;
  const double diagonal = std::hypot(sheet.text_width(), sheet.text_height());
  const double rise = std::atan2(sheet.text_height(), sheet.text_width());
  const double size = std::clamp(kOfDiagonal * diagonal / std::max(0.01, type.width(text, 1)), kSmallest, kLargest);
  const double half = type.width(text, size) / 2, across = 0.357 * size;
  double x = (sheet.left + sheet.right) / 2 - half * std::cos(rise) + across * std::sin(rise);
  double y = (sheet.top + sheet.bottom) / 2 + half * std::sin(rise) + across * std::cos(rise);
  Page below;
  below.text_element = kRunningMatter;
  for (const Run& run : text.runs) {
    const Face& face = type.faces()[run.face];
    below.text(x, y, run.face, size * face.scale, run.colour,
               std::u16string_view(text.chars).substr(run.begin, run.end - run.begin));
    double width = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) width += face.metrics.advance[text.chars[i]];
    width *= size * face.scale / 1000;
    x += width * std::cos(rise);
    y -= width * std::sin(rise);
  }
  for (Item& item : below.items) {
    item.turn = static_cast<float>(rise * 180 / std::numbers::pi);
    item.begin += static_cast<std::uint32_t>(page.chars.size());
  }
  page.chars += below.chars;
  page.items.insert(page.items.begin(), below.items.begin(), below.items.end());
}

}  // namespace

void place_watermark(TypeCase& type, Draft& draft, const std::string& words) {
  if (words.empty()) return;
  StyledText text;
  type.append(text, words, Role::bold, ink::watermark);
  if (text.chars.size() > kMostLength) {
    cut(text, kMostLength);
    type.append_ellipsis(text);
    type.complain({input::Severity::warning, "text-cut", "the watermark is cut, it is too long for its place"});
  }
  for (Page& page : draft.pages) draw_behind(page, type, text);
  for (auto& box : draft.boxes) {
    box.first += text.runs.size();
    box.end += text.runs.size();
  }
}

}  // namespace assize::render::pdf
