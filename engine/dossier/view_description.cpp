// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"
#include "engine/evidence/validity.h"
#include "engine/walk/holds.h"

namespace assize::dossier {
namespace {

using model::Element;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string title_of_kind(const walk::Facts& facts, const std::string& kind) {
  const int index = facts.vocabulary->kind(kind);
  return index < 0 ? kind : facts.vocabulary->kinds[at(index)].title;
}

std::string boundary_title(const walk::Facts& facts, int boundary) {
  if (boundary < 0) return {};
  const auto& one = facts.system->boundaries[at(boundary)];
  return one.title.empty() ? one.id.text : one.title;
}

std::string name_of(model::BoundaryKind kind) {
  switch (kind) {
    case model::BoundaryKind::first_party:
      return "first-party";
    case model::BoundaryKind::third_party:
      return "third-party";
    case model::BoundaryKind::open_to_public:
      return "public";
  }
  return {};
}

std::string text_of_value(const model::Value& value) {
  std::vector<std::string> parts;
  for (const auto& [objective, rating] : value) parts.push_back(objective.text + " " + std::to_string(rating.rating));
  return join(parts);
}

std::string text_of_links(const Element& element) {
  std::vector<std::string> parts;
  for (const auto& link : element.links) parts.push_back(std::string(name_of(link.relation)) + " " + link.to.text);
  return join(parts);
}

/// All kinds that an element is of, its own first: what a template filters by.
std::string all_kinds(const walk::Facts& facts, int element) {
  std::vector<std::string> ids;
  const auto& kinds = facts.vocabulary->kinds;
  for (int kind = facts.kind_of_element[at(element)]; kind >= 0 && ids.size() < kinds.size();
       kind = facts.vocabulary->kind(kinds[at(kind)].parent))
    ids.push_back(kinds[at(kind)].id);
  return join(ids);
}

std::vector<int> numbers(std::size_t count) {
  std::vector<int> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = static_cast<int>(i);
  return all;
}

ViewTable elements_table(const Assessment& assessment) {
  const auto* facts = &assessment.facts;
  const auto element = [facts](int row) -> const Element& { return *facts->elements[at(row)]; };
  return table_of<int>(
      "elements", "Elements", numbers(facts->elements.size()),
      {{{"id", "Element", 1.4},
        [=](int row) {
          const auto& id = element(row).id.text;
          return with_source(with_anchor(text_cell(id), "element:" + id), element(row).place);
        }},
       {{"title", "Title", 2}, [=](int row) { return text_cell(element(row).title); }},
       {{"kind", "Kind", 1.2}, [=](int row) { return text_cell(element(row).kind.value.text); }},
       {{"kind-title", "Kind", 1.4},
        [=](int row) { return text_cell(title_of_kind(*facts, element(row).kind.value.text)); }},
       {{"kinds", "Kind and the kinds around it", 2}, [=](int row) { return text_cell(all_kinds(*facts, row)); }},
       {{"says", "What it is and does", 3}, [=](int row) { return text_cell(element(row).says); }},
       {{"boundary", "Boundary", 1.4},
        [=](int row) { return text_cell(boundary_title(*facts, facts->boundary_of[at(row)])); }},
       {{"traits", "What is so about it", 2.6},
        [=](int row) { return text_cell(text_of_traits(element(row).traits)); }},
       {{"value", "Rated objectives", 2}, [=](int row) { return text_cell(text_of_value(element(row).value)); }},
       {{"links", "Links", 2.2}, [=](int row) { return text_cell(text_of_links(element(row))); }},
       {{"brought-by", "Brought by", 1.2}, [=](int row) {
          const auto& by = element(row).brought_by;
          return with_link(text_cell(by), "implementation:" + by);
        }}});
}

ViewTable flows_table(const Assessment& assessment) {
  const auto* facts = &assessment.facts;
  const auto flow = [facts](int row) -> const model::Flow& { return facts->system->flows[at(row)]; };
  const auto end = [facts](const std::string& id) { return with_link(text_cell(id), "element:" + id); };
  return table_of<int>(
      "flows", "Data flows", numbers(facts->system->flows.size()),
      {{{"number", "No.", 0.4, true}, [](int row) { return integer_cell(row + 1); }},
       {{"id", "Flow", 2},
        [=](int row) {
          return with_source(with_anchor(text_cell(flow(row).id.text), "flow:" + flow(row).id.text), flow(row).place);
        }},
       {{"title", "Title", 2},
        [=](int row) {
          return text_cell(title_of_subject(*facts, {catalogue::Scope::flow, row}));
        }},
       {{"from", "From", 1.4}, [=](int row) { return end(flow(row).from.value.text); }},
       {{"to", "To", 1.4}, [=](int row) { return end(flow(row).to.value.text); }},
       {{"carries", "Carries", 2},
        [=](int row) {
          std::vector<std::string> ids;
          for (const auto& one : flow(row).carries) ids.push_back(one.value.text);
          return list_cell(ids);
        }},
       {{"traits", "What is so about it", 2.4}, [=](int row) { return text_cell(text_of_traits(flow(row).traits)); }},
       {{"crosses", "Crosses a boundary", 0.8}, [=](int row) { return yes_no_cell(facts->crosses[at(row)]); }}});
}

ViewTable boundaries_table(const Assessment& assessment) {
  const auto* facts = &assessment.facts;
  const auto boundary = [facts](int row) -> const model::Boundary& { return facts->system->boundaries[at(row)]; };
  return table_of<int>(
      "boundaries", "Trust boundaries", numbers(facts->system->boundaries.size()),
      {{{"id", "Boundary", 1.2},
        [=](int row) { return with_source(text_cell(boundary(row).id.text), boundary(row).place); }},
       {{"title", "Title", 1.8}, [=](int row) { return text_cell(boundary_title(*facts, row)); }},
       {{"kind", "In whose hands", 1}, [=](int row) { return text_cell(name_of(boundary(row).kind)); }},
       {{"inside", "Inside", 3},
        [=](int row) {
          std::vector<std::string> ids;
          for (const auto& one : boundary(row).inside) ids.push_back(one.value);
          return list_cell(ids);
        }},
       {{"in", "Lies in", 1.2},
        [=](int row) { return text_cell(boundary_title(*facts, facts->boundary_parent[at(row)])); }},
       {{"traits", "What is so about it", 2},
        [=](int row) { return text_cell(text_of_traits(boundary(row).traits)); }}});
}

/// Something an element says, and which element that is.
template <class Part>
struct Of {
  const Element* element = nullptr;
  const Part* part = nullptr;
};

template <class Part>
std::vector<Of<Part>> parts_of(const walk::Facts& facts, std::vector<Part> Element::*list) {
  std::vector<Of<Part>> all;
  for (const auto* element : facts.elements)
    for (const auto& part : element->*list) all.push_back({element, &part});
  return all;
}

template <class Part>
Field<Of<Part>> element_field() {
  return {{"element", "Element", 1.4}, [](const Of<Part>& row) {
            const auto& id = row.element->id.text;
            return with_source(with_link(text_cell(id), "element:" + id), row.part->place);
          }};
}

ViewTable lineage_table(const Assessment& assessment) {
  const auto* facts = &assessment.facts;
  using Link = Of<model::Link>;
  return table_of<Link>(
      "lineage", "What is made from what, and what depends on what", parts_of(*facts, &Element::links),
      {element_field<model::Link>(),
       {{"title", "Title", 2}, [](const Link& row) { return text_cell(row.element->title); }},
       {{"relation", "Relation", 1.2},
        [](const Link& row) { return text_cell(std::string(model::name_of(row.part->relation))); }},
       {{"other", "To", 1.4},
        [](const Link& row) { return with_link(text_cell(row.part->to.text), "element:" + row.part->to.text); }},
       {{"other-title", "Title", 2}, [facts](const Link& row) {
          const auto found = facts->element_index.find(row.part->to.text);
          return text_cell(found == facts->element_index.end() ? "" : facts->elements[at(found->second)]->title);
        }}});
}

ViewTable metrics_table(const Project& project, const Assessment& assessment) {
  using Metric = Of<model::Metric>;
  const auto* pieces = &project.evidence;
  const auto as_of = assessment.as_of;
  return table_of<Metric>(
      "metrics", "Measured performance", parts_of(assessment.facts, &Element::metrics),
      {element_field<model::Metric>(),
       {{"name", "Metric", 1.4}, [](const Metric& row) { return text_cell(row.part->name); }},
       {{"of", "Of", 1.4}, [](const Metric& row) { return text_cell(row.part->of); }},
       {{"value", "Value", 0.8, true},
        [](const Metric& row) { return number_cell(row.part->value, row.part->as_written); }},
       {{"interval", "Interval", 1.2}, [](const Metric& row) { return text_cell(row.part->interval); }},
       {{"on", "Measured on", 1.4},
        [](const Metric& row) { return with_link(text_cell(row.part->on.value), "element:" + row.part->on.value); }},
       {{"evidence", "Evidence", 1},
        [](const Metric& row) {
          const auto& id = row.part->evidence.value;
          return with_link(text_cell(id), "evidence:" + id);
        }},
       {{"validity", "On the date", 1}, [=](const Metric& row) {
          const auto piece = std::find_if(pieces->begin(), pieces->end(),
                                          [&](const auto& one) { return one.id == row.part->evidence.value; });
          if (piece == pieces->end()) return with_tone(text_cell("not evidenced"), Tone::gap);
          const auto validity = validity_on(*piece, as_of);
          return with_tone(text_cell(std::string(evidence::name_of(validity))),
                           validity == evidence::Validity::valid ? Tone::good : Tone::gap);
        }}});
}

ViewTable weaknesses_table(const Assessment& assessment) {
  using Weakness = Of<model::Weakness>;
  return table_of<Weakness>(
      "weaknesses", "Weaknesses that the description lists", parts_of(assessment.facts, &Element::weaknesses),
      {element_field<model::Weakness>(),
       {{"id", "Weakness", 1}, [](const Weakness& row) { return text_cell(row.part->id); }},
       {{"says", "What is weak", 4}, [](const Weakness& row) { return text_cell(row.part->says); }}});
}

struct ValueRow {
  std::string subject, title, objective;
  const model::Rating* rating = nullptr;  ///< Null: a risk hits the objective, but nobody rated it.
};

std::vector<ValueRow> value_rows(const Assessment& assessment) {
  const auto& facts = assessment.facts;
  std::map<walk::Subject, std::set<std::string>> hit;
  for (const auto& risk : assessment.risks)
    hit[risk.scenario.subject].insert(risk.scenario.threat->hits.begin(), risk.scenario.threat->hits.end());
  std::vector<ValueRow> rows;
  const auto add = [&](walk::Subject subject, const model::Value& value, bool with_unrated) {
    const auto name = facts.name_of(subject), title = title_of_subject(facts, subject);
    for (const auto& [objective, rating] : value) rows.push_back({name, title, objective.text, &rating});
    if (!with_unrated) return;
    for (const auto& objective : hit[subject])
      if (!value.contains({objective})) rows.push_back({name, title, objective, nullptr});
  };
  for (int i = 0; i < static_cast<int>(facts.elements.size()); ++i)
    add({catalogue::Scope::element, i}, facts.elements[at(i)]->value, true);
  // A flow that is not rated is worth what it carries: nothing is missing.
  for (int i = 0; i < static_cast<int>(facts.system->flows.size()); ++i)
    add({catalogue::Scope::flow, i}, facts.system->flows[at(i)].value, false);
  return rows;
}

ViewTable values_table(const Assessment& assessment) {
  return table_of<ValueRow>(
      "values", "What each objective is worth", value_rows(assessment),
      {{{"element", "Element", 1.4},
        [](const ValueRow& row) { return with_link(text_cell(row.subject), "element:" + row.subject); }},
       {{"title", "Title", 2}, [](const ValueRow& row) { return text_cell(row.title); }},
       {{"objective", "Objective", 1.2}, [](const ValueRow& row) { return text_cell(row.objective); }},
       {{"rating", "Rating", 0.8, true},
        [](const ValueRow& row) {
          return row.rating ? with_source(integer_cell(row.rating->rating), row.rating->place)
                            : with_tone(text_cell("not rated"), Tone::gap);
        }},
       {{"rated", "Rated", 0.6}, [](const ValueRow& row) { return yes_no_cell(row.rating != nullptr); }},
       {{"because", "Because", 3.6}, [](const ValueRow& row) {
          return text_cell(row.rating ? row.rating->because : "counts as 1 until it is rated");
        }}});
}

struct FactRow {
  walk::Subject subject;
  const catalogue::Fact* fact = nullptr;
};

ViewTable facts_table(const Assessment& assessment) {
  const auto* facts = &assessment.facts;
  std::vector<FactRow> rows;
  const auto& known = facts->vocabulary->facts;
  const auto add = [&](walk::Subject subject) {
    for (const auto& fact : known)
      if (const auto& definition = fact.of(subject.scope); definition && holds(definition->when, subject, *facts))
        rows.push_back({subject, &fact});
  };
  add({catalogue::Scope::system, 0});
  for (const int i : numbers(facts->elements.size())) add({catalogue::Scope::element, i});
  for (const int i : numbers(facts->system->flows.size())) add({catalogue::Scope::flow, i});
  const auto definition = [](const FactRow& row) -> const catalogue::Fact::Definition& {
    return *row.fact->of(row.subject.scope);
  };
  return table_of<FactRow>(
      "facts", "What follows from the description", std::move(rows),
      {{{"element", "Element", 1.4},
        [=](const FactRow& row) {
          return with_source(text_cell(facts->name_of(row.subject)), facts->place_of(row.subject));
        }},
       {{"scope", "Scope", 0.8},
        [](const FactRow& row) {
          return text_cell(row.subject.scope == catalogue::Scope::system    ? "system"
                           : row.subject.scope == catalogue::Scope::element ? "element"
                                                                            : "flow");
        }},
       {{"fact", "Fact", 1.6}, [](const FactRow& row) { return text_cell(row.fact->id); }},
       {{"title", "Title", 2.4}, [=](const FactRow& row) { return text_cell(definition(row).title); }},
       {{"says", "Meaning", 3.4}, [=](const FactRow& row) { return text_cell(definition(row).says); }}});
}

/// A fact, and all that it holds for.
struct FoundFact {
  const catalogue::Fact* fact = nullptr;
  catalogue::Scope scope = catalogue::Scope::system;
  std::vector<std::string> names;
};

ViewTable found_facts_table(const Assessment& assessment) {
  const auto& facts = assessment.facts;
  std::vector<FoundFact> rows;
  for (const auto& fact : facts.vocabulary->facts)
    for (const auto scope : {catalogue::Scope::system, catalogue::Scope::element, catalogue::Scope::flow}) {
      const auto& definition = fact.of(scope);
      if (!definition) continue;
      FoundFact row{&fact, scope, {}};
      const std::size_t count = scope == catalogue::Scope::system    ? 1
                                : scope == catalogue::Scope::element ? facts.elements.size()
                                                                     : facts.system->flows.size();
      for (const int i : numbers(count))
        if (holds(definition->when, {scope, i}, facts)) row.names.push_back(facts.name_of({scope, i}));
      if (!row.names.empty()) rows.push_back(std::move(row));
    }
  const auto definition = [](const FoundFact& row) -> const catalogue::Fact::Definition& {
    return *row.fact->of(row.scope);
  };
  return table_of<FoundFact>(
      "facts-found", "Facts that hold, and for what", std::move(rows),
      {{{"fact", "Fact", 1.4},
        [=](const FoundFact& row) { return with_source(text_cell(row.fact->id), definition(row).place); }},
       {{"title", "Title", 2}, [=](const FoundFact& row) { return text_cell(definition(row).title); }},
       {{"says", "Meaning", 2.6}, [=](const FoundFact& row) { return text_cell(definition(row).says); }},
       {{"for", "Holds for", 2.6}, [](const FoundFact& row) { return list_cell(row.names); }}});
}

}  // namespace

void add_description_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(elements_table(assessment));
  tables.push_back(flows_table(assessment));
  tables.push_back(boundaries_table(assessment));
  tables.push_back(lineage_table(assessment));
  tables.push_back(metrics_table(project, assessment));
  tables.push_back(weaknesses_table(assessment));
  tables.push_back(values_table(assessment));
  tables.push_back(facts_table(assessment));
  tables.push_back(found_facts_table(assessment));
}

}  // namespace assize::dossier
