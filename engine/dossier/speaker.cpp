// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/speaker.h"

#include <algorithm>
#include <variant>

namespace assize::dossier {
namespace {

/// Ids, numbers and signs are no words: a phrase has a blank between letters, or is one word of letters alone.
bool has_words(const std::string& text) {
  const bool letters = std::any_of(
      text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
  return letters && (text.find(' ') != text.npos || text.find_first_of(":@/._0123456789") == text.npos);
}

}  // namespace

const Language& Speaker::language() const {
  static const Language english;
  return words_ ? words_->language() : english;
}

std::string Speaker::say(const std::string& english) {
  if (!words_ || english.empty()) return english;
  const auto known = said_.find(english);
  if (known != said_.end()) return known->second;
  std::vector<std::string> pieces;
  const auto said = words_->say(english, &pieces);
  if (!said) pieces.push_back(english);
  for (auto& piece : pieces)
    if (has_words(piece)) missed_.insert(std::move(piece));
  return said_.emplace(english, said.value_or(english)).first->second;
}

void Speaker::say(Cell& cell) {
  if (!words_ || cell.type == Cell::Type::empty || cell.type == Cell::Type::integer) return;
  if (cell.type == Cell::Type::number) {
    cell.text = words_->say_number(cell.text).value_or(cell.text);
  } else if (cell.type == Cell::Type::date) {
    if (auto day = words_->say_day(cell.text)) {
      cell.iso = cell.text;
      cell.text = *std::move(day);
    }
  } else {
    say_in_place(cell.text);
  }
}

void Speaker::say(Spans& spans) {
  for (auto& span : spans) {
    if (!span.code) say_in_place(span.text);
    say_in_place(span.note);
  }
}

void Speaker::say(KeyFacts& facts) {
  for (auto& fact : facts.facts) {
    say_in_place(fact.term);
    say(fact.value);
  }
}

void Speaker::say(Table& table) {
  say_in_place(table.caption);
  say_in_place(table.when_empty);
  for (auto& column : table.columns) say(column);
  say_rows(table);
}

void Speaker::say(Column& column) {
  say_in_place(column.title);
  if (column.edit == Column::Edit::no)
    for (auto& choice : column.choices) say_in_place(choice);
}

void Speaker::say_rows(Table& table) {
  for (auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (table.columns[i].edit == Column::Edit::no) say(row[i]);
}

void Speaker::say(Figure& figure) {
  say_in_place(figure.caption);
  say_in_place(figure.description);
  for (auto& shape : figure.shapes)
    if (auto* label = std::get_if<Figure::Label>(&shape)) say_in_place(label->text);
}

void Speaker::say(Block& block) {
  if (auto* paragraph = std::get_if<Paragraph>(&block)) say(paragraph->spans);
  if (auto* list = std::get_if<List>(&block))
    for (auto& item : list->items) say(item.spans);
  if (auto* facts = std::get_if<KeyFacts>(&block)) say(*facts);
  if (auto* table = std::get_if<Table>(&block)) say(*table);
  if (auto* figure = std::get_if<Figure>(&block)) say(*figure);
  if (auto* note = std::get_if<GapNote>(&block)) {
    say_in_place(note->title);
    say_in_place(note->detail);
  }
}

void Speaker::say(Section& section) {
  say_in_place(section.title);
  for (auto& block : section.blocks) say(block);
  for (auto& inner : section.sections) say(inner);
}

void Speaker::say(Labels& labels) {
  for (auto* label :
       {&labels.contents,   &labels.figures,  &labels.tables,    &labels.figure,      &labels.table,
        &labels.page,       &labels.document, &labels.version,   &labels.date,        &labels.classification,
        &labels.version_of, &labels.missing,  &labels.notes,     &labels.identifiers, &labels.identifiers_about,
        &labels.stands_on,  &labels.named_on, &labels.continued, &labels.texts,       &labels.about,
        &labels.to_edit,    &labels.skip,     &labels.search,    &labels.filter,      &labels.all_values,
        &labels.rows_shown, &labels.sort_by,  &labels.found,     &labels.none_found,  &labels.to_top,
        &labels.dark,       &labels.link_here})
    say_in_place(*label);
}

void Speaker::say(Document& document) {
  if (!words_) return;
  document.language = words_->language().id;
  say_in_place(document.title);
  say_in_place(document.subtitle);
  say_in_place(document.watermark);
  say(document.labels);
  say(document.cover);
  for (auto& section : document.sections) say(section);
}

}  // namespace assize::dossier
