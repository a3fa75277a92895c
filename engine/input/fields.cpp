// SPDX-License-Identifier: Apache-2.0
#include "engine/input/fields.h"

namespace assize::input {
namespace {

bool is_scalar(const Tree& tree) { return tree.shape != Tree::Shape::list && tree.shape != Tree::Shape::map; }

}  // namespace

std::string text_at(const Tree& map, std::string_view key) {
  const auto* found = map.find(key);
  return found && is_scalar(*found) ? found->text : std::string();
}

Said<std::string> said_at(const Tree& map, std::string_view key) {
  const auto* found = map.find(key);
  return found && is_scalar(*found) ? Said<std::string>{found->text, found->place}
                                    : Said<std::string>{{}, found ? found->place : map.place};
}

bool true_at(const Tree& map, std::string_view key) {
  const auto* found = map.find(key);
  return found && found->shape == Tree::Shape::boolean && found->boolean;
}

std::optional<Date> date_at(const Tree& map, std::string_view key) { return parse_date(text_at(map, key)); }

std::vector<const Tree*> items_at(const Tree& map, std::string_view key) {
  std::vector<const Tree*> items;
  const auto* found = map.find(key);
  if (!found) return items;
  if (found->shape == Tree::Shape::list)
    for (const auto& item : found->items) items.push_back(&item);
  else
    items.push_back(found);
  return items;
}

std::vector<std::string> texts_at(const Tree& map, std::string_view key) {
  std::vector<std::string> texts;
  for (const auto* item : items_at(map, key))
    if (is_scalar(*item)) texts.push_back(item->text);
  return texts;
}

std::vector<Said<std::string>> saids_at(const Tree& map, std::string_view key) {
  std::vector<Said<std::string>> texts;
  for (const auto* item : items_at(map, key))
    if (is_scalar(*item)) texts.push_back({item->text, item->place});
  return texts;
}

}  // namespace assize::input
