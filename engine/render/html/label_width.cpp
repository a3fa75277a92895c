// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/label_width.h"

#include <cstddef>

#include "engine/render/code_points.h"

namespace assize::render::html {
namespace {

/// Of one character. The steps are rough on purpose: no table fits every font.
double width_of(char32_t value) {
  const auto among = [&](std::string_view characters) {
    return value < 0x80 && characters.find(static_cast<char>(value)) != std::string_view::npos;
  };
  if (value >= 0x0300 && value <= 0x036F) return 0;  // Marks over the letter before.
  if (value >= 0x2E80) return value >= 0xFE00 && value <= 0xFE0F ? 0 : 1.05;
  if (among(" .,:;'|!ijl")) return 0.3;
  if (among("frt()[]{}/\\-`\"I")) return 0.42;
  if (among("mwMW@%")) return 0.92;
  if (value >= 'A' && value <= 'Z') return 0.7;
  return value < 0x80 ? 0.58 : 0.65;
}

constexpr double bold_factor = 1.07;

}  // namespace

double estimated_width(std::string_view text, bool bold) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    width += width_of(point.value);
    at += point.bytes;
  }
  return bold ? width * bold_factor : width;
}

std::string shortened(std::string_view text, bool bold, double most) {
  if (estimated_width(text, bold) <= most) return std::string(text);
  const double room = most - width_of(0x2026) - 0.35;
  double width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto point = decode(text, at).value_or(CodePoint{});
    width += width_of(point.value) * (bold ? bold_factor : 1);
    if (width > room) break;
    at += point.bytes;
  }
  return std::string(text.substr(0, at)) + "\xE2\x80\xA6";
}

}  // namespace assize::render::html
