// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "engine/render/docx/running_matter.h"
#include "engine/render/docx/styles.h"

namespace assize::render::docx {
namespace {

constexpr int kLevels = 9;  // As many as Word has.
constexpr int kStep = 320;  // Twentieths of a point that each level goes in.

void write_level(Xml& xml, const Look& look, int level, bool numbered) {
  constexpr std::string_view formats[] = {"decimal", "lowerLetter", "lowerRoman"};
  constexpr std::string_view ends[] = {".", ")", "."};
  const auto third = static_cast<std::size_t>(level % 3);
  const auto mark =
      numbered ? "%" + std::to_string(level + 1) + std::string(ends[third]) : std::string(level % 2 == 0 ? "•" : "–");
  const int hanging = numbered ? 400 : 260;
  xml.open("w:lvl", {{"w:ilvl", std::to_string(level)}}).leaf("w:start", {{"w:val", "1"}});
  xml.leaf("w:numFmt", {{"w:val", numbered ? formats[third] : "bullet"}}).leaf("w:lvlText", {{"w:val", mark}});
  xml.leaf("w:lvlJc", {{"w:val", "left"}}).open("w:pPr");
  xml.leaf("w:ind", {{"w:left", std::to_string(kStep * level + hanging)}, {"w:hanging", std::to_string(hanging)}});
  xml.close().open("w:rPr").leaf("w:color", {{"w:val", look.accent}}).close().close();
}

void write_kind(Xml& xml, const Look& look, bool numbered) {
  xml.open("w:abstractNum", {{"w:abstractNumId", numbered ? "1" : "0"}});
  xml.leaf("w:multiLevelType", {{"w:val", "hybridMultilevel"}});
  for (int level = 0; level < kLevels; ++level) write_level(xml, look, level, numbered);
  xml.close();
}

}  // namespace

std::string numbering(const Look& look, const std::vector<bool>& lists) {
  Xml xml;
  open_root(xml, "w:numbering");
  write_kind(xml, look, false);
  write_kind(xml, look, true);
  for (std::size_t list = 0; list < lists.size(); ++list) {
    xml.open("w:num", {{"w:numId", std::to_string(list + 1)}});
    xml.leaf("w:abstractNumId", {{"w:val", lists[list] ? "1" : "0"}});
    for (int level = 0; lists[list] && level < kLevels; ++level)
      xml.open("w:lvlOverride", {{"w:ilvl", std::to_string(level)}}).leaf("w:startOverride", {{"w:val", "1"}}).close();
    xml.close();
  }
  xml.close();
  return xml.take();
}

}  // namespace assize::render::docx
