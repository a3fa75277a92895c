// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/read_entries.h"

#include <algorithm>

#include "engine/input/fields.h"

namespace assize::catalogue {
namespace {

using input::items_at;
using input::text_at;
using input::texts_at;
using input::Tree;

std::string qualify(const std::string& prefix, const std::string& id) {
  return prefix.empty() || id.empty() ? id : prefix + ":" + id;
}

const input::Place& place_of(const Tree& map) {
  const auto* id = map.find("id");
  return id ? id->place : map.place;
}

std::map<std::string, std::string> read_levels(const Tree& map, std::string_view key) {
  std::map<std::string, std::string> levels;
  if (const auto* found = map.find(key))
    for (const auto& member : found->members) levels.emplace(member.key, member.value.text);
  return levels;
}

Control::Effect read_effect(const Tree& map) {
  Control::Effect effect{.threat = text_at(map, "threat"),
                         .floor = read_levels(map, "floor"),
                         .intensity_cap = {},
                         .impact_cap = 0,
                         .basis = text_at(map, "basis"),
                         .source = text_at(map, "source"),
                         .because = text_at(map, "because"),
                         .place = map.place};
  if (const auto* cap = map.find("cap")) {
    effect.intensity_cap = text_at(*cap, "intensity");
    if (const auto* impact = cap->find("impact")) effect.impact_cap = static_cast<int>(impact->integer);
  }
  return effect;
}

}  // namespace

std::string_view name_of(Relates relation) {
  switch (relation) {
    case Relates::equal:
      return "equal";
    case Relates::subset:
      return "subset";
    case Relates::superset:
      return "superset";
    case Relates::intersects:
      return "intersects";
    case Relates::supports:
      return "supports";
  }
  return {};
}

Threat read_threat(const Tree& map) {
  Threat threat;
  threat.id = text_at(map, "id");
  threat.title = text_at(map, "title");
  threat.says = text_at(map, "says");
  threat.family = text_at(map, "family");
  threat.nature = text_at(map, "nature");
  threat.scheme = text_at(map, "scheme") == "hazard" ? Scheme::hazard : Scheme::attack;
  threat.touches = texts_at(map, "touches");
  if (const auto* when = map.find("when")) threat.when = read_condition(*when);
  threat.hits = texts_at(map, "hits");
  threat.stages = texts_at(map, "stages");
  threat.harms = texts_at(map, "harms");
  if (const auto* rating = map.find("rating"))
    for (const auto& member : rating->members)
      threat.rating[member.key] = {text_at(member.value, "level"), text_at(member.value, "because"), member.key_place};
  threat.measured_by = texts_at(map, "measured-by");
  for (const auto* item : items_at(map, "adjust")) {
    Threat::Adjustment adjustment{
        .when = {}, .set = read_levels(*item, "set"), .because = text_at(*item, "because"), .place = item->place};
    if (const auto* when = item->find("when")) adjustment.when = read_condition(*when);
    threat.adjust.push_back(std::move(adjustment));
  }
  threat.basis = text_at(map, "basis");
  threat.references = texts_at(map, "references");
  threat.place = place_of(map);
  return threat;
}

Control read_control(const Tree& map, const std::string& prefix) {
  Control control;
  control.local_id = text_at(map, "id");
  control.id = qualify(prefix, control.local_id);
  control.title = text_at(map, "title");
  control.says = text_at(map, "says");
  control.theme = text_at(map, "theme");
  control.parent = text_at(map, "parent");
  control.note = text_at(map, "note");
  for (const auto* item : items_at(map, "treats")) control.treats.push_back(read_effect(*item));
  for (const auto* item : items_at(map, "brings"))
    control.brings.push_back({text_at(*item, "id"), text_at(*item, "kind"), text_at(*item, "title"), item->place});
  for (const auto* item : items_at(map, "relations"))
    control.relations.push_back({text_at(*item, "to"), text_at(*item, "relation"), text_at(*item, "basis"),
                                 text_at(*item, "source"), text_at(*item, "because"), item->place});
  control.references = texts_at(map, "references");
  if (const auto* attributes = map.find("attributes"))
    for (const auto& member : attributes->members) control.attributes[member.key] = texts_at(*attributes, member.key);
  control.place = place_of(map);
  return control;
}

Requirement read_requirement(const Tree& map, const std::string& prefix) {
  Requirement requirement;
  requirement.local_id = text_at(map, "id");
  requirement.id = qualify(prefix, requirement.local_id);
  requirement.title = text_at(map, "title");
  requirement.says = text_at(map, "says");
  requirement.parent = qualify(prefix, text_at(map, "parent"));
  requirement.applies_to = texts_at(map, "applies-to");
  requirement.expects = text_at(map, "expects");
  requirement.checks = text_at(map, "checks");
  requirement.kind = text_at(map, "kind");
  requirement.applies_from = input::date_at(map, "applies-from");
  requirement.applies_until = input::date_at(map, "applies-until");
  if (const auto* dates = map.find("applies-from-for"))
    for (const auto& member : dates->members)
      if (const auto date = input::date_at(*dates, member.key)) requirement.applies_from_for.emplace(member.key, *date);
  requirement.amended = text_at(map, "amended");
  requirement.related = texts_at(map, "related");
  requirement.references = texts_at(map, "references");
  requirement.phase = text_at(map, "phase");
  requirement.condition = text_at(map, "condition");
  requirement.norm = text_at(map, "norm");
  requirement.verification = text_at(map, "verification");
  requirement.note = text_at(map, "note");
  requirement.numbering = text_at(map, "numbering");
  requirement.binds = texts_at(map, "binds");
  requirement.narrative = input::true_at(map, "narrative");
  if (const auto* when = map.find("when")) requirement.when = read_condition(*when);
  requirement.place = place_of(map);
  return requirement;
}

Mapping read_mapping(const Tree& map) {
  const auto relation = text_at(map, "relation");
  return {.from = text_at(map, "from"),
          .to = text_at(map, "to"),
          .relation = relation == "equal"        ? Relates::equal
                      : relation == "subset"     ? Relates::subset
                      : relation == "superset"   ? Relates::superset
                      : relation == "intersects" ? Relates::intersects
                                                 : Relates::supports,
          .strength = text_at(map, "strength"),
          .basis = text_at(map, "basis"),
          .source = text_at(map, "source"),
          .because = text_at(map, "because"),
          .place = map.place};
}

Standard read_standard(const Tree& map) {
  Standard standard{.id = text_at(map, "id"),
                    .title = text_at(map, "title"),
                    .body = text_at(map, "body"),
                    .edition = text_at(map, "edition"),
                    .kind = text_at(map, "kind"),
                    .status = text_at(map, "status"),
                    .status_note = text_at(map, "status-note"),
                    .confidence = text_at(map, "confidence"),
                    .replaced_by = text_at(map, "replaced-by"),
                    .source = text_at(map, "source"),
                    .note = text_at(map, "note"),
                    .issued = input::date_at(map, "issued"),
                    .effective = input::date_at(map, "effective"),
                    .also = texts_at(map, "also"),
                    .speaks_to = {},
                    .pack = {},
                    .place = place_of(map)};
  for (const auto* item : items_at(map, "speaks-to"))
    standard.speaks_to.push_back({text_at(*item, "requirement"), text_at(*item, "topic"), text_at(*item, "source"),
                                  text_at(*item, "basis"), text_at(*item, "mark"), text_at(*item, "because"),
                                  item->place});
  return standard;
}

Attribute read_attribute(const Tree& map) {
  return {.id = text_at(map, "id"),
          .title = text_at(map, "title"),
          .source = text_at(map, "source"),
          .note = text_at(map, "note"),
          .values = texts_at(map, "values"),
          .pack = {},
          .place = place_of(map)};
}

ReferenceScheme read_scheme(const Tree& map) {
  return {.id = text_at(map, "id"),
          .title = text_at(map, "title"),
          .edition = text_at(map, "edition"),
          .licence = text_at(map, "licence"),
          .url = text_at(map, "url"),
          .verification = text_at(map, "verification"),
          .note = text_at(map, "note"),
          .kinds = texts_at(map, "kind"),
          .pack = {},
          .place = place_of(map)};
}

std::vector<External> read_externals(const Tree& map) {
  std::vector<External> all;
  const auto scheme = text_at(map, "scheme"), kind = text_at(map, "kind");
  for (const auto* item : items_at(map, "entries"))
    all.push_back({.scheme = scheme,
                   .id = text_at(*item, "id"),
                   .title = text_at(*item, "title"),
                   .parent = text_at(*item, "parent"),
                   .note = text_at(*item, "note"),
                   .pack = {},
                   .kind = kind,
                   .place = place_of(*item)});
  return all;
}

Alias read_alias(const Tree& map) {
  return {text_at(map, "scheme"),
          text_at(map, "old"),
          text_at(map, "new"),
          text_at(map, "relation"),
          text_at(map, "since"),
          text_at(map, "note"),
          map.place};
}

View read_view(const Tree& map) {
  View view{.id = text_at(map, "id"),
            .title = text_at(map, "title"),
            .says = text_at(map, "says"),
            .schemes = texts_at(map, "schemes"),
            .kinds = texts_at(map, "kinds"),
            .open = {},
            .pack = {},
            .place = place_of(map)};
  for (const auto* item : items_at(map, "open"))
    view.open.push_back({text_at(*item, "id"), text_at(*item, "because"), item->place});
  return view;
}

Kind read_kind(const Tree& map) {
  const auto* relays = map.find("relays");
  return {text_at(map, "id"),         text_at(map, "title"), text_at(map, "says"), text_at(map, "in"),
          !relays || relays->boolean, place_of(map),         text_at(map, "kept")};
}

Objective read_objective(const Tree& map) {
  return {text_at(map, "id"), text_at(map, "title"), text_at(map, "group"), text_at(map, "source"), place_of(map)};
}

Stage read_stage(const Tree& map) {
  return {text_at(map, "id"), text_at(map, "title"), text_at(map, "source"), place_of(map)};
}

TraitDefinition read_trait(const Tree& map) {
  return {text_at(map, "id"),      text_at(map, "says"), texts_at(map, "on"),
          texts_at(map, "values"), place_of(map),        text_at(map, "kept")};
}

void read_fact(const Tree& map, std::vector<Fact>& facts, input::Diagnostics& found) {
  const auto id = text_at(map, "id");
  auto at = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.id == id; });
  if (at == facts.end())
    at = facts.insert(facts.end(), Fact{.id = id, .of_system = {}, .of_element = {}, .of_flow = {}});
  Fact::Definition definition{text_at(map, "title"), text_at(map, "says"), {}, place_of(map), text_at(map, "kept")};
  if (const auto* when = map.find("when")) definition.when = read_condition(*when);
  for (const auto& scope : texts_at(map, "of")) {
    auto& slot = scope == "system" ? at->of_system : scope == "element" ? at->of_element : at->of_flow;
    if (slot)
      found.push_back({input::Severity::error, "duplicate-id", "fact `" + id + "` is defined twice for the same scope",
                       definition.place, "the first is at " + to_text(slot->place)});
    else
      slot = definition;
  }
}

}  // namespace assize::catalogue
