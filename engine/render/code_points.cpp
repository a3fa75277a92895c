// SPDX-License-Identifier: Apache-2.0
#include "engine/render/code_points.h"

namespace assize::render {

std::optional<CodePoint> decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const char32_t first = byte(at);
  if (first < 0x80) return CodePoint{first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + bytes > text.size()) return std::nullopt;
  char32_t value = first & (0xFFu >> (bytes + 1));
  for (std::size_t index = at + 1; index < at + bytes; ++index) {
    if ((byte(index) & 0xC0) != 0x80) return std::nullopt;
    value = (value << 6) | (byte(index) & 0x3Fu);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
  return CodePoint{value, bytes};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    if (!point) return false;
    at += point->bytes;
  }
  return true;
}

std::string repaired(std::string_view text) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    whole += point ? text.substr(at, point->bytes) : replacement_character;
    at += point ? point->bytes : 1;
  }
  return whole;
}

bool is_unprintable(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n' && value != '\r';
  return (value >= 0x7F && value <= 0x9F) || value == 0xFFFE || value == 0xFFFF;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2u : 1u;
  }
  return units;
}

std::string_view first_units(std::string_view text, std::size_t units) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = decode(text, at).value_or(CodePoint{}).bytes;
    used += bytes == 4 ? 2u : 1u;
    if (used > units) return text.substr(0, at);
    at += bytes;
  }
  return text;
}

}  // namespace assize::render
