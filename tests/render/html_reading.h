// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize::render {

/// A start tag of a page, as a browser would read it.
struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text = {};  ///< Up to the next tag; of style, script and title: all that is inside.
  std::string of(const std::string& attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? std::string() : found->second;
  }
};

/// All start tags in order, and whether each was closed in its turn.
struct ReadPage {
  std::vector<Tag> tags;
  bool balanced = true;
  std::string words;  ///< What is read as text, without styles and scripts.

  std::vector<const Tag*> all(const std::string& name) const {
    std::vector<const Tag*> found;
    for (const auto& tag : tags)
      if (tag.name == name) found.push_back(&tag);
    return found;
  }
  const Tag* by_id(const std::string& id) const {
    for (const auto& tag : tags)
      if (tag.of("id") == id) return &tag;
    return nullptr;
  }
};

inline std::string unescaped(std::string text) {
  for (const auto& [entity, character] :
       std::vector<std::pair<std::string, std::string>>{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + character.size()))
      text.replace(at, entity.size(), character);
  return text;
}

/// Strict: what this does not know, such as an attribute without quotes, throws.
inline Tag read_tag(std::string_view inside) {
  Tag tag;
  std::size_t at = inside.find_first_of(" \n/");
  tag.name = std::string(inside.substr(0, at));
  while (at != std::string_view::npos && (at = inside.find_first_not_of(" \n/", at)) != std::string_view::npos) {
    const auto end = inside.find_first_of(" =\n", at);
    const std::string name(inside.substr(at, end == std::string_view::npos ? end : end - at));
    std::string value;
    at = end;
    if (end != std::string_view::npos && inside[end] == '=') {
      if (inside.at(end + 1) != '"') throw std::string("an attribute without quotes: ") + std::string(inside);
      const auto close = inside.find('"', end + 2);
      if (close == std::string_view::npos) throw std::string("an attribute without an end: ") + std::string(inside);
      value = unescaped(std::string(inside.substr(end + 2, close - end - 2)));
      at = close + 1;
    }
    if (!tag.attributes.emplace(name, value).second) throw "an attribute twice: " + name;
  }
  return tag;
}

inline std::size_t end_of_tag(std::string_view page, std::size_t at) {
  bool quoted = false;
  for (; at < page.size(); ++at) {
    if (page[at] == '"') quoted = !quoted;
    if (page[at] == '>' && !quoted) return at;
  }
  throw std::string("a tag without an end");
}

inline ReadPage read_page(std::string_view page) {
  ReadPage read;
  std::vector<std::string> open;
  bool opened = false;  // A start tag was the last thing read.
  const auto is_void = [](const std::string& name) {
    return name == "meta" || name == "link" || name == "br" || name == "img" || name == "input";
  };
  for (std::size_t at = 0; at < page.size();) {
    const auto start = page.find('<', at);
    const std::string text = unescaped(std::string(page.substr(at, start - at)));
    if (opened) read.tags.back().text = text;
    opened = false;
    read.words += text;
    if (start == std::string_view::npos) break;
    const auto end = end_of_tag(page, start);
    const auto inside = page.substr(start + 1, end - start - 1);
    at = end + 1;
    if (inside.starts_with('!')) continue;
    if (inside.starts_with('/')) {
      read.balanced = read.balanced && !open.empty() && open.back() == inside.substr(1);
      if (!open.empty()) open.pop_back();
      continue;
    }
    read.tags.push_back(read_tag(inside));
    auto& tag = read.tags.back();
    opened = true;
    if (is_void(tag.name) || inside.ends_with('/')) continue;
    open.push_back(tag.name);
    if (tag.name != "style" && tag.name != "script") continue;
    const auto close = page.find("</" + tag.name, at);
    tag.text = std::string(page.substr(at, close - at));
    opened = false;
    at = close;
  }
  read.balanced = read.balanced && open.empty();
  return read;
}

}  // namespace assize::render
