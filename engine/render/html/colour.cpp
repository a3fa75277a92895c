// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/colour.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace assize::render::html {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// WCAG 2.2, definition of relative luminance.
double luminance(const Colour& colour) {
  constexpr double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = colour[i] / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

}  // namespace

std::optional<Colour> read_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  Colour colour{};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = digit(text[1 + 2 * i]), low = digit(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    colour[i] = high * 16 + low;
  }
  return colour;
}

std::string to_text(const Colour& colour) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string text = "#";
  for (const int part : colour) text += {hex[part / 16], hex[part % 16]};
  return text;
}

double contrast(const Colour& one, const Colour& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colour readable_on(const Colour& ground, Colour colour) {
  const int end = luminance(ground) > 0.18 ? 0 : 255;  // At 0.18, black and white are read equally well.
  while (contrast(ground, colour) < 4.5 && colour != Colour{end, end, end})
    for (int& part : colour) part += (end - part) / 16 + (end > part) - (end < part);
  return colour;
}

}  // namespace assize::render::html
