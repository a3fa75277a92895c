// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/catalogue/view_groups.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/entry_sheet.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;

struct LegendRow {
  std::string topic, id, title, value;
  Tone tone = Tone::plain;
};

std::string meaning(At level) {
  switch (level) {
    case At::inherent:
      return "with no control at all";
    case At::claimed:
      return "with every control that is said to be in place, taken at its word";
    case At::evidenced:
      return "with those controls alone that have evidence valid on the date";
    case At::planned:
      return "with all planned controls done as well";
  }
  return {};
}

void add_method(const catalogue::Method& method, std::vector<LegendRow>& rows) {
  const auto topic = [&](const std::string& what) { return method.id + ": " + what; };
  rows.push_back({topic("method"), method.id, method.title, "version " + method.version});
  for (std::size_t i = method.classes.size(); i-- > 0;)
    rows.push_back({topic("class"), method.classes[i].id, method.classes[i].title,
                    "risk " + std::to_string(method.classes[i].from.value) + " and more",
                    tone_of_class(method, static_cast<int>(i))});
  for (const auto& word : method.likelihoods)
    rows.push_back({topic("likelihood"), word.id, word.title, std::to_string(word.value)});
  for (const auto& word : method.impacts)
    rows.push_back({topic("impact"), word.id, word.title, std::to_string(word.value)});
  for (const auto& factor : method.factors)
    for (const auto& level : factor.levels)
      rows.push_back({topic(factor.id), level.id, level.title,
                      level.not_feasible ? "not feasible" : std::to_string(level.points) + " points"});
  for (const auto& intensity : method.intensities)
    rows.push_back({topic("intensity"), intensity.id, intensity.title,
                    "adds " + std::to_string(intensity.adds) + " to the impact"});
  for (const auto& band : method.bands)
    rows.push_back(
        {topic("band"), band.id, band.title,
         "from " + std::to_string(band.from) + " points: likelihood " + std::to_string(band.likelihood.value)});
}

Table legend(const View& view) {
  std::vector<LegendRow> rows;
  for (const auto level : analyse::all_levels)
    rows.push_back({"level", std::string(name_of(level)), sentence_case(std::string(name_of(level))), meaning(level)});
  for (const auto* method : methods_of(view.project())) add_method(*method, rows);
  const auto table = table_of<LegendRow>(
      "legend", "Legend", std::move(rows),
      {{{"topic", "Topic", 1.4}, [](const LegendRow& row) { return text_cell(row.topic); }},
       {{"id", "Word", 1.2}, [](const LegendRow& row) { return with_tone(text_cell(row.id), row.tone); }},
       {{"title", "Title", 2}, [](const LegendRow& row) { return text_cell(row.title); }},
       {{"value", "Meaning", 3}, [](const LegendRow& row) { return text_cell(row.value); }}});
  TableWish wish;
  wish.id = "legend";
  wish.caption = "Words and numbers";
  return draw_table(table, wish).table;
}

/// The entries of a view of the catalogue that the threat of each risk names, as a column behind its title.
void add_entries(const catalogue::Catalogue& catalogue, const catalogue::View& by, Table& table) {
  const auto column = [&](const char* id) {
    return static_cast<std::size_t>(
        std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& one) { return one.id == id; }) -
        table.columns.begin());
  };
  const auto id = column("id"), at = column("title") + 1;
  const auto offset = static_cast<std::ptrdiff_t>(at);
  table.columns.insert(table.columns.begin() + offset, Column{"view-" + by.id, by.title, 2});
  for (auto& row : table.rows) {
    const auto threat = row[id].text.substr(0, row[id].text.find('@'));
    row.insert(row.begin() + offset,
               list_cell(with_titles(catalogue, stands_under(catalogue, by, *catalogue.threat(threat)))));
  }
}

}  // namespace

Document register_document(const View& view, RegisterFor reader, const catalogue::View* by) {
  auto document = frame(view, "risk-register", "Risk register", view.values().at("project.title"));
  auto& cover = document.cover.facts;
  cover.push_back(fact("Risks", view.values().at("count.risks")));
  for (const auto level : analyse::all_levels) {
    const std::string name(name_of(level));
    cover.push_back(fact(view.values().at("class.worst") + ", " + name, view.values().at("count." + name + ".worst")));
  }
  TableWish wish;
  wish.id = "risks";
  wish.caption = "Risks, worst first";
  switch (reader) {
    case RegisterFor::spreadsheet:  // Each value in a cell of its own, typed.
      wish.columns = {"id",
                      "title",
                      "element-title",
                      "objectives",
                      "method",
                      "reasons",
                      "inherent-class",
                      "inherent-risk",
                      "claimed-class",
                      "claimed-risk",
                      "evidenced-class",
                      "evidenced-risk",
                      "planned-class",
                      "planned-risk",
                      "controls",
                      "treatment",
                      "owner",
                      "due",
                      "decision"};
      break;
    case RegisterFor::paper:  // The id names the element. More columns than these nobody can read on paper.
      wish.columns = {"id", "title", "reasons", "inherent", "claimed", "evidenced", "planned", "controls", "decided"};
      break;
    case RegisterFor::terminal:
      wish.columns = {"id", "title", "inherent", "claimed", "evidenced", "planned", "decision"};
      break;
  }
  const auto& catalogue = view.project().catalogue;
  if (!catalogue.overrulings.empty()) wish.columns.push_back("overruled");
  wish.when_empty = "No threat of the catalogues applies to the system as described.";
  wish.anchors = true;
  Section glance{"glance", "", "At a glance", {}, {}};
  for (const char* kind : {"class-bars", "heat-map", "data-flow"})
    for (auto& figure : figures_of(*figure_kind(kind), view, kind, figure_kind(kind)->caption))
      glance.blocks.emplace_back(std::move(figure));
  Section risks{"register", "", "Risks", {}, {}};
  auto table = draw_table(*view.table("risks"), wish).table;
  if (reader == RegisterFor::terminal)  // The words of a class stay whole: they are what one looks for.
    for (auto& column : table.columns)
      column.width = column.id == "id" || column.id == "title"             ? 1.9
                     : column.id == "decision" || column.id == "overruled" ? 1.2
                                                                           : 1.6;
  if (by) add_entries(catalogue, *by, table);
  risks.blocks.emplace_back(std::move(table));
  Section overruled{"overruled", "", "Catalogue entries that another pack overrules", {}, {}};
  TableWish overrulings;
  overrulings.id = "overrulings";
  overrulings.caption = "What stands here instead of what the overruled pack says";
  overrulings.columns = {"pack", "of", "what", "id", "key", "before", "after", "because"};
  overruled.blocks.emplace_back(draw_table(*view.table("overrulings"), overrulings).table);
  Section explained{"explained", "", "Legend", {}, {}};
  explained.blocks.emplace_back(legend(view));
  if (reader == RegisterFor::paper) document.sections.push_back(std::move(glance));
  document.sections.push_back(std::move(risks));
  if (!catalogue.overrulings.empty()) document.sections.push_back(std::move(overruled));
  document.sections.push_back(std::move(explained));
  settle_links(document);
  return document;
}

}  // namespace assize::dossier
