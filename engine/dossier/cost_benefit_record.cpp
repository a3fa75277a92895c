// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/records.h"

namespace assize::dossier {
namespace {

Record ids_of(const std::vector<const evidence::Implementation*>& implementations) {
  Record::List ids;
  for (const auto* one : implementations) ids.emplace_back(one->id);
  return ids;
}

Record texts(const std::vector<std::string>& all) {
  Record::List list;
  for (const auto& one : all) list.emplace_back(one);
  return list;
}

Record countermeasure_record(const Countermeasure& one) {
  Record::List classes, costs, statuses;
  for (const auto& term : one.balance.classes)
    classes.push_back(Record::Map{{"class", term.weight->risk_class},
                                  {"before", term.before},
                                  {"after", term.after},
                                  {"weight", term.weight->weight},
                                  {"points", term.points()},
                                  {"mark", name_of(term.weight->mark)}});
  for (const auto& term : one.balance.costs)
    costs.push_back(Record::Map{{"implementation", term.implementation->id},
                                {"dimension", term.dimension->id},
                                {"level", term.level->id},
                                {"points", term.points()},
                                {"mark", name_of(term.level->mark)},
                                {"because", term.implementation->cost_of(term.dimension->id)->because},
                                {"place", to_text(term.implementation->cost_of(term.dimension->id)->place)}});
  for (const auto* part : one.parts) statuses.emplace_back(evidence::name_of(part->status));
  return Record::Map{{"implementations", ids_of(one.parts)}, {"statuses", std::move(statuses)},
                     {"classes", std::move(classes)},        {"costs", std::move(costs)},
                     {"result", one.balance.result()},       {"risks-added", texts(one.added)},
                     {"risks-removed", texts(one.removed)}};
}

}  // namespace

Record::Map cost_benefit_record(const Project& project, const Assessment& assessment, const CostBenefit& analysis) {
  auto record = head_record(project, assessment, "assize/cost-benefit/1");
  const auto& formula = *analysis.method->cost_benefit;
  Record::List each;
  for (const auto& one : analysis.each) each.push_back(countermeasure_record(one));
  record.emplace_back("method", Record::Map{{"id", analysis.method->id},
                                            {"version", analysis.method->version},
                                            {"mark", catalogue::name_of(formula.mark)},
                                            {"source", formula.source.empty() ? Record() : Record(formula.source)},
                                            {"note", formula.note.empty() ? Record() : Record(formula.note)}});
  record.emplace_back("level", "claimed");
  record.emplace_back("countermeasures", std::move(each));
  record.emplace_back("planned-together",
                      analysis.planned.parts.empty() ? Record() : countermeasure_record(analysis.planned));
  record.emplace_back("without-cost", ids_of(analysis.unstated));
  record.emplace_back("not-applicable", ids_of(analysis.not_applicable));
  return record;
}

}  // namespace assize::dossier
