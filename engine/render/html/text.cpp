// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/text.h"

#include <algorithm>

#include "engine/render/code_points.h"

namespace assize::render::html {
namespace {

bool turns_direction(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

bool is_right_to_left(char32_t value) {
  return (value >= 0x0590 && value <= 0x08FF) || (value >= 0xFB1D && value <= 0xFDFF) ||
         (value >= 0xFE70 && value <= 0xFEFC) || (value >= 0x10800 && value <= 0x10FFF) ||
         (value >= 0x1E800 && value <= 0x1EFFF);
}

/// `line_end` stands for each LF, CR or CRLF.
void append_escaped(std::string& page, std::string_view text, std::string_view line_end) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    if (point.value == '&')
      page += "&amp;";
    else if (point.value == '<')
      page += "&lt;";
    else if (point.value == '>')
      page += "&gt;";
    else if (point.value == '"')
      page += "&quot;";
    else if (point.value == '\n' || (point.value == '\r' && text.substr(at, 2) != "\r\n"))
      page += line_end;
    else if (is_unprintable(point.value) || turns_direction(point.value))
      page += replacement_character;
    else if (point.value != '\r')
      page += text.substr(at, point.bytes);
    at += point.bytes;
  }
}

}  // namespace

void append_text(std::string& page, std::string_view text) { append_escaped(page, text, "<br>"); }
void append_lines(std::string& page, std::string_view text) { append_escaped(page, text, "\n"); }
void append_one_line(std::string& page, std::string_view text) { append_escaped(page, text, " "); }

void append_attribute(std::string& page, std::string_view name, std::string_view value) {
  page.append(" ").append(name).append("=\"");
  append_escaped(page, value, " ");
  page += '"';
}

bool has_right_to_left(std::string_view text) {
  // Letters of these scripts begin with bytes from 0xD6 on: most text is told apart without decoding.
  if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD6; }))
    return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    if (is_right_to_left(point.value)) return true;
    at += point.bytes;
  }
  return false;
}

void append_direction(std::string& page, std::string_view text) {
  if (has_right_to_left(text)) page += " dir=\"auto\"";
}

std::string css_string(std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    const auto value = point.value;
    const bool plain = (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
                       (value >= 'a' && value <= 'z') || value == ' ' || (value >= 0xA1 && !turns_direction(value));
    if (plain) {
      quoted += text.substr(at, point.bytes);
    } else if (is_unprintable(value) || turns_direction(value)) {
      quoted += replacement_character;
    } else {
      quoted += '\\';
      if (value >= 16) quoted += hex[(value >> 4) & 15];
      quoted += hex[value & 15];
      quoted += ' ';
    }
    at += point.bytes;
  }
  return quoted + '"';
}

}  // namespace assize::render::html
