// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using catalogue::Mark;
using catalogue::Method;

std::string meaning(Mark mark) {
  switch (mark) {
    case Mark::primary:
      return "read in the primary record";
    case Mark::second_hand:
      return "second-hand: reported by a third party";
    case Mark::inferred:
      return "inferred, or our own design";
    case Mark::unverified:
      return "not verified";
  }
  return {};
}

/// A cell of a method's tables, whatever the table.
struct MethodCell {
  const Method* method = nullptr;
  std::string part;  ///< Id of the table: a factor, `intensity`, `bands`, ...
  std::string part_title;
  std::string id, title, value, to;
  Mark mark = Mark::primary;
  std::string source, note;
};

std::vector<MethodCell> level_cells(const Method& method) {
  std::vector<MethodCell> cells;
  for (const auto& factor : method.factors)
    for (const auto& level : factor.levels)
      cells.push_back({&method, factor.id, factor.title, level.id, level.title,
                       level.not_feasible ? "not feasible" : std::to_string(level.points), "", level.mark,
                       level.source.empty() ? factor.source : level.source, level.note});
  for (const auto& intensity : method.intensities)
    cells.push_back({&method, "intensity", "Intensity", intensity.id, intensity.title,
                     "+" + std::to_string(intensity.adds) + " on impact", "", intensity.mark, intensity.source,
                     intensity.note});
  return cells;
}

std::string scale_text(const std::vector<Method::Word>& words, int value) {
  const auto title = title_of(words, value);
  return std::to_string(value) + (title.empty() ? "" : " " + title);
}

std::vector<MethodCell> band_cells(const Method& method) {
  std::vector<MethodCell> cells;
  for (const auto& band : method.bands)
    cells.push_back({&method, "bands", "Bands of the sum", band.id, band.title, std::to_string(band.from),
                     scale_text(method.likelihoods, band.likelihood.value), band.mark, band.source, band.note});
  return cells;
}

std::vector<MethodCell> class_cells(const Method& method) {
  std::vector<MethodCell> cells;
  for (const auto& one : method.classes)
    cells.push_back({&method, "classes", "Classes of risk", one.id, one.title, std::to_string(one.from.value), "",
                     one.mark, one.source, one.note});
  return cells;
}

std::vector<MethodCell> scale_cells(const Method& method) {
  std::vector<MethodCell> cells;
  for (const auto& [id, title, words] :
       {std::tuple{"likelihood", "Likelihood", &method.likelihoods}, std::tuple{"impact", "Impact", &method.impacts}})
    for (const auto& word : *words)
      cells.push_back(
          {&method, id, title, word.id, word.title, std::to_string(word.value), "", word.mark, word.source, word.note});
  return cells;
}

/// What a method computes beside its tables, each with its own mark.
std::vector<MethodCell> rule_cells(const Method& method) {
  std::vector<MethodCell> cells;
  for (const auto& band : method.bands)
    cells.push_back({&method, "bands", "From band to likelihood", band.id, band.title,
                     scale_text(method.likelihoods, band.likelihood.value), "", band.likelihood_mark, band.source,
                     band.note});
  for (const auto& factor : method.factors)
    for (const auto& one : factor.read_as)
      cells.push_back({&method, factor.id, factor.title + ", levels it has not", one.level, "read as " + one.as, one.as,
                       "", one.mark, one.source, one.note});
  for (const auto& one : method.rating_impacts)
    cells.push_back({&method, "rating-impacts", "From rating to impact", std::to_string(one.rating), "rating",
                     scale_text(method.impacts, one.impact.value), "", one.mark, one.source, one.note});
  cells.push_back({&method, "impact", "Highest resulting impact", "impact-cap",
                   "rating and intensity together, at most", std::to_string(method.impact_cap), "",
                   method.impact_cap_mark, "", method.impact_cap_note});
  cells.push_back({&method, "risk", "From likelihood and impact to risk", "risk",
                   method.matrix.empty() ? "likelihood times impact" : "a matrix",
                   method.matrix.empty() ? "product" : "matrix", "", method.risk_mark, method.risk_source,
                   method.risk_note});
  return cells;
}

template <class Make>
std::vector<MethodCell> of_all(const Project& project, Make make) {
  std::vector<MethodCell> all;
  for (const auto* method : methods_of(project))
    for (auto& cell : make(*method)) all.push_back(std::move(cell));
  return all;
}

using MethodField = Field<MethodCell>;

MethodField method_field() {
  return {{"method", "Method", 0.9},
          [](const MethodCell& row) { return with_source(text_cell(row.method->id), row.method->place); }};
}

std::vector<MethodField> provenance_fields() {
  return {{{"mark", "Mark", 0.4}, [](const MethodCell& row) { return text_cell(std::string(name_of(row.mark))); }},
          {{"meaning", "Meaning of the mark", 1.6}, [](const MethodCell& row) { return text_cell(meaning(row.mark)); }},
          {{"source", "Source", 1.8}, [](const MethodCell& row) { return text_cell(row.source); }},
          {{"note", "Note", 2.4}, [](const MethodCell& row) { return text_cell(row.note); }}};
}

ViewTable cells_table(std::string id, std::string title, std::vector<MethodCell> rows,
                      std::vector<MethodField> fields) {
  fields.insert(fields.begin(), method_field());
  for (auto& field : provenance_fields()) fields.push_back(std::move(field));
  return table_of(std::move(id), std::move(title), std::move(rows), std::move(fields));
}

MethodField text_field(std::string id, std::string title, double width, std::string MethodCell::*what) {
  return {{std::move(id), std::move(title), width}, [what](const MethodCell& row) { return text_cell(row.*what); }};
}

ViewTable factors_of_methods(const Project& project) {
  auto points =
      MethodField{{"points", "Points", 0.9, true}, [](const MethodCell& row) { return text_cell(row.value); }};
  return cells_table("method-factors", "Factors and their levels", of_all(project, level_cells),
                     {text_field("factor", "Factor", 1, &MethodCell::part),
                      text_field("factor-title", "Factor", 1.4, &MethodCell::part_title),
                      text_field("level", "Level", 1.2, &MethodCell::id),
                      text_field("title", "Meaning", 2, &MethodCell::title), std::move(points)});
}

ViewTable bands_of_methods(const Project& project) {
  auto table = cells_table(
      "method-bands", "From the sum to a likelihood", of_all(project, band_cells),
      {text_field("band", "Band", 1.2, &MethodCell::id), text_field("title", "Title", 1.2, &MethodCell::title),
       text_field("from", "From points", 0.8, &MethodCell::value),
       text_field("likelihood", "Likelihood", 1.2, &MethodCell::to)});
  return table;
}

ViewTable unverified_table(const Project& project) {
  std::vector<MethodCell> open;
  for (const auto make : {level_cells, band_cells, scale_cells, rule_cells, class_cells})
    for (auto& cell : of_all(project, make))
      if (cell.mark != Mark::primary) open.push_back(std::move(cell));
  return cells_table(
      "unverified", "Cells of the methods that were not read in the primary record", std::move(open),
      {text_field("part", "Table", 1.6, &MethodCell::part_title), text_field("cell", "Cell", 1.4, &MethodCell::id),
       text_field("title", "Title", 1.6, &MethodCell::title), text_field("value", "Value", 0.9, &MethodCell::value)});
}

ViewTable methods_table(const Project& project) {
  using Row = const Method*;
  return table_of<Row>(
      "methods", "Methods", methods_of(project),
      {{{"id", "Method", 0.9}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
       {{"title", "Title", 2}, [](Row row) { return text_cell(row->title); }},
       {{"version", "Version", 0.8}, [](Row row) { return text_cell(row->version); }},
       {{"rates", "Rates", 1.2},
        [](Row row) {
          return text_cell(row->scheme == catalogue::Scheme::attack ? "what an attacker does" : "what has no attacker");
        }},
       {{"sum", "The sum is called", 1.2}, [](Row row) { return text_cell(row->sum); }},
       {{"risk", "Risk", 1.4},
        [](Row row) { return text_cell(row->matrix.empty() ? "likelihood times impact" : "by a matrix"); }},
       {{"note", "Note", 4}, [](Row row) { return text_cell(row->note); }}});
}

}  // namespace

void add_method_tables(const Project& project, const Assessment&, std::vector<ViewTable>& tables) {
  tables.push_back(methods_table(project));
  tables.push_back(factors_of_methods(project));
  tables.push_back(bands_of_methods(project));
  tables.push_back(cells_table(
      "method-scales", "Scales of likelihood and impact", of_all(project, scale_cells),
      {text_field("scale", "Scale", 1.2, &MethodCell::part_title),
       text_field("value", "Value", 0.6, &MethodCell::value), text_field("title", "Title", 1.6, &MethodCell::title)}));
  tables.push_back(cells_table(
      "method-classes", "Classes of risk", of_all(project, class_cells),
      {text_field("class", "Class", 1.2, &MethodCell::id), text_field("title", "Title", 1.2, &MethodCell::title),
       text_field("from", "From risk", 0.8, &MethodCell::value)}));
  tables.push_back(unverified_table(project));
}

}  // namespace assize::dossier
