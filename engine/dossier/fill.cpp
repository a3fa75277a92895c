// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/fill.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "engine/input/lines.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize::dossier {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A placeholder, in bytes of the text.
struct Hole {
  std::size_t begin = 0, end = 0;  ///< Of all of it, braces too; the end of the line when it is not closed.
  std::string name;
  bool closed = true;
};

void each_hole(std::string_view text, const std::function<void(const Hole&)>& take) {
  for (auto open = text.find("{{"); open != text.npos; open = text.find("{{", open)) {
    const auto line = std::min(text.find('\n', open), text.size());
    const auto close = text.find("}}", open);
    if (close == text.npos || close > line) {
      take({open, line, {}, false});
      open = line;
    } else {
      take({open, close + 2, std::string(trimmed(text.substr(open + 2, close - open - 2))), true});
      open = close + 2;
    }
  }
}

input::Diagnostic complaint(const Hole& hole, input::Place place, const Values& values) {
  if (!hole.closed)
    return {input::Severity::error, "unclosed-placeholder", "a placeholder is not closed on its line", std::move(place),
            "write `{{name}}`"};
  std::vector<std::string> known;
  for (const auto& [name, value] : values) known.push_back(name);
  return {input::Severity::error, "unknown-placeholder", "there is no value called " + input::quote(hole.name),
          std::move(place), input::did_you_mean(hole.name, known)};
}

bool is_wrong(const Hole& hole, const Values& values) { return !hole.closed || !values.contains(hole.name); }

}  // namespace

input::Diagnostics check_placeholders(const input::Source& source, const Values& values) {
  input::Diagnostics found;
  const input::Lines lines(source);
  each_hole(source.text, [&](const Hole& hole) {
    if (is_wrong(hole, values)) found.push_back(complaint(hole, lines.place({hole.begin, hole.end}), values));
  });
  return found;
}

input::Diagnostics check_placeholders(const std::string& text, const input::Place& place, const Values& values) {
  input::Diagnostics found;
  each_hole(text, [&](const Hole& hole) {
    if (is_wrong(hole, values)) found.push_back(complaint(hole, place, values));
  });
  return found;
}

std::string fill(const std::string& text, const Values& values) {
  std::string filled;
  std::size_t done = 0;
  each_hole(text, [&](const Hole& hole) {
    const auto value = hole.closed ? values.find(hole.name) : values.end();
    if (value == values.end()) return;
    filled.append(text, done, hole.begin - done).append(value->second.empty() ? "not stated" : value->second);
    done = hole.end;
  });
  return filled.append(text, done);
}

void fill(std::vector<Block>& blocks, const Values& values) {
  const auto in = [&](Spans& spans) {
    for (auto& span : spans) span.text = fill(span.text, values);
  };
  for (auto& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) in(paragraph->spans);
    if (auto* list = std::get_if<List>(&block))
      for (auto& item : list->items) in(item.spans);
    if (auto* code = std::get_if<Preformatted>(&block)) code->text = fill(code->text, values);
    if (auto* table = std::get_if<Table>(&block)) {
      for (auto& column : table->columns) column.title = fill(column.title, values);
      for (auto& row : table->rows)
        for (auto& cell : row) cell.text = fill(cell.text, values);
    }
  }
}

}  // namespace assize::dossier
