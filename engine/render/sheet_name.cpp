// SPDX-License-Identifier: Apache-2.0
#include "engine/render/sheet_name.h"

#include <unicode/unistr.h>

#include <set>

#include "engine/render/code_points.h"

namespace assize::render {
namespace {

constexpr std::size_t longest = 31;

std::string folded(const std::string& name) {
  std::string folded;
  icu::UnicodeString::fromUTF8(name).foldCase().toUTF8String(folded);
  return folded;
}

void trim(std::string& name) {
  const auto is_edge = [](char character) { return character == ' ' || character == '\''; };
  while (!name.empty() && is_edge(name.back())) name.pop_back();
  std::size_t begin = 0;
  while (begin < name.size() && is_edge(name[begin])) ++begin;
  name.erase(0, begin);
}

std::string cleaned(const std::string& wanted, std::size_t units) {
  std::string name;
  for (std::size_t at = 0; at < wanted.size();) {
    const auto point = decode(wanted, at).value_or(CodePoint{});
    const bool blank = point.value == '\n' || point.value == '\r' || point.value == '\t';
    const bool refused = is_unprintable(point.value) ||
                         (point.value < 0x80 &&
                          std::string_view("[]:*?/\\").find(static_cast<char>(point.value)) != std::string_view::npos);
    if (refused)
      name += '-';
    else
      name += blank ? std::string(" ") : wanted.substr(at, point.bytes);
    at += point.bytes;
  }
  trim(name);
  name = std::string(first_units(name, units));
  trim(name);
  return name;
}

}  // namespace

std::vector<SheetName> sheet_names(const std::vector<std::string>& wanted) {
  std::set<std::string> taken{"history"};  // Excel keeps this one for itself.
  std::vector<SheetName> names;
  for (const auto& text : wanted) {
    std::string name = cleaned(text, longest);
    if (name.empty()) name = "Table";
    for (int number = 2; !taken.insert(folded(name)).second; ++number) {
      const std::string suffix = " (" + std::to_string(number) + ")";
      name = cleaned(text, longest - suffix.size());
      name = (name.empty() ? "Table" : name) + suffix;
    }
    const bool changed = name != text;
    names.push_back({std::move(name), changed});
  }
  return names;
}

}  // namespace assize::render
