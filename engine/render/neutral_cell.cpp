// SPDX-License-Identifier: Apache-2.0
#include "engine/render/neutral_cell.h"

#include "engine/render/code_points.h"

namespace assize::render {
namespace {

bool starts_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool starts_as_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

NeutralText without_controls(std::string_view text) {
  NeutralText clean;
  clean.text.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    if (is_unprintable(point.value)) {
      clean.text += replacement_character;
      clean.replaced = true;
    } else {
      clean.text += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return clean;
}

}  // namespace

NeutralText neutral_text(std::string_view text) {
  auto clean = without_controls(text);
  if (starts_formula(clean.text)) clean.text.insert(0, 1, '\'');
  return clean;
}

NeutralText neutral_cell(const dossier::Cell& cell) {
  using Type = dossier::Cell::Type;
  if (cell.type == Type::empty) return {};
  const bool number = cell.type == Type::integer || cell.type == Type::number;
  return number && starts_as_number(cell.text) ? without_controls(cell.text) : neutral_text(cell.text);
}

}  // namespace assize::render
