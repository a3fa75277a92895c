// SPDX-License-Identifier: Apache-2.0
#include "engine/model/read_system.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/input/check_schema.h"
#include "engine/input/nearest.h"

namespace assize::model {
namespace {

using input::Diagnostics;
using input::Severity;
using input::Tree;

Traits read_traits(const Tree& map) {
  Traits traits;
  const auto* found = map.find("traits");
  if (!found) return traits;
  for (const auto& member : found->members) {
    Trait trait{.values = {}, .place = member.key_place};
    for (const auto* item : input::items_at(*found, member.key)) trait.values.push_back(item->text);
    traits.emplace(member.key, std::move(trait));
  }
  return traits;
}

std::vector<Link> read_links(const Tree& map) {
  std::vector<Link> links;
  for (const auto& [name, relation] : relations)
    for (auto& to : input::saids_at(map, name)) links.push_back({relation, {std::move(to.value)}, std::move(to.place)});
  return links;
}

Element read_element(const Tree& map) {
  Element element;
  element.id = {input::text_at(map, "id")};
  auto kind = input::said_at(map, "kind");
  element.kind = {{std::move(kind.value)}, std::move(kind.place)};
  element.title = input::text_at(map, "title");
  if (element.title.empty()) element.title = element.id.text;
  element.says = input::text_at(map, "says");
  element.traits = read_traits(map);
  element.value = read_value(map);
  element.links = read_links(map);
  for (const auto* item : input::items_at(map, "metrics")) {
    const auto* number = item->find("value");
    element.metrics.push_back({.name = input::text_at(*item, "name"),
                               .of = input::text_at(*item, "of"),
                               .value = number ? number->number : 0,
                               .as_written = number ? number->text : "",
                               .interval = input::text_at(*item, "interval"),
                               .on = input::said_at(*item, "on"),
                               .evidence = input::said_at(*item, "evidence"),
                               .place = item->place});
  }
  for (const auto* item : input::items_at(map, "weaknesses"))
    element.weaknesses.push_back({input::text_at(*item, "id"), input::text_at(*item, "says"), item->place});
  element.place = map.find("id") ? map.find("id")->place : map.place;
  return element;
}

Flow read_flow(const Tree& map) {
  Flow flow;
  auto from = input::said_at(map, "from");
  auto to = input::said_at(map, "to");
  flow.id = {input::text_at(map, "id")};
  if (flow.id.text.empty()) flow.id.text = from.value + ".." + to.value;
  flow.title = input::text_at(map, "title");
  if (flow.title.empty()) flow.title = from.value + " → " + to.value;
  flow.from = {{std::move(from.value)}, std::move(from.place)};
  flow.to = {{std::move(to.value)}, std::move(to.place)};
  for (auto& carried : input::saids_at(map, "carries"))
    flow.carries.push_back({{std::move(carried.value)}, std::move(carried.place)});
  flow.traits = read_traits(map);
  flow.value = read_value(map);
  flow.place = map.place;
  return flow;
}

Boundary read_boundary(const Tree& map) {
  const auto kind = input::text_at(map, "kind");
  Boundary boundary{.id = {input::text_at(map, "id")},
                    .title = input::text_at(map, "title"),
                    .kind = kind == "third-party" ? BoundaryKind::third_party
                            : kind == "public"    ? BoundaryKind::open_to_public
                                                  : BoundaryKind::first_party,
                    .inside = input::saids_at(map, "inside"),
                    .traits = read_traits(map),
                    .place = map.place};
  if (boundary.title.empty()) boundary.title = boundary.id.text;
  return boundary;
}

Harm read_harm(const Tree& map) {
  Harm harm{.id = input::text_at(map, "id"),
            .who = input::text_at(map, "who"),
            .what = input::text_at(map, "what"),
            .because = input::text_at(map, "because"),
            .when = {},
            .rating = 1,
            .place = map.place};
  if (const auto* rating = map.find("rating")) harm.rating = std::clamp(static_cast<int>(rating->integer), 1, 3);
  for (const auto* when : input::items_at(map, "when"))
    for (const auto& member : when->members) harm.when.push_back({{member.key}, {member.value.text}, member.key_place});
  return harm;
}

Purpose read_purpose(const Tree& map) {
  return {.intended = input::text_at(map, "intended"),
          .setting = input::text_at(map, "setting"),
          .benefits = input::text_at(map, "benefits"),
          .users = input::saids_at(map, "users"),
          .affected = input::saids_at(map, "affected"),
          .excluded = input::texts_at(map, "excluded"),
          .misuse = input::texts_at(map, "misuse"),
          .place = map.place};
}

void read_head(const Tree& tree, System& system) {
  system.id = input::text_at(tree, "id");
  system.name = input::text_at(tree, "name");
  system.version = input::text_at(tree, "version");
  for (const auto* item : input::items_at(tree, "earlier"))
    system.earlier.push_back(
        {input::text_at(*item, "version"), input::text_at(*item, "date"), input::text_at(*item, "changes")});
  if (const auto* provider = tree.find("provider"))
    system.provider = {input::text_at(*provider, "name"), input::text_at(*provider, "country"),
                       input::text_at(*provider, "address"), input::text_at(*provider, "contact"),
                       input::text_at(*provider, "authorised-representative")};
  system.stage = input::said_at(tree, "stage");
  if (const auto* source = tree.find("source"))
    system.source = Transcription{input::text_at(*source, "title"), input::text_at(*source, "licence"),
                                  input::text_at(*source, "url"), input::texts_at(*source, "added")};
  if (const auto* purpose = tree.find("purpose")) system.purpose = read_purpose(*purpose);
  system.environment = input::texts_at(tree, "environment");
  for (const auto* item : input::items_at(tree, "assumptions")) {
    if (item->shape == Tree::Shape::map)
      system.assumptions.push_back(
          {input::text_at(*item, "id"), input::text_at(*item, "says"), input::text_at(*item, "owner"), item->place});
    else
      system.assumptions.push_back({"", item->text, "", item->place});
  }
  if (const auto* facts = tree.find("facts"))
    for (const auto& member : facts->members) system.facts[member.key] = read_answer(member.value);
  for (const auto* item : input::items_at(tree, "agents"))
    system.agents.push_back({.id = input::text_at(*item, "id"),
                             .title = input::text_at(*item, "title"),
                             .motivation = input::text_at(*item, "motivation"),
                             .capability = input::text_at(*item, "capability"),
                             .access = input::text_at(*item, "access"),
                             .because = input::text_at(*item, "because"),
                             .families = input::texts_at(*item, "families"),
                             .place = item->place});
}

/// Ids that two things share, and ids that name nothing.
class Names {
 public:
  explicit Names(Diagnostics& found) : found_(found) {}

  void declare(const std::string& what, const std::string& id, const input::Place& place) {
    if (id.empty()) return;  // The schema has said so.
    const auto [at, fresh] = declared_.emplace(id, place);
    if (!fresh)
      found_.push_back(
          {Severity::error, "duplicate-id", what + " `" + id + "` has an id that is already taken", place,
           "the first is at " + to_text(at->second) + "; ids of elements, flows and boundaries are one set"});
  }

 private:
  Diagnostics& found_;
  std::map<std::string, input::Place> declared_;
};

class Checker {
 public:
  Checker(const System& system, Diagnostics& found) : system_(system), found_(found) {
    for (const auto& element : system.elements) {
      elements_.insert(element.id.text);
      element_names_.push_back(element.id.text);
    }
    for (const auto& boundary : system.boundaries) boundaries_.emplace(boundary.id.text, &boundary);
  }

  void check() {
    Names names(found_);
    for (const auto& element : system_.elements) names.declare("element", element.id.text, element.place);
    for (const auto& boundary : system_.boundaries) names.declare("boundary", boundary.id.text, boundary.place);
    for (const auto& flow : system_.flows) names.declare("flow", flow.id.text, flow.place);
    Names weaknesses(found_);
    for (const auto& element : system_.elements)
      for (const auto& weakness : element.weaknesses) weaknesses.declare("weakness", weakness.id, weakness.place);
    check_links();
    check_flows();
    check_boundaries();
    check_lineage();
    for (const auto& harm : system_.harms)
      for (const auto& when : harm.when)
        must_be_element(when.element.text, when.place,
                        [&] { return "a harm comes about at `" + when.element.text + "`"; });
  }

 private:
  template <class Saying>
  void must_be_element(const std::string& id, const input::Place& place, const Saying& saying) {
    if (id.empty() || elements_.contains(id)) return;
    found_.push_back({Severity::error, "unknown-element", saying() + ", which is not an element", place,
                      input::did_you_mean(id, element_names_)});
  }

  void check_links() {
    for (const auto& element : system_.elements) {
      for (const auto& link : element.links)
        must_be_element(link.to.text, link.place, [&] {
          return "`" + std::string(name_of(link.relation)) + "` of `" + element.id.text + "` names `" + link.to.text +
                 "`";
        });
      for (const auto& metric : element.metrics)
        must_be_element(metric.on.value, metric.on.place, [&] {
          return "metric `" + metric.name + "` of `" + element.id.text + "` was measured on `" + metric.on.value + "`";
        });
    }
  }

  void check_flows() {
    for (const auto& flow : system_.flows) {
      must_be_element(flow.from.value.text, flow.from.place,
                      [&] { return "flow `" + flow.id.text + "` starts at `" + flow.from.value.text + "`"; });
      must_be_element(flow.to.value.text, flow.to.place,
                      [&] { return "flow `" + flow.id.text + "` ends at `" + flow.to.value.text + "`"; });
      for (const auto& carried : flow.carries)
        must_be_element(carried.value.text, carried.place,
                        [&] { return "flow `" + flow.id.text + "` carries `" + carried.value.text + "`"; });
      if (!flow.from.value.text.empty() && flow.from.value == flow.to.value)
        found_.push_back({Severity::error, "self-flow",
                          "flow `" + flow.id.text + "` starts and ends at `" + flow.from.value.text + "`",
                          flow.to.place, "a flow moves data from one element to another"});
    }
  }

  void check_boundaries() {
    auto names = element_names_;
    for (const auto& [id, boundary] : boundaries_) names.push_back(id);
    std::map<std::string, std::pair<std::string, input::Place>> home;
    for (const auto& boundary : system_.boundaries)
      for (const auto& inside : boundary.inside) {
        if (!elements_.contains(inside.value) && !boundaries_.contains(inside.value)) {
          found_.push_back({Severity::error, "unknown-element",
                            "boundary `" + boundary.id.text + "` is around `" + inside.value +
                                "`, which is neither an element nor a boundary",
                            inside.place, input::did_you_mean(inside.value, names)});
          continue;
        }
        const auto [at, fresh] = home.emplace(inside.value, std::pair(boundary.id.text, inside.place));
        if (!fresh)
          found_.push_back(
              {Severity::error, "two-boundaries",
               "`" + inside.value + "` lies in boundary `" + boundary.id.text + "` and in `" + at->second.first + "`",
               inside.place,
               "the first is at " + to_text(at->second.second) +
                   "; to nest them, name the inner boundary inside the outer one"});
      }
    std::set<std::string> in_cycles;
    for (const auto& boundary : system_.boundaries) {
      std::vector<std::string> around;  // From the boundary outwards.
      for (auto at = home.find(boundary.id.text); at != home.end() && around.size() <= boundaries_.size();
           at = home.find(around.back())) {
        around.push_back(at->second.first);
        if (around.back() == boundary.id.text) break;
      }
      // One that lies in a cycle but is no part of it has no fault; a cycle is said once.
      if (around.empty() || around.back() != boundary.id.text || in_cycles.contains(boundary.id.text)) continue;
      std::string way;
      for (std::size_t i = 0; i + 1 < around.size(); ++i) way += (i == 0 ? ", by way of `" : ", `") + around[i] + "`";
      in_cycles.insert(around.begin(), around.end());
      found_.push_back({Severity::error, "boundary-cycle",
                        "boundary `" + boundary.id.text + "` lies inside itself" + way, boundary.place,
                        "take one of the names out of `inside`"});
    }
  }

  /// Something cannot be made from itself. Depth-first with an explicit stack: a chain may be long.
  void check_lineage() {
    std::map<std::string, const Element*> by_id;
    for (const auto& element : system_.elements) by_id.emplace(element.id.text, &element);
    std::map<std::string, int> state;  // 1: on the path, 2: done
    for (const auto& start : system_.elements) {
      if (state[start.id.text] != 0) continue;
      std::vector<std::pair<const Element*, std::size_t>> path{{&start, 0}};
      state[start.id.text] = 1;
      while (!path.empty()) {
        auto& [element, next] = path.back();
        if (next == element->links.size()) {
          state[element->id.text] = 2;
          path.pop_back();
          continue;
        }
        const auto& link = element->links[next++];
        if (link.relation != Relation::trained_on && link.relation != Relation::fine_tuned_from &&
            link.relation != Relation::derived_from)
          continue;
        const auto to = by_id.find(link.to.text);
        if (to == by_id.end() || state[link.to.text] == 2) continue;
        if (state[link.to.text] == 1) {
          found_.push_back({Severity::error, "lineage-cycle",
                            "`" + element->id.text + "` is made from `" + link.to.text +
                                "`, which is made from it, directly or by way of others",
                            link.place, "something that learns in operation has the trait `learns-in-operation`"});
          continue;
        }
        state[link.to.text] = 1;
        path.emplace_back(to->second, 0);
      }
    }
  }

  const System& system_;
  Diagnostics& found_;
  std::set<std::string> elements_;
  std::vector<std::string> element_names_;
  std::map<std::string, const Boundary*> boundaries_;
};

}  // namespace

Value read_value(const Tree& map) {
  Value value;
  const auto* found = map.find("value");
  if (!found) return value;
  for (const auto& member : found->members) {
    const auto* rating = member.value.find("rating");
    value[{member.key}] = {.rating = rating ? std::clamp(static_cast<int>(rating->integer), 1, 3) : 1,
                           .because = input::text_at(member.value, "because"),
                           .place = member.key_place};
  }
  return value;
}

SystemRead read_system(const Tree& tree) {
  SystemRead read;
  read.found = input::schema("system").check(tree);
  auto& system = read.system;
  system.place = tree.place;
  read_head(tree, system);
  system.traits = read_traits(tree);
  for (const auto* item : input::items_at(tree, "boundaries")) system.boundaries.push_back(read_boundary(*item));
  for (const auto* item : input::items_at(tree, "elements")) system.elements.push_back(read_element(*item));
  for (const auto* item : input::items_at(tree, "flows")) system.flows.push_back(read_flow(*item));
  for (const auto* item : input::items_at(tree, "harms")) system.harms.push_back(read_harm(*item));
  Checker(system, read.found).check();
  return read;
}

}  // namespace assize::model
