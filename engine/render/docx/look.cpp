// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/look.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace assize::render::docx {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// `#rrggbb`, or the fallback when it is anything else.
pdf::Rgb colour_of(std::string_view text, pdf::Rgb fallback) {
  if (text.size() != 7 || text[0] != '#') return fallback;
  std::uint8_t parts[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hex_digit(text[2 * i + 1]), low = hex_digit(text[2 * i + 2]);
    if (high < 0 || low < 0) return fallback;
    parts[i] = static_cast<std::uint8_t>(16 * high + low);
  }
  return {parts[0], parts[1], parts[2]};
}

/// A tenth of the colour, the rest white.
pdf::Rgb light(pdf::Rgb colour) {
  const auto mix = [](int part) { return static_cast<std::uint8_t>(255 - (255 - part) / 10); };
  return {mix(colour.red), mix(colour.green), mix(colour.blue)};
}

/// A language of the Union alone does not tell Word which spelling to check; this is the country it is taken from.
constexpr std::pair<std::string_view, std::string_view> kCountries[] = {
    {"bg", "BG"}, {"cs", "CZ"}, {"da", "DK"}, {"de", "DE"}, {"el", "GR"}, {"en", "GB"}, {"es", "ES"},
    {"et", "EE"}, {"fi", "FI"}, {"fr", "FR"}, {"ga", "IE"}, {"hr", "HR"}, {"hu", "HU"}, {"it", "IT"},
    {"ja", "JP"}, {"ko", "KR"}, {"lt", "LT"}, {"lv", "LV"}, {"mt", "MT"}, {"nl", "NL"}, {"pl", "PL"},
    {"pt", "PT"}, {"ro", "RO"}, {"sk", "SK"}, {"sl", "SI"}, {"sv", "SE"}, {"zh", "CN"}};

bool is_tag(std::string_view text) {
  return text.size() >= 2 && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string language_of(const std::string& tag) {
  if (!is_tag(tag)) return "en-GB";
  for (const auto& [language, country] : kCountries)
    if (tag == language) return tag + "-" + std::string(country);
  return tag;
}

}  // namespace

std::string hex(pdf::Rgb colour) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (const int part : {colour.red, colour.green, colour.blue})
    text.append(1, digits[part / 16]).append(1, digits[part % 16]);
  return text;
}

Look look_of(const dossier::Document& document) {
  const auto accent = colour_of(document.style.accent, pdf::ink::accent);
  Look look;
  look.accent = hex(accent);
  look.header_fill = hex(light(accent));
  look.font = document.style.font.empty() ? "Calibri" : document.style.font;
  look.language = language_of(document.language);
  const auto base = look.language.substr(0, look.language.find('-'));
  look.east_asian = base == "zh" || base == "ja" || base == "ko";
  look.east_asian_font = base == "ja" ? "Yu Gothic" : base == "ko" ? "Malgun Gothic" : "Microsoft YaHei";
  return look;
}

}  // namespace assize::render::docx
