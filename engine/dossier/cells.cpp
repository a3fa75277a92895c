// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/cells.h"

namespace assize::dossier {

Cell text_cell(std::string text) {
  Cell cell;
  cell.type = text.empty() ? Cell::Type::empty : Cell::Type::text;
  cell.text = std::move(text);
  return cell;
}

Cell list_cell(const std::vector<std::string>& items) { return text_cell(join(items)); }

Cell integer_cell(int value) {
  Cell cell;
  cell.type = Cell::Type::integer;
  cell.text = std::to_string(value);
  cell.number = value;
  return cell;
}

Cell number_cell(double value, std::string as_written) {
  Cell cell;
  cell.type = Cell::Type::number;
  cell.text = std::move(as_written);
  cell.number = value;
  return cell;
}

Cell date_cell(const std::optional<input::Date>& date) {
  if (!date) return text_cell("");
  auto cell = text_cell(to_text(*date));
  cell.type = Cell::Type::date;
  return cell;
}

Cell yes_no_cell(bool yes) { return text_cell(yes ? "yes" : "no"); }

Cell with_source(Cell cell, const input::Place& place) {
  cell.source = to_text(place);
  return cell;
}

Cell with_tone(Cell cell, Tone tone) {
  cell.tone = tone;
  return cell;
}

Cell with_anchor(Cell cell, std::string anchor) {
  cell.anchor = std::move(anchor);
  return cell;
}

Cell with_link(Cell cell, const std::string& anchor) {
  if (!cell.text.empty()) cell.link = "#" + anchor;
  return cell;
}

std::string join(const std::vector<std::string>& items, const std::string& between) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string sentence_case(std::string text) {
  for (char& c : text)
    if (c == '-') c = ' ';
  return with_capital(std::move(text));
}

Tone tone_of_class(const catalogue::Method& method, int risk_class) {
  const int classes = static_cast<int>(method.classes.size());
  if (risk_class <= 0) return Tone::minor;
  if (risk_class + 1 >= classes) return Tone::critical;
  switch (3 * risk_class / classes) {
    case 0:
      return Tone::minor;
    case 1:
      return Tone::major;
    default:
      return Tone::critical;
  }
}

}  // namespace assize::dossier
