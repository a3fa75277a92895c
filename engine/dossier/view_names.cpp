// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/view_names.h"

#include "engine/dossier/cells.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize::dossier {

using input::quote;

void ViewNames::error(std::string code, std::string message, const input::Place& place, std::string help) const {
  found_.push_back({input::Severity::error, std::move(code), std::move(message), place, std::move(help)});
}

const ViewTable* ViewNames::table(const input::Tree& said) const {
  if (const auto* table = view_.table(said.text)) return table;
  std::vector<std::string> known;
  for (const auto& table : view_.tables()) known.push_back(table.id);
  error("unknown-table", "there is no table " + quote(said.text), said.place, input::did_you_mean(said.text, known));
  return nullptr;
}

const std::string* ViewNames::value(const input::Tree& said) const {
  const auto& values = view_.values();
  if (const auto found = values.find(said.text); found != values.end()) return &found->second;
  std::vector<std::string> known;
  for (const auto& [one, text] : values) known.push_back(one);
  error("unknown-placeholder", "there is no value called " + quote(said.text), said.place,
        input::did_you_mean(said.text, known));
  return nullptr;
}

bool ViewNames::is_column(const ViewTable& table, const std::string& id, const input::Place& place) const {
  if (table.column(id) >= 0) return true;
  std::vector<std::string> known;
  for (const auto& column : table.columns) known.push_back(column.id);
  auto help = input::did_you_mean(id, known);
  error("unknown-column", "table " + quote(table.id) + " has no column " + quote(id), place,
        help.empty() ? "it has: " + join(known) : help);
  return false;
}

std::vector<TableWish::Test> ViewNames::tests(const ViewTable& table, const input::Tree* map) const {
  std::vector<TableWish::Test> all;
  if (!map) return all;
  for (const auto& member : map->members)
    if (is_column(table, member.key, member.key_place)) all.push_back({member.key, input::texts_at(*map, member.key)});
  return all;
}

}  // namespace assize::dossier
