// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/box_title.h"

#include <algorithm>
#include <string_view>

namespace assize::dossier {
namespace {

constexpr std::size_t kTitleLetters = 20;  ///< That fit a line of a box.

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::vector<std::string> title_lines(const std::string& title) {
  std::vector<std::string> lines{""};
  std::size_t start = 0;
  while (start < title.size()) {
    const auto end = std::min(title.find(' ', start), title.size());
    const auto word = title.substr(start, end - start);
    const bool fits = lines.back().empty() || letters(lines.back()) + 1 + letters(word) <= kTitleLetters;
    if (!fits && lines.size() < 2) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    start = end + 1;
  }
  return lines;
}

}  // namespace assize::dossier
