// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/text_width.h"

#include <algorithm>

#include "engine/render/code_points.h"

namespace assize::render::docx {
namespace {

constexpr double kEllipsis = 1.0;

double width_of(char32_t code) {
  constexpr std::u32string_view thin = U"ijl'|.,:;!", narrow = U" ft()[]/\\I-`\"·", wide = U"mwMW@%—…";
  if (code < 0x20 || (code >= 0x300 && code < 0x370)) return 0;  // Combining marks stand on a letter.
  if (thin.find(code) != thin.npos) return 0.25;
  if (narrow.find(code) != narrow.npos || code == 0xA0) return 0.31;
  if (wide.find(code) != wide.npos) return 0.86;
  if (code >= 'A' && code <= 'Z') return 0.67;
  if (code >= 0x1100 && code < 0xFB00 && !(code >= 0x1E00 && code < 0x2C00)) return 1.0;  // East Asian.
  if (code >= 0x1F000) return 1.0;
  return code < 0x80 ? 0.53 : 0.58;
}

template <class Take>
void each_code_point(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{0xFFFD, 1});
    if (!take(point.value, at)) return;
    at += point.bytes;
  }
}

}  // namespace

double width_in_ems(std::string_view text) {
  double longest = 0, width = 0;
  each_code_point(text, [&](char32_t code, std::size_t) {
    width = code == '\n' ? 0 : width + width_of(code);
    longest = std::max(longest, width);
    return true;
  });
  return longest;
}

double widest_word_in_ems(std::string_view text) {
  double widest = 0, width = 0;
  each_code_point(text, [&](char32_t code, std::size_t) {
    const double own = width_of(code);
    if (code == ' ' || code == '\n' || code == '\t') {
      width = 0;
    } else if (own >= 1.0) {  // East Asian text breaks at each character.
      width = own;
    } else {
      width += own;
    }
    widest = std::max(widest, width);
    if (code == '-') width = 0;
    return true;
  });
  return widest;
}

std::string shortened(std::string_view text, double ems) {
  if (width_in_ems(text) <= ems) return std::string(text);
  std::size_t kept = 0;
  double width = kEllipsis;
  each_code_point(text, [&](char32_t code, std::size_t at) {
    width += width_of(code);
    if (width <= ems) kept = at + decode(text, at).value_or(CodePoint{}).bytes;
    return width <= ems;
  });
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)).append("…");
}

}  // namespace assize::render::docx
