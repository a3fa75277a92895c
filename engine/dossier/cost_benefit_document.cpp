// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using catalogue::Mark;

std::string name_of_parts(const Countermeasure& one) {
  std::vector<std::string> ids;
  for (const auto* part : one.parts) ids.push_back(part->id);
  return join(ids);
}

std::string title_of(const Countermeasure& one, const Project& project) {
  if (one.parts.size() != 1) return "all planned, as one";
  const auto& id = one.parts.front()->control.value;
  if (const auto* control = project.catalogue.control(id)) return control->title;
  const auto* requirement = project.catalogue.requirement(id);
  return requirement ? requirement->title : "";
}

std::string status_of(const Countermeasure& one) {
  return one.parts.empty() ? "" : std::string(evidence::name_of(one.parts.front()->status));
}

int risk_points(const Balance& balance) {
  int sum = 0;
  for (const auto& term : balance.classes) sum += term.points();
  return sum;
}

int cost_points(const Balance& balance, bool adds) {
  int sum = 0;
  for (const auto& term : balance.costs)
    if (term.dimension->adds == adds) sum += term.points();
  return sum;
}

const char* text_of(Mark mark) {
  switch (mark) {
    case Mark::primary:
      return "";
    case Mark::second_hand:
      return "second-hand";
    case Mark::inferred:
      return "inferred";
    case Mark::unverified:
      return "not verified";
  }
  return "";
}

/// One line of a sum.
struct Term {
  std::string countermeasure, part, says, because;
  int points = 0;
  Mark mark = Mark::primary;
  bool is_result = false;
};

void add_terms(const Countermeasure& one, const std::string& name, const catalogue::Method& method,
               std::vector<Term>& terms) {
  for (const auto& term : one.balance.classes) {
    const auto found = std::find_if(method.classes.begin(), method.classes.end(),
                                    [&](const auto& known) { return known.id == term.weight->risk_class; });
    terms.push_back({name, found->title + " risks",
                     std::to_string(term.before) + " before, " + std::to_string(term.after) + " after, " +
                         std::to_string(term.weight->weight) +
                         (term.weight->weight == 1 ? " point each" : " points each"),
                     "", term.points(), term.weight->mark, false});
  }
  for (const auto& term : one.balance.costs) {
    const auto* cost = term.implementation->cost_of(term.dimension->id);
    const bool several = one.parts.size() > 1;
    terms.push_back({name, term.dimension->title,
                     (several ? term.implementation->id + ": " : "") + term.level->title +
                         (term.dimension->adds ? ", added" : ", taken off"),
                     cost->because, term.points(), term.level->mark, false});
  }
  terms.push_back({name, "Result", "", "", one.balance.result(), method.cost_benefit->mark, true});
}

Table terms_table(const std::string& id, const std::string& caption, std::vector<Term> terms,
                  const std::string& when_empty) {
  const auto table = table_of<Term>(
      id, caption, std::move(terms),
      {{{"countermeasure", "Countermeasure", 1.6}, [](const Term& row) { return text_cell(row.countermeasure); }},
       {{"term", "Term", 1.4}, [](const Term& row) { return text_cell(row.part); }},
       {{"says", "What goes in", 2.4}, [](const Term& row) { return text_cell(row.says); }},
       {{"points", "Points", 0.7, true},
        [](const Term& row) {
          return with_tone(integer_cell(row.points), !row.is_result   ? Tone::plain
                                                     : row.points < 0 ? Tone::gap
                                                                      : Tone::good);
        }},
       {{"mark", "How sure", 1}, [](const Term& row) { return text_cell(text_of(row.mark)); }},
       {{"because", "Because", 3}, [](const Term& row) { return text_cell(row.because); }}});
  TableWish wish;
  wish.id = id;
  wish.caption = caption;
  wish.when_empty = when_empty;
  return draw_table(table, wish).table;
}

Table ranking(const CostBenefit& analysis, const Project& project) {
  using Row = const Countermeasure*;
  auto rows = pointers(analysis.each);
  std::stable_sort(rows.begin(), rows.end(), [](Row a, Row b) { return a->balance.result() > b->balance.result(); });
  const auto table = table_of<Row>(
      "ranking", "Countermeasures by result", rows,
      {{{"countermeasure", "Countermeasure", 1.6}, [](const Row& row) { return text_cell(name_of_parts(*row)); }},
       {{"title", "Title", 3}, [&](const Row& row) { return text_cell(title_of(*row, project)); }},
       {{"status", "Status", 1}, [](const Row& row) { return text_cell(status_of(*row)); }},
       {{"risks", "Risks taken away", 1, true}, [](const Row& row) { return integer_cell(risk_points(row->balance)); }},
       {{"costs", "Costs", 0.8, true}, [](const Row& row) { return integer_cell(cost_points(row->balance, false)); }},
       {{"benefits", "Law and market", 1, true},
        [](const Row& row) { return integer_cell(cost_points(row->balance, true)); }},
       {{"result", "Result", 0.8, true}, [](const Row& row) {
          const int result = row->balance.result();
          return with_tone(integer_cell(result), result < 0 ? Tone::gap : Tone::good);
        }}});
  TableWish wish;
  wish.id = "ranking";
  wish.caption = "Countermeasures by result";
  wish.when_empty = "No implementation states its `cost:`.";
  return draw_table(table, wish).table;
}

/// Risks that are there only with a countermeasure, or only without it.
void add_moved(const Countermeasure& one, const std::string& name, List& list) {
  if (!one.added.empty())
    list.items.push_back(
        {{{name + " brings " + std::to_string(one.added.size()) + " risks of its own: " + join(one.added)}}});
  if (!one.removed.empty())
    list.items.push_back(
        {{{name + " makes " + std::to_string(one.removed.size()) + " risks go away: " + join(one.removed)}}});
}

}  // namespace

Document cost_benefit_document(const View& view, const CostBenefit& analysis) {
  const auto& method = *analysis.method;
  const auto& project = view.project();
  auto document = frame(view, "cost-benefit", "Cost-benefit analysis", view.values().at("project.title"));
  document.cover.facts.push_back(fact("Method", method.title + ", " + method.version));
  document.cover.facts.push_back(fact("Register", "all " + std::to_string(view.assessment().risks.size()) +
                                                      " risks, rated by " + project.attack->id + " and " +
                                                      project.hazard->id + ", as claimed"));
  Section each{"countermeasures", "", "Each countermeasure by itself", {}, {}};
  each.blocks.emplace_back(Paragraph{
      {{"Each is set against what else is in place, taken at its word: the risks of the whole register without it, and "
        "with it in place as stated, the elements that it brings among them."}}});
  each.blocks.emplace_back(ranking(analysis, project));
  std::vector<Term> terms;
  List moved;
  for (const auto& one : analysis.each) {
    add_terms(one, name_of_parts(one), method, terms);
    add_moved(one, name_of_parts(one), moved);
  }
  each.blocks.emplace_back(terms_table("terms", "The terms of each", std::move(terms), "Nothing to add up."));
  if (!moved.items.empty()) each.blocks.emplace_back(std::move(moved));
  document.sections.push_back(std::move(each));

  Section together{"planned", "", "All planned together", {}, {}};
  std::vector<Term> sum;
  List also;
  if (!analysis.planned.parts.empty()) {
    add_terms(analysis.planned, "planned", method, sum);
    add_moved(analysis.planned, "the plan", also);
    together.blocks.emplace_back(Paragraph{{{"As one countermeasure: " + name_of_parts(analysis.planned) +
                                             ". Costs add up; risks do not, since several may treat the same one."}}});
  }
  together.blocks.emplace_back(terms_table("planned-terms", "The terms of the plan", std::move(sum),
                                           "No planned implementation states its `cost:`."));
  if (!also.items.empty()) together.blocks.emplace_back(std::move(also));
  const auto left_out = [&](const char* why, const std::vector<const evidence::Implementation*>& implementations) {
    if (implementations.empty()) return;
    std::vector<std::string> ids;
    for (const auto* one : implementations) ids.push_back(one->id);
    together.blocks.emplace_back(Paragraph{{{why + (", and so in none of these sums: " + join(ids)) + "."}}});
  };
  left_out("Planned without a stated cost", analysis.unstated);
  left_out("With a cost, but said not to apply", analysis.not_applicable);
  document.sections.push_back(std::move(together));

  Section sure{"how-sure", "", "How sure this is", {}, {}};
  const auto& formula = *method.cost_benefit;
  sure.blocks.emplace_back(
      Paragraph{{{"Result = weight of each class × (risks before − risks after), less the costs, plus what is added. "},
                 {"The formula is " +
                  std::string(formula.mark == Mark::primary ? "read in the primary record" : text_of(formula.mark)) +
                  (formula.source.empty() ? "" : " (" + formula.source + ")") + ". " + formula.note}}});
  const auto& other = &method == project.attack ? *project.hazard : *project.attack;
  sure.blocks.emplace_back(Paragraph{
      {{"Risks that " + other.id + " rates are weighed by the class of " + method.id + " that has the same name."}}});
  document.sections.push_back(std::move(sure));
  settle_links(document);
  return document;
}

}  // namespace assize::dossier
