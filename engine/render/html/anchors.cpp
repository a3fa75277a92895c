// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/anchors.h"

#include <variant>

#include "engine/render/code_points.h"

namespace assize::render::html {
namespace {

using namespace dossier;

bool is_blank(char32_t value) { return value <= ' ' || value == 0x7F || is_unprintable(value); }

std::string as_id(std::string_view anchor) {
  std::string id;
  for (std::size_t at = 0; at < anchor.size();) {
    const auto point = decode(anchor, at).value_or(CodePoint{});
    if (is_blank(point.value))
      id += '_';
    else
      id += anchor.substr(at, point.bytes);
    at += point.bytes;
  }
  return id;
}

}  // namespace

Anchors::Anchors(const Document& document) { add(document.sections); }

void Anchors::add(const std::string& anchor) {
  if (anchor.empty() || ids_.contains(anchor)) return;
  ids_.emplace(anchor, fresh(as_id(anchor)));
}

void Anchors::add(const std::vector<Section>& sections) {
  for (const auto& section : sections) {
    add(section.id);
    for (const auto& block : section.blocks) add(block);
    add(section.sections);
  }
}

void Anchors::add(const Block& block) {
  if (const auto* note = std::get_if<GapNote>(&block)) add(note->id);
  if (const auto* figure = std::get_if<Figure>(&block)) add(figure->id);
  if (const auto* table = std::get_if<Table>(&block)) {
    add(table->id);
    for (const auto& row : table->rows)
      for (const auto& cell : row) add(cell.anchor);
  }
}

std::string Anchors::take(const std::string& anchor) {
  const auto known = ids_.find(anchor);
  if (known == ids_.end() || !taken_.insert(anchor).second) return {};
  return known->second;
}

std::string Anchors::find(const std::string& anchor) const {
  const auto known = ids_.find(anchor);
  return known == ids_.end() ? std::string() : known->second;
}

std::string Anchors::fresh(std::string_view wish) {
  std::string id(wish);
  if (used_.insert(id).second) return id;
  int& number = numbers_[id];
  do id = std::string(wish) + "-" + std::to_string(++number + 1);
  while (!used_.insert(id).second);
  return id;
}

std::string fragment(std::string_view id) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string link = "#";
  for (const char character : id) {
    if (std::string_view("\"#%<>[\\]^`{|}").find(character) == std::string_view::npos) {
      link += character;
    } else {
      const auto byte = static_cast<unsigned char>(character);
      link += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return link;
}

}  // namespace assize::render::html
