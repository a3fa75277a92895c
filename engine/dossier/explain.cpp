// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/explain.h"

#include <algorithm>

#include "engine/analyse/analyse.h"
#include "engine/dossier/overruled.h"
#include "engine/evidence/validity.h"

namespace assize::dossier {
namespace {

using analyse::At;
using analyse::Origin;
using analyse::Risk;

std::string quoted(const std::string& text) { return "`" + text + "`"; }

Explanation of(const walk::Reason& reason) {
  Explanation explanation{reason.says, to_text(reason.place), {}};
  for (const auto& part : reason.because) explanation.because.push_back(of(part));
  return explanation;
}

void append(Explanation& whole, std::vector<Explanation> more) {
  for (auto& one : more) whole.because.push_back(std::move(one));
}

std::string level_name(const catalogue::Method& method, std::size_t factor, int rank) {
  const auto at = static_cast<std::size_t>(rank);
  if (factor == method.factors.size()) {
    const auto& intensity = method.intensities[at];
    return quoted(intensity.id) + " (adds " + std::to_string(intensity.adds) + " to impact)";
  }
  const auto& level = method.factors[factor].levels[at];
  return quoted(level.id) + (level.not_feasible ? " (not feasible)" : " (" + std::to_string(level.points) + " points)");
}

std::string class_name(const Risk& risk, At level) {
  const auto& one = risk.at(level);
  return risk.method->classes[static_cast<std::size_t>(one.risk_class)].title + " (" + std::to_string(one.risk.value) +
         ")";
}

/// "3", or what it is on a scale of another size.
std::string rating_name(const catalogue::Method& method, int rating) {
  if (method.rating_impacts.empty()) return std::to_string(rating);
  const auto impact = impact_of_rating(method, rating);
  return std::to_string(rating) + " (here " + std::to_string(impact.value) + " " +
         title_of(method.impacts, impact.value) + ")";
}

/// The level as the catalogue says it, where the method reads it as another.
std::string said_as(const catalogue::Method& method, std::size_t factor, const std::string& said, int rank) {
  if (factor == method.factors.size()) return {};
  const auto& level = method.factors[factor].levels[static_cast<std::size_t>(rank)];
  return said == level.id ? "" : ", which stands in for " + quoted(said);
}

Explanation explain_level(const Risk& risk, At at) {
  const auto& method = *risk.method;
  const auto& level = risk.at(at);
  const auto& band = method.bands[static_cast<std::size_t>(level.band)];
  Explanation explanation{std::string(name_of(at)) + ": " + class_name(risk, at), "", {}};
  explanation.because.push_back({(method.sum.empty() ? std::string("sum") : method.sum) + " " +
                                     (level.points ? std::to_string(*level.points) : std::string("beyond any number")) +
                                     " → " + band.title + " → likelihood " + std::to_string(level.likelihood.value) +
                                     " (" + title_of(method.likelihoods, level.likelihood.value) + ")",
                                 to_text(method.place),
                                 {}});
  explanation.because.push_back({"impact " + std::to_string(level.impact.value) + " (" +
                                     title_of(method.impacts, level.impact.value) + "): rating " +
                                     rating_name(method, risk.asset.rating) + ", intensity " +
                                     level_name(method, method.factors.size(), level.intensity) + ", at most " +
                                     std::to_string(method.impact_cap),
                                 "",
                                 {}});
  return explanation;
}

Explanation explain_factor(const Risk& risk, std::size_t factor, const walk::Facts& facts,
                           const catalogue::Catalogue& catalogue) {
  const auto& method = *risk.method;
  const auto& origin = risk.origins[factor];
  const auto& threat = *risk.scenario.threat;
  const auto id = factor == method.factors.size() ? std::string("intensity") : method.factors[factor].id;
  const auto& base = threat.rating.at(id);
  const auto& inherent = risk.at(At::inherent);
  const int rank = factor == method.factors.size() ? inherent.intensity : inherent.ranks[factor];
  Explanation explanation{id + ": " + level_name(method, factor, rank), "", {}};
  explanation.because.push_back({"catalogue: " + level_name(method, factor, origin.catalogue_rank) +
                                     said_as(method, factor, base.level, origin.catalogue_rank) + ", " + base.because,
                                 to_text(base.place), explain_former_level(catalogue, threat.id, id)});
  if (origin.adjustment) {
    Explanation adjusted{"adjusted: " + quoted(origin.adjustment->set.at(id)) + ", " + origin.adjustment->because,
                         to_text(origin.adjustment->place),
                         {}};
    for (const auto& reason : why(origin.adjustment->when, risk.scenario.subject, facts))
      adjusted.because.push_back(of(reason));
    explanation.because.push_back(std::move(adjusted));
  }
  if (origin.metric)
    explanation.because.push_back({"measured: " + origin.metric->name + " = " + origin.metric->as_written +
                                       (origin.metric->of.empty() ? "" : " for " + origin.metric->of) + ", shown by " +
                                       quoted(origin.metric->evidence.value),
                                   to_text(origin.metric->place),
                                   {}});
  if (origin.override)
    explanation.because.push_back({"overruled by " + quoted(origin.override->by.value) + ": " +
                                       level_name(method, factor, origin.adjusted_rank) + " → " +
                                       quoted(origin.override->to.value) + ", " + origin.override->because,
                                   to_text(origin.override->place),
                                   {}});
  return explanation;
}

Explanation explain_evidence(const evidence::Evidence& piece, input::Date as_of) {
  const auto last = last_day(piece);
  return {"evidence " + quoted(piece.id) + " (" + piece.title + ") is " +
              std::string(name_of(validity_on(piece, as_of))) + " on " + to_text(as_of) + ", made " +
              to_text(piece.made) + (last ? ", counts until " + to_text(*last) : ""),
          to_text(piece.place),
          {}};
}

Explanation explain_working(const analyse::Working& working, const Project& project, input::Date as_of) {
  std::string effect;
  for (const auto& [factor, level] : working.effect->floor)
    effect += (effect.empty() ? "" : ", ") + factor + " at least " + quoted(level);
  if (!working.effect->intensity_cap.empty())
    effect += (effect.empty() ? "" : ", ") + std::string("intensity at most ") + quoted(working.effect->intensity_cap);
  if (working.effect->impact_cap > 0)
    effect +=
        (effect.empty() ? "" : ", ") + std::string("impact at most ") + std::to_string(working.effect->impact_cap);
  if (effect.empty()) effect = "no effect on a factor";
  Explanation explanation{quoted(working.implementation->id) + " (" + working.control->title + ") is " +
                              std::string(name_of(working.implementation->status)) +
                              (working.evidenced ? ", evidenced" : ", not evidenced") + ": " + effect,
                          to_text(working.implementation->place),
                          {}};
  explanation.because.push_back(
      {"catalogue: it treats the threat (" + working.effect->basis +
           (working.effect->source.empty() ? "" : ", derived from " + working.effect->source) + ")" +
           (working.effect->because.empty() ? "" : ", " + working.effect->because),
       to_text(working.effect->place),
       {}});
  for (const auto* piece : analyse::evidence_of(*working.implementation, project.evidence))
    explanation.because.push_back(explain_evidence(*piece, as_of));
  return explanation;
}

Explanation explain_impact(const Risk& risk) {
  if (risk.asset.harm)
    return {"impact rating " + std::to_string(risk.asset.rating) + ": " + risk.asset.harm->what + " (" +
                risk.asset.harm->who + "), when " + risk.asset.objective + " of " + quoted(risk.asset.element) +
                " fails",
            to_text(risk.asset.harm->place),
            {}};
  if (risk.asset.value)
    return {"impact rating " + std::to_string(risk.asset.rating) + " for " + risk.asset.objective + " of " +
                quoted(risk.asset.element) + ": " + risk.asset.value->because,
            to_text(risk.asset.value->place),
            {}};
  return {"impact rating 1: none of the objectives that are hit is rated", "", {}};
}

std::string text_of(const cover::Support& support) {
  std::string text = support.implementation ? quoted(support.implementation->id)
                     : support.evidence     ? "evidence " + quoted(support.evidence->id)
                                            : "the provider's text";
  for (const auto& step : support.path) {
    if (!step.mapping)
      text += " → as a part of it, ";
    else
      text += std::string(" → ") + (step.backwards ? "is target of " : "") +
              std::string(name_of(step.mapping->relation)) + " (" + step.mapping->basis +
              (step.mapping->source.empty() ? "" : ", " + step.mapping->source) + ") ";
    text += quoted(step.to);
  }
  return text + ": " + std::string(name_of(support.strength)) + ", " + std::string(name_of(support.standing));
}

}  // namespace

std::optional<Explanation> explain_risk(const Project& project, const Assessment& assessment, const std::string& id) {
  const auto found =
      std::find_if(assessment.risks.begin(), assessment.risks.end(), [&](const Risk& risk) { return risk.id == id; });
  if (found == assessment.risks.end()) return std::nullopt;
  const auto& risk = *found;
  const auto& threat = *risk.scenario.threat;
  Explanation whole{risk.id + ": " + threat.title, to_text(threat.place), {}};
  Explanation there{"why it is there", "", {}};
  for (const auto& reason : because(risk.scenario, assessment.facts)) there.because.push_back(of(reason));
  Explanation factors{
      "why it is rated so (method " + risk.method->id + " " + risk.method->version + ", before controls)", "", {}};
  for (std::size_t factor = 0; factor <= risk.method->factors.size(); ++factor)
    factors.because.push_back(explain_factor(risk, factor, assessment.facts, project.catalogue));
  factors.because.push_back(explain_impact(risk));
  Explanation controls{"what treats it", "", {}};
  for (const auto& working : risk.working)
    controls.because.push_back(explain_working(working, project, assessment.as_of));
  if (risk.working.empty())
    controls.because.push_back({"no implementation of the project treats this threat here", "", {}});
  Explanation levels{"what follows", "", {}};
  for (const auto level : analyse::all_levels) levels.because.push_back(explain_level(risk, level));
  whole.because = {std::move(there), std::move(factors), std::move(controls), std::move(levels)};
  if (const auto overrulings = overrulings_behind(risk, project.catalogue); !overrulings.empty()) {
    Explanation overruled{"what packs overrule in it", "", {}};
    for (const auto* one : overrulings) overruled.because.push_back(explain_overruling(*one));
    whole.because.push_back(std::move(overruled));
  }
  append(whole, explain_references(project.catalogue, threat.references));
  for (const auto& row : assessment.risk_register.rows)
    if (row.risk == &risk) {
      Explanation decided{"what is decided: " + std::string(name_of(row.decision)), "", {}};
      if (row.treatment) {
        const auto& treatment = *row.treatment;
        decided.place = to_text(treatment.place);
        decided.because.push_back({treatment.option + ", owner " + quoted(treatment.owner.value) +
                                       (treatment.due ? ", due " + to_text(*treatment.due) : "") +
                                       (treatment.because.empty() ? "" : ": " + treatment.because),
                                   to_text(treatment.place),
                                   {}});
        if (treatment.accepted)
          decided.because.push_back(
              {"accepted by " + quoted(treatment.accepted->by.value) + " on " + to_text(treatment.accepted->on) +
                   (treatment.accepted->until ? " until " + to_text(*treatment.accepted->until) : "") + ": " +
                   treatment.accepted->because,
               to_text(treatment.accepted->place),
               {}});
      }
      whole.because.push_back(std::move(decided));
    }
  return whole;
}

std::optional<Explanation> explain_requirement(const Project& project, const Assessment& assessment,
                                               const std::string& asked) {
  const auto id = project.catalogue.qualified(asked);
  const auto found = std::find_if(assessment.coverage.begin(), assessment.coverage.end(),
                                  [&](const auto& one) { return one.id == id; });
  if (found == assessment.coverage.end()) return std::nullopt;
  const auto& coverage = *found;
  Explanation whole{coverage.id + ": " + coverage.title,
                    to_text(coverage.requirement ? coverage.requirement->place : coverage.control->place),
                    {}};
  if (coverage.applies.is_out()) whole.because.push_back({"it does not apply: " + coverage.applies.why, "", {}});
  if (coverage.applies.is_open()) whole.because.push_back({coverage.applies.why, "", {}});
  if (coverage.applies.applies == cover::Truth::yes && !coverage.applies.why.empty())
    whole.because.push_back({"it applies" +
                                 (coverage.applies.from ? " from " + to_text(*coverage.applies.from) : std::string()) +
                                 ": " + coverage.applies.why,
                             "",
                             {}});
  if (coverage.excluded)
    whole.because.push_back({"it is excluded: " + coverage.excluded->because, to_text(coverage.excluded->place), {}});
  using cover::Standing;
  for (const auto standing : {Standing::evidenced, Standing::claimed, Standing::planned})
    whole.because.push_back(
        {std::string(name_of(standing)) + ": " + std::string(name_of(coverage.at(standing))), "", {}});
  Explanation supports{"what meets it", "", {}};
  for (const auto& support : coverage.supports) {
    Explanation one{text_of(support),
                    to_text(support.implementation ? support.implementation->place
                            : support.evidence     ? support.evidence->place
                                                   : support.narrative->place),
                    {}};
    if (support.implementation)
      for (const auto* piece : analyse::evidence_of(*support.implementation, project.evidence))
        one.because.push_back(explain_evidence(*piece, assessment.as_of));
    else if (support.evidence)
      one.because.push_back(explain_evidence(*support.evidence, assessment.as_of));
    supports.because.push_back(std::move(one));
  }
  if (coverage.supports.empty()) supports.because.push_back({"nothing", "", {}});
  whole.because.push_back(std::move(supports));
  append(whole, explain_overrulings(project.catalogue, coverage.requirement ? "requirement" : "control", coverage.id));
  append(whole, explain_references(project.catalogue, coverage.requirement ? coverage.requirement->references
                                                                           : coverage.control->references));
  for (const auto& gap : assessment.gaps)
    if (gap.about == coverage.id)
      whole.because.push_back({"gap " + gap.id() + ": " + gap.says + "; " + gap.to_do, to_text(gap.place), {}});
  return whole;
}

std::optional<Explanation> explain_threat(const Project& project, const Assessment& assessment, const std::string& id) {
  const auto* threat = project.catalogue.threat(id);
  if (!threat) return std::nullopt;
  Explanation whole{threat->id + ": " + threat->title, to_text(threat->place), {}};
  Explanation there{"where it is a risk", "", {}}, not_there{"where it touches something but does not apply", "", {}};
  for (const auto& risk : assessment.risks)
    if (risk.scenario.threat == threat)
      there.because.push_back({risk.id + ", evidenced " + class_name(risk, At::evidenced),
                               to_text(assessment.facts.place_of(risk.scenario.subject)),
                               {}});
  for (const auto& one : not_applicable(assessment.facts, project.catalogue.threats))
    if (one.threat == threat)
      not_there.because.push_back(
          {assessment.facts.name_of(one.subject) + ": " + walk::why_not(threat->when, one.subject, assessment.facts),
           to_text(threat->when.place),
           {}});
  if (there.because.empty()) there.because.push_back({"nowhere", "", {}});
  whole.because.push_back(std::move(there));
  if (!not_there.because.empty()) whole.because.push_back(std::move(not_there));
  append(whole, explain_overrulings(project.catalogue, "threat", id));
  append(whole, explain_references(project.catalogue, threat->references));
  return whole;
}

Explanation explain_facts(const Project&, const Assessment& assessment, const std::string& element) {
  const auto& facts = assessment.facts;
  const auto& vocabulary = *facts.vocabulary;
  Explanation whole{element.empty() ? "all facts that hold" : "all facts that hold for " + quoted(element), "", {}};
  const auto tell = [&](walk::Subject subject) {
    Explanation one{facts.name_of(subject), to_text(facts.place_of(subject)), {}};
    for (std::size_t i = 0; i < vocabulary.facts.size(); ++i) {
      const auto& definition = vocabulary.facts[i].of(subject.scope);
      if (!definition || !holds(definition->when, subject, facts)) continue;
      Explanation fact{
          "fact " + quoted(vocabulary.facts[i].id) + " (" + definition->title + ")", to_text(definition->place), {}};
      for (const auto& reason : why(definition->when, subject, facts)) fact.because.push_back(of(reason));
      one.because.push_back(std::move(fact));
    }
    if (!one.because.empty()) whole.because.push_back(std::move(one));
  };
  if (element.empty()) tell({catalogue::Scope::system, 0});
  for (std::size_t i = 0; i < facts.elements.size(); ++i)
    if (element.empty() || facts.elements[i]->id.text == element)
      tell({catalogue::Scope::element, static_cast<int>(i)});
  for (std::size_t i = 0; i < facts.system->flows.size(); ++i)
    if (element.empty() || facts.system->flows[i].id.text == element)
      tell({catalogue::Scope::flow, static_cast<int>(i)});
  return whole;
}

std::optional<Explanation> explain_absence(const Project& project, const Assessment& assessment,
                                           const std::string& risk) {
  const auto split = risk.find('@');
  if (split == risk.npos) return std::nullopt;
  const auto* threat = project.catalogue.threat(risk.substr(0, split));
  const auto element = risk.substr(split + 1);
  if (!threat) return std::nullopt;
  const auto& facts = assessment.facts;
  walk::Subject subject;
  if (const auto found = facts.element_index.find(element); found != facts.element_index.end())
    subject = {catalogue::Scope::element, found->second};
  else if (const auto flow = facts.flow_index.find(element); flow != facts.flow_index.end())
    subject = {catalogue::Scope::flow, flow->second};
  else
    return std::nullopt;
  const int kind = subject.scope == catalogue::Scope::element
                       ? facts.kind_of_element[static_cast<std::size_t>(subject.index)]
                       : facts.kind_of_flow;
  const bool touched = std::any_of(threat->touched_kinds.begin(), threat->touched_kinds.end(),
                                   [&](int one) { return facts.vocabulary->is_a(kind, one); });
  Explanation whole{risk + " is no risk of this system: " + threat->title, to_text(threat->place), {}};
  if (!touched) {
    std::string kinds;
    for (const auto& one : threat->touches) kinds += (kinds.empty() ? "" : ", ") + quoted(one);
    whole.because.push_back({"the threat touches " + kinds + "; " + quoted(element) + " is none of them",
                             to_text(facts.place_of(subject)),
                             {}});
  } else if (!holds(threat->when, subject, facts)) {
    whole.because.push_back({walk::why_not(threat->when, subject, facts), to_text(threat->when.place), {}});
  } else {
    return std::nullopt;
  }
  return whole;
}

Record record_of(const Explanation& explanation) {
  Record::List parts;
  for (const auto& part : explanation.because) parts.push_back(record_of(part));
  return Record::Map{{"says", explanation.says},
                     {"place", explanation.place.empty() ? Record() : Record(explanation.place)},
                     {"because", std::move(parts)}};
}

}  // namespace assize::dossier
