// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/house.h"
#include "engine/input/check_schema.h"
#include "engine/input/read_tree.h"

namespace assize::dossier {
namespace {

std::optional<bool> choice(const input::Tree* parts, const char* part) {
  if (!parts || !parts->find(part)) return {};
  return input::true_at(*parts, part);
}

}  // namespace

input::Result<House> read_house(const input::Source& source) {
  const auto tree = input::read_tree(source);
  if (!tree) return tree.diagnostics();
  auto faults = input::schema("style").check(tree.value());
  if (input::has_errors(faults)) return faults;
  const auto& said = tree.value();
  House house;
  house.style.accent = input::text_at(said, "accent");
  house.style.logo_text = input::text_at(said, "logo-says");
  house.style.header = input::text_at(said, "header");
  house.style.footer = input::text_at(said, "footer");
  house.style.font = input::text_at(said, "font");
  house.logo_file = input::said_at(said, "logo");
  house.classification = input::text_at(said, "classification");
  const auto* parts = said.find("parts");
  house.cover = choice(parts, "cover");
  house.contents = choice(parts, "contents");
  house.lists = choice(parts, "lists");
  house.identifiers = choice(parts, "identifiers");
  if (const auto* chapters = said.find("chapters"))
    for (const auto& one : chapters->members) house.chapters[one.key] = input::saids_at(*chapters, one.key);
  return input::Result<House>(std::move(house), std::move(faults));
}

}  // namespace assize::dossier
