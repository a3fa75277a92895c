// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/records.h"

#include "engine/catalogue/view_groups.h"
#include "engine/dossier/classification.h"
#include "engine/dossier/overruled.h"

namespace assize::dossier {
namespace {

using analyse::At;
using analyse::Origin;

Record or_null(const std::string& text) { return text.empty() ? Record() : Record(text); }

Record texts(const std::vector<std::string>& all) {
  Record::List list;
  for (const auto& one : all) list.emplace_back(one);
  return list;
}

const char* name_of(Origin::From from) {
  switch (from) {
    case Origin::From::catalogue:
      return "catalogue";
    case Origin::From::adjustment:
      return "adjustment";
    case Origin::From::measurement:
      return "measurement";
    case Origin::From::assessor:
      return "assessor";
  }
  return "";
}

Record reason_record(const walk::Reason& reason) {
  Record::List parts;
  for (const auto& part : reason.because) parts.push_back(reason_record(part));
  return Record::Map{{"says", reason.says}, {"place", to_text(reason.place)}, {"because", std::move(parts)}};
}

std::string level_id(const catalogue::Method& method, std::size_t factor, int rank) {
  const auto at = static_cast<std::size_t>(rank);
  return factor == method.factors.size() ? method.intensities[at].id : method.factors[factor].levels[at].id;
}

Record origins_record(const analyse::Risk& risk) {
  const auto& method = *risk.method;
  Record::Map origins;
  for (std::size_t i = 0; i < risk.origins.size(); ++i) {
    const auto& origin = risk.origins[i];
    const auto id = i == method.factors.size() ? std::string("intensity") : method.factors[i].id;
    const auto& base = risk.scenario.threat->rating.at(id);
    Record because = base.because, place = to_text(base.place);
    if (origin.from == Origin::From::adjustment) {
      because = origin.adjustment->because;
      place = to_text(origin.adjustment->place);
    } else if (origin.from == Origin::From::measurement) {
      because = origin.metric->name + " = " + origin.metric->as_written;
      place = to_text(origin.metric->place);
    } else if (origin.from == Origin::From::assessor) {
      because = origin.override->because;
      place = to_text(origin.override->place);
    }
    origins.emplace_back(
        id,
        Record::Map{{"from", name_of(origin.from)},
                    {"catalogue", level_id(method, i, origin.catalogue_rank)},
                    {"before-override", origin.override ? Record(level_id(method, i, origin.adjusted_rank)) : Record()},
                    {"by", origin.override ? Record(origin.override->by.value) : Record()},
                    {"because", std::move(because)},
                    {"place", std::move(place)}});
  }
  return origins;
}

Record working_record(const analyse::Working& working) {
  Record::Map floors;
  for (const auto& [factor, level] : working.effect->floor) floors.emplace_back(factor, level);
  return Record::Map{{"implementation", working.implementation->id},
                     {"control", working.control->id},
                     {"status", name_of(working.implementation->status)},
                     {"evidenced", working.evidenced},
                     {"floor", std::move(floors)},
                     {"intensity-cap", or_null(working.effect->intensity_cap)},
                     {"impact-cap", working.effect->impact_cap > 0 ? Record(working.effect->impact_cap) : Record()},
                     {"basis", working.effect->basis},
                     {"source", or_null(working.effect->source)},
                     {"place", to_text(working.implementation->place)},
                     {"catalogue-place", to_text(working.effect->place)}};
}

Record treatment_record(const treat::Row& row) {
  if (!row.treatment) return {};
  const auto& treatment = *row.treatment;
  Record::List by;
  for (const auto& one : treatment.by) by.emplace_back(one.value);
  Record accepted;
  if (treatment.accepted)
    accepted =
        Record::Map{{"by", treatment.accepted->by.value},
                    {"on", to_text(treatment.accepted->on)},
                    {"until", treatment.accepted->until ? Record(to_text(*treatment.accepted->until)) : Record()},
                    {"level", treatment.accepted->level},
                    {"because", treatment.accepted->because}};
  return Record::Map{{"option", treatment.option},
                     {"owner", treatment.owner.value},
                     {"due", treatment.due ? Record(to_text(*treatment.due)) : Record()},
                     {"by", std::move(by)},
                     {"because", or_null(treatment.because)},
                     {"accepted", std::move(accepted)},
                     {"place", to_text(treatment.place)}};
}

}  // namespace

Record place_record(const input::Place& place) {
  return Record::Map{
      {"file", or_null(place.file.text())}, {"line", place.line}, {"column", place.column}, {"pointer", place.pointer}};
}

Record overrulings_record(const catalogue::Catalogue& catalogue) {
  Record::List all;
  for (const auto& one : catalogue.overrulings) {
    Record::List changes;
    for (const auto& change : one.changes)
      changes.push_back(Record::Map{{"key", change.key},
                                    {"before", or_null(change.before)},
                                    {"after", or_null(change.after)},
                                    {"before-place", to_text(change.before_place)},
                                    {"place", to_text(change.place)}});
    all.push_back(Record::Map{{"what", one.what},
                              {"id", one.id},
                              {"of", one.of},
                              {"pack", one.pack},
                              {"because", one.because},
                              {"changes", std::move(changes)},
                              {"place", to_text(one.place)}});
  }
  return all;
}

Record level_record(const analyse::Risk& risk, At at) {
  const auto& method = *risk.method;
  const auto& level = risk.at(at);
  Record::Map factors;
  for (std::size_t i = 0; i < method.factors.size(); ++i)
    factors.emplace_back(method.factors[i].id, level_id(method, i, level.ranks[i]));
  factors.emplace_back("intensity", level_id(method, method.factors.size(), level.intensity));
  return Record::Map{{"factors", std::move(factors)},
                     {"points", level.points ? Record(*level.points) : Record()},
                     {"rating", method.bands[static_cast<std::size_t>(level.band)].id},
                     {"likelihood", level.likelihood.value},
                     {"impact", level.impact.value},
                     {"risk", level.risk.value},
                     {"class", method.classes[static_cast<std::size_t>(level.risk_class)].id}};
}

Record::Map head_record(const Project& project, const Assessment& assessment, const char* format) {
  Record::List packs;
  for (const auto& pack : project.catalogue.packs)
    packs.push_back(Record::Map{{"id", pack.id}, {"version", pack.version}, {"sha256", or_null(pack.digest)}});
  const auto method = [](const catalogue::Method& one) {
    return Record::Map{{"id", one.id}, {"version", one.version}};
  };
  return {{"format", format},
          {"system",
           Record::Map{{"id", project.system.id}, {"name", project.system.name}, {"version", project.system.version}}},
          {"as-of", to_text(assessment.as_of)},
          {"classification", classification_head(assessment)},
          {"methods", Record::Map{{"attack", method(*project.attack)}, {"hazard", method(*project.hazard)}}},
          {"packs", std::move(packs)},
          {"overrulings", overrulings_record(project.catalogue)}};
}

Record risk_record(const treat::Row& row, const Project& project, const Assessment& assessment,
                   const catalogue::View* by) {
  const auto& risk = *row.risk;
  const auto& threat = *risk.scenario.threat;
  const auto& facts = assessment.facts;
  Record::List reasons, working, agents;
  for (const auto& reason : because(risk.scenario, facts)) reasons.push_back(reason_record(reason));
  for (const auto& one : risk.working) working.push_back(working_record(one));
  for (const auto* agent : risk.agents) agents.emplace_back(agent->id);
  Record::Map levels;
  for (const auto level : analyse::all_levels)
    levels.emplace_back(std::string(analyse::name_of(level)), level_record(risk, level));
  Record::List overruled;
  for (const auto* one : overrulings_behind(risk, project.catalogue))
    overruled.push_back(Record::Map{{"what", one->what}, {"id", one->id}, {"pack", one->pack}});
  Record impact = Record::Map{{"rating", risk.asset.rating},
                              {"objective", or_null(risk.asset.objective)},
                              {"element", or_null(risk.asset.element)},
                              {"because", risk.asset.harm    ? Record(risk.asset.harm->what)
                                          : risk.asset.value ? Record(risk.asset.value->because)
                                                             : Record()},
                              {"place", risk.asset.harm    ? Record(to_text(risk.asset.harm->place))
                                        : risk.asset.value ? Record(to_text(risk.asset.value->place))
                                                           : Record()}};
  return Record::Map{
      {"id", risk.id},
      {"threat", Record::Map{{"id", threat.id},
                             {"title", threat.title},
                             {"family", threat.family},
                             {"nature", threat.nature},
                             {"references", texts(threat.references)},
                             {"entries", by ? texts(stands_under(project.catalogue, *by, threat)) : Record()},
                             {"pack", threat.pack},
                             {"place", to_text(threat.place)}}},
      {"element", Record::Map{{"id", facts.name_of(risk.scenario.subject)},
                              {"scope", risk.scenario.subject.scope == catalogue::Scope::flow ? "flow" : "element"},
                              {"place", to_text(facts.place_of(risk.scenario.subject))}}},
      {"method", risk.method->id},
      {"objectives", texts(threat.hits)},
      {"harms", texts(threat.harms)},
      {"agents", std::move(agents)},
      {"reasons", std::move(reasons)},
      {"impact", std::move(impact)},
      {"origins", origins_record(risk)},
      {"controls", std::move(working)},
      {"overruled", std::move(overruled)},
      {"levels", std::move(levels)},
      {"decision", treat::name_of(row.decision)},
      {"treatment", treatment_record(row)}};
}

Record counts_record(const Assessment& assessment) {
  const auto classes = treat::classes_of(assessment.risk_register);
  Record::Map counts;
  for (const auto level : analyse::all_levels) {
    const auto numbers = treat::count_classes(assessment.risk_register, level, classes);
    Record::Map by_class;
    for (std::size_t i = 0; i < classes.size(); ++i) by_class.emplace_back(classes[i], numbers[i]);
    counts.emplace_back(std::string(analyse::name_of(level)), std::move(by_class));
  }
  return counts;
}

Record gap_record(const cover::Gap& gap) {
  return Record::Map{{"id", gap.id()},
                     {"code", gap.code},
                     {"about", gap.about},
                     {"pack", or_null(gap.pack)},
                     {"weight", cover::name_of(gap.weight)},
                     {"says", gap.says},
                     {"to-do", gap.to_do},
                     {"when", gap.when ? Record(to_text(*gap.when)) : Record()},
                     {"place", place_record(gap.place)}};
}

Record coverage_record(const cover::Coverage& coverage) {
  using cover::Standing;
  Record::List supports, treats;
  for (const auto& support : coverage.supports) {
    Record::List path;
    for (const auto& step : support.path)
      path.push_back(
          Record::Map{{"relation", step.mapping ? Record(catalogue::name_of(step.mapping->relation)) : Record("part")},
                      {"backwards", step.backwards},
                      {"to", step.to},
                      {"basis", step.mapping ? Record(step.mapping->basis) : Record()},
                      {"source", step.mapping ? or_null(step.mapping->source) : Record()}});
    supports.push_back(
        Record::Map{{"implementation", support.implementation ? Record(support.implementation->id) : Record()},
                    {"evidence", support.evidence ? Record(support.evidence->id) : Record()},
                    {"narrative", support.narrative ? Record(to_text(support.narrative->place)) : Record()},
                    {"path", std::move(path)},
                    {"strength", cover::name_of(support.strength)},
                    {"standing", cover::name_of(support.standing)}});
  }
  for (const auto* risk : coverage.treats) treats.emplace_back(risk->id);
  return Record::Map{
      {"id", coverage.id},
      {"title", coverage.title},
      {"pack", coverage.pack},
      {"applies", coverage.applies.is_open() && !coverage.excluded
                      ? Record("open")
                      : Record(!coverage.applies.is_out() && !coverage.excluded)},
      {"from", coverage.applies.from ? Record(to_text(*coverage.applies.from)) : Record()},
      {"because", coverage.excluded ? Record(coverage.excluded->because) : or_null(coverage.applies.why)},
      {"evidenced", cover::name_of(coverage.at(Standing::evidenced))},
      {"claimed", cover::name_of(coverage.at(Standing::claimed))},
      {"planned", cover::name_of(coverage.at(Standing::planned))},
      {"supports", std::move(supports)},
      {"treats", std::move(treats)}};
}

}  // namespace assize::dossier
