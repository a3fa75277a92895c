// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/outline.h"

#include <algorithm>
#include <set>
#include <variant>

namespace assize::render::docx {
namespace {

using namespace dossier;

constexpr std::size_t kLongestName = 40;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What of an anchor can be in a bookmark's name, runs of all else as one `_`.
std::string spelled(const std::string& anchor) {
  std::string name;
  for (const char c : anchor) {
    if (is_letter(c) || is_digit(c))
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  if (name.empty() || !is_letter(name.front())) name.insert(0, "at_");
  name.resize(std::min(name.size(), kLongestName));
  return name;
}

std::string lower(std::string name) {
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

class Reader {
 public:
  Outline outline;

  void section(const Section& part, int level) {
    outline.headings.push_back({std::min(level, 6), heading_text(part)});
    anchor(part.id);
    for (const auto& each : part.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
    for (const auto& inner : part.sections) section(inner, level + 1);
  }

 private:
  void anchor(const std::string& name) {
    if (name.empty() || outline.bookmarks.contains(name)) return;
    const auto wanted = spelled(name);
    auto given = wanted;
    for (int number = 2; !taken_.insert(lower(given)).second; ++number) {
      const auto suffix = "_" + std::to_string(number);
      given = wanted.substr(0, kLongestName - suffix.size()) + suffix;
    }
    outline.bookmarks.emplace(name, given);
  }
  void block(const Paragraph&) {}
  void block(const List&) {}
  void block(const Preformatted&) {}
  void block(const KeyFacts&) {}
  void block(const GapNote& gap) { anchor(gap.id); }
  void block(const Table& table) {
    anchor(table.id);
    if (!table.caption.empty()) outline.tables.push_back(table.caption);
    for (const auto& row : table.rows)
      for (const auto& cell : row) anchor(cell.anchor);
  }
  void block(const Figure& figure) {
    anchor(figure.id);
    if (!figure.caption.empty()) outline.figures.push_back(figure.caption);
  }

  std::set<std::string> taken_;
};

std::string hidden_name(char kind, std::size_t index) {
  auto digits = std::to_string(index + 1);
  digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
  return std::string("_Toc").append(1, kind).append(digits);
}

}  // namespace

std::string heading_text(const Section& section) {
  return section.number.empty() ? section.title : section.number + "\xE2\x80\x82" + section.title;  // An en space.
}

Outline outline_of(const Document& document) {
  Reader reader;
  for (const auto& part : document.sections) reader.section(part, 1);
  return std::move(reader.outline);
}

std::string heading_bookmark(std::size_t index) { return hidden_name('1', index); }
std::string table_bookmark(std::size_t index) { return hidden_name('2', index); }
std::string figure_bookmark(std::size_t index) { return hidden_name('3', index); }

}  // namespace assize::render::docx
