// SPDX-License-Identifier: Apache-2.0
#include "engine/input/lines.h"

#include <algorithm>

namespace assize::input {

namespace {

/// The first byte of a line's end from `from` on, or `to`.
std::size_t line_end(std::string_view text, std::size_t from, std::size_t to) {
  while (from < to && text[from] != '\n' && text[from] != '\r') ++from;
  return from;
}

}  // namespace

Lines::Lines(const Source& source) : source_(source), starts_{0} {
  const std::string_view text = source.text;
  for (auto at = line_end(text, 0, text.size()); at < text.size(); at = line_end(text, at + 1, text.size())) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    starts_.push_back(at + 1);
  }
}

Place Lines::place(Span span) const {
  const std::string_view text = source_.text;
  const auto begin = std::min(span.begin, text.size());
  // Not further than the stretch: a hostile file is one long line, and each of its values asks.
  auto end = line_end(text, begin, std::clamp(span.end, begin, text.size()));
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), begin);
  return {.file = source_.name,
          .pointer = {},
          .line = static_cast<int>(next - starts_.begin()),
          .column = static_cast<int>(begin - *std::prev(next)) + 1,
          .length = end > begin ? static_cast<int>(end - begin) : 1};
}

std::string_view Lines::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::string_view text = source_.text;
  const auto begin = starts_[static_cast<std::size_t>(number) - 1];
  return text.substr(begin, line_end(text, begin, text.size()) - begin);
}

}  // namespace assize::input
