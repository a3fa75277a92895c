// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/analyse.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "engine/analyse/floors.h"
#include "engine/evidence/validity.h"

namespace assize::analyse {
namespace {

using catalogue::Method;
using catalogue::Scope;
using catalogue::Threat;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Implementations by the control they have, and whether they are evidenced.
struct InPlace {
  std::map<std::string, std::vector<std::size_t>> by_control;
  std::vector<char> evidenced;
};

InPlace in_place(const Given& given) {
  InPlace found;
  std::map<std::string, const evidence::Evidence*> by_id;
  std::set<std::string> shown;  // Implementations that valid evidence names.
  for (const auto& piece : given.evidence) {
    by_id.emplace(piece.id, &piece);
    if (validity_on(piece, given.as_of) == evidence::Validity::valid)
      for (const auto& shows : piece.shows) shown.insert(shows.implementation.value);
  }
  for (std::size_t i = 0; i < given.implementations.size(); ++i) {
    const auto& implementation = given.implementations[i];
    found.by_control[implementation.control.value].push_back(i);
    const bool valid =
        std::any_of(implementation.evidence.begin(), implementation.evidence.end(), [&](const auto& named) {
          const auto piece = by_id.find(named.value);
          return piece != by_id.end() && validity_on(*piece->second, given.as_of) == evidence::Validity::valid;
        });
    found.evidenced.push_back(valid || shown.contains(implementation.id));
  }
  return found;
}

/// Of a threat and its method: what does not depend on the scenario.
struct Rated {
  const Method* method = nullptr;
  std::vector<int> base;  ///< Ranks per factor, then intensity.
  struct Treating {
    const catalogue::Control* control;
    const catalogue::Control::Effect* effect;
  };
  std::vector<Treating> treating;
};

int rank_of(const Method& method, std::size_t factor, const std::string& level) {
  return factor == method.factors.size() ? method.intensity(level) : method.factors[factor].rank(level);
}

std::string factor_name(const Method& method, std::size_t factor) {
  return factor == method.factors.size() ? "intensity" : method.factors[factor].id;
}

std::map<const Threat*, Rated> rate_threats(const std::vector<walk::Scenario>& scenarios, const Given& given) {
  std::map<const Threat*, Rated> rated;
  for (const auto& scenario : scenarios) {
    auto& entry = rated[scenario.threat];
    if (entry.method) continue;
    const auto& threat = *scenario.threat;
    entry.method = threat.scheme == catalogue::Scheme::attack ? &given.attack : &given.hazard;
    for (std::size_t factor = 0; factor <= entry.method->factors.size(); ++factor)
      entry.base.push_back(rank_of(*entry.method, factor, threat.rating.at(factor_name(*entry.method, factor)).level));
  }
  for (const auto& control : given.catalogue.controls)
    for (const auto& effect : control.treats)
      if (const auto* threat = given.catalogue.threat(effect.threat))
        if (const auto found = rated.find(threat); found != rated.end())
          found->second.treating.push_back({&control, &effect});
  return rated;
}

class Analyst {
 public:
  Analyst(const walk::Facts& facts, const std::vector<walk::Scenario>& scenarios, const Given& given)
      : facts_(facts),
        given_(given),
        in_place_(in_place(given)),
        rated_(rate_threats(scenarios, given)),
        protection_(facts, given.implementations) {
    for (const auto& override : given.overrides) overrides_[override.risk.value].push_back(&override);
    for (const auto& harm : facts.system->harms)
      for (const auto& when : harm.when) harms_[when.element.text].emplace_back(&harm, &when);
  }

  Risk analyse(const walk::Scenario& scenario) const {
    const auto& rated = rated_.at(scenario.threat);
    Risk risk;
    risk.id = id_of(scenario, facts_);
    risk.scenario = scenario;
    risk.method = rated.method;
    risk.asset = asset_rating(scenario);
    auto ranks = inherent_ranks(risk, rated);
    risk.working = working(scenario, rated);
    for (const auto& agent : facts_.system->agents)
      if (scenario.threat->scheme == catalogue::Scheme::attack &&
          (agent.families.empty() || contains(agent.families, scenario.threat->family)))
        risk.agents.push_back(&agent);
    for (const auto level : all_levels) risk.levels[static_cast<std::size_t>(level)] = level_at(level, risk, ranks);
    return risk;
  }

 private:
  /// Base, then the most cautious adjustment that holds, then a measurement, then the assessor: ranks per factor and
  /// intensity.
  std::vector<int> inherent_ranks(Risk& risk, const Rated& rated) const {
    const auto& method = *rated.method;
    const auto& threat = *risk.scenario.threat;
    auto ranks = rated.base;
    std::vector<Origin> origins(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) origins[i].catalogue_rank = ranks[i];
    for (const auto& adjustment : threat.adjust) {
      if (!holds(adjustment.when, risk.scenario.subject, facts_)) continue;
      for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto set = adjustment.set.find(factor_name(method, i));
        if (set == adjustment.set.end()) continue;
        const int rank = rank_of(method, i, set->second);
        if (origins[i].adjustment && rank >= ranks[i]) continue;
        ranks[i] = rank;
        origins[i].adjustment = &adjustment;
        origins[i].from = Origin::From::adjustment;
      }
    }
    measure(risk, method, ranks, origins);
    for (std::size_t i = 0; i < ranks.size(); ++i) origins[i].adjusted_rank = ranks[i];
    if (const auto overrides = overrides_.find(risk.id); overrides != overrides_.end())
      for (const auto* override : overrides->second)
        for (std::size_t i = 0; i < ranks.size(); ++i)
          if (factor_name(method, i) == override->factor.value) {
            const int rank = rank_of(method, i, override->to.value);
            if (rank < 0) continue;
            ranks[i] = rank;
            origins[i].override = override;
            origins[i].from = Origin::From::assessor;
          }
    risk.origins = std::move(origins);
    return ranks;
  }

  /// Measured beats judged: only with evidence that is valid on the date; of several numbers, the most cautious level.
  void measure(const Risk& risk, const Method& method, std::vector<int>& ranks, std::vector<Origin>& origins) const {
    const auto& threat = *risk.scenario.threat;
    if (threat.measured_by.empty() || risk.scenario.subject.scope != Scope::element) return;
    for (const auto& metric : facts_.elements[at(risk.scenario.subject.index)]->metrics) {
      if (!contains(threat.measured_by, metric.name) || !metric_is_evidenced(metric)) continue;
      for (const auto& measure : method.measures) {
        if (measure.metric != metric.name) continue;
        const auto factor = at(method.factor(measure.factor));
        for (const auto& threshold : measure.levels) {
          if (threshold.up_to && metric.value > *threshold.up_to) continue;
          const int rank = rank_of(method, factor, threshold.level);
          if (origins[factor].metric && rank >= ranks[factor]) break;
          ranks[factor] = rank;
          origins[factor].metric = &metric;
          origins[factor].from = Origin::From::measurement;
          break;
        }
      }
    }
  }

  bool metric_is_evidenced(const model::Metric& metric) const {
    return std::any_of(given_.evidence.begin(), given_.evidence.end(), [&](const auto& piece) {
      return piece.id == metric.evidence.value && validity_on(piece, given_.as_of) == evidence::Validity::valid;
    });
  }

  void consider(AssetRating& worst, const std::string& element, const model::Value& value, const Threat& threat) const {
    for (const auto& hit : threat.hits)
      if (const auto rating = value.find({hit}); rating != value.end())
        if (rating->second.rating > worst.rating || (!worst.value && !worst.harm))
          worst = {rating->second.rating, &rating->second, nullptr, element, hit};
    if (const auto harms = harms_.find(element); harms != harms_.end())
      for (const auto& [harm, when] : harms->second)
        if (contains(threat.hits, when->objective.text) &&
            (harm->rating > worst.rating || (!worst.value && !worst.harm)))
          worst = {harm->rating, nullptr, harm, element, when->objective.text};
  }

  /// A flow that is not rated itself is worth what it carries; when nothing of that is rated either, what it ends at.
  AssetRating asset_rating(const walk::Scenario& scenario) const {
    AssetRating worst;
    const auto& threat = *scenario.threat;
    const auto element = [&](int index) {
      const auto& one = *facts_.elements[at(index)];
      consider(worst, one.id.text, one.value, threat);
    };
    if (scenario.subject.scope == Scope::element) {
      element(scenario.subject.index);
      return worst;
    }
    const auto& flow = facts_.system->flows[at(scenario.subject.index)];
    consider(worst, flow.id.text, flow.value, threat);
    if (worst.value || worst.harm) return worst;
    for (const int carried : facts_.carries[at(scenario.subject.index)]) element(carried);
    if (!worst.value && !worst.harm && facts_.flow_to[at(scenario.subject.index)] >= 0)
      element(facts_.flow_to[at(scenario.subject.index)]);
    return worst;
  }

  std::vector<Working> working(const walk::Scenario& scenario, const Rated& rated) const {
    std::vector<std::pair<std::size_t, Working>> found;
    for (const auto& [control, effect] : rated.treating) {
      const auto implementations = in_place_.by_control.find(control->id);
      if (implementations == in_place_.by_control.end()) continue;
      for (const auto i : implementations->second) {
        const auto& implementation = given_.implementations[i];
        if (implementation.status == evidence::Status::not_applicable || !protection_.covers(i, scenario.subject))
          continue;
        found.push_back({i, {&implementation, control, effect, in_place_.evidenced[i] != 0}});
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Working> in_order;
    for (auto& [order, one] : found) in_order.push_back(one);
    return in_order;
  }

  static bool counts(const Working& working, At level) {
    switch (level) {
      case At::inherent:
        return false;
      case At::claimed:
        return working.implementation->status == evidence::Status::in_place;
      case At::evidenced:
        return working.implementation->status == evidence::Status::in_place && working.evidenced;
      case At::planned:
        return true;
    }
    return false;
  }

  static Level level_at(At level, const Risk& risk, const std::vector<int>& inherent) {
    const auto& method = *risk.method;
    auto floors = no_floors(method);
    for (const auto& working : risk.working)
      if (counts(working, level)) raise(floors, *working.effect, method);
    std::vector<int> ranks(method.factors.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      // A number measured on the system already holds what its controls do: no floor may better it.
      const bool measured = risk.origins[i].from == Origin::From::measurement;
      ranks[i] = measured ? inherent[i] : std::max(inherent[i], floors.ranks[i]);
    }
    return rate(method, std::move(ranks), std::max(inherent.back(), floors.intensity), risk.asset.rating,
                floors.impact_cap);
  }

  const walk::Facts& facts_;
  const Given& given_;
  InPlace in_place_;
  std::map<const Threat*, Rated> rated_;
  Protection protection_;
  std::map<std::string, std::vector<const Override*>> overrides_;
  std::map<std::string, std::vector<std::pair<const model::Harm*, const model::Harm::When*>>> harms_;
};

}  // namespace

std::vector<Risk> analyse(const walk::Facts& facts, const std::vector<walk::Scenario>& scenarios, const Given& given) {
  const Analyst analyst(facts, scenarios, given);
  std::vector<Risk> risks;
  risks.reserve(scenarios.size());
  for (const auto& scenario : scenarios) risks.push_back(analyst.analyse(scenario));
  return risks;
}

std::vector<const evidence::Evidence*> evidence_of(const evidence::Implementation& implementation,
                                                   const std::vector<evidence::Evidence>& evidence) {
  std::vector<const evidence::Evidence*> pieces;
  for (const auto& piece : evidence) {
    const bool named = std::any_of(implementation.evidence.begin(), implementation.evidence.end(),
                                   [&](const auto& said) { return said.value == piece.id; });
    const bool names = std::any_of(piece.shows.begin(), piece.shows.end(),
                                   [&](const auto& shows) { return shows.implementation.value == implementation.id; });
    if (named || names) pieces.push_back(&piece);
  }
  return pieces;
}

bool is_evidenced(const evidence::Implementation& implementation, const std::vector<evidence::Evidence>& evidence,
                  input::Date as_of) {
  const auto pieces = evidence_of(implementation, evidence);
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const auto* piece) { return validity_on(*piece, as_of) == evidence::Validity::valid; });
}

Protection::Protection(const walk::Facts& facts, const std::vector<evidence::Implementation>& implementations) {
  const auto& boundaries = facts.system->boundaries;
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < boundaries.size(); ++i) by_id.emplace(boundaries[i].id.text, i);
  const auto lies_in = [&](int element, std::size_t boundary) {
    for (int b = facts.boundary_of[at(element)]; b >= 0; b = facts.boundary_parent[at(b)])
      if (at(b) == boundary) return true;
    return false;
  };
  for (const auto& implementation : implementations) {
    Marks marks{.all = implementation.on.empty(), .subjects = {}};
    for (const auto& on : implementation.on) {
      if (const auto element = facts.element_index.find(on.value); element != facts.element_index.end()) {
        marks.subjects.push_back({Scope::element, element->second});
      } else if (const auto flow = facts.flow_index.find(on.value); flow != facts.flow_index.end()) {
        marks.subjects.push_back({Scope::flow, flow->second});
      } else if (const auto boundary = by_id.find(on.value); boundary != by_id.end()) {
        for (int i = 0; i < static_cast<int>(facts.elements.size()); ++i)
          if (lies_in(i, boundary->second)) marks.subjects.push_back({Scope::element, i});
        for (std::size_t i = 0; i < facts.system->flows.size(); ++i)  // A flow is inside when both its ends are.
          if (facts.flow_from[i] >= 0 && facts.flow_to[i] >= 0 && lies_in(facts.flow_from[i], boundary->second) &&
              lies_in(facts.flow_to[i], boundary->second))
            marks.subjects.push_back({Scope::flow, static_cast<int>(i)});
      }
    }
    std::sort(marks.subjects.begin(), marks.subjects.end());
    marks_.push_back(std::move(marks));
  }
}

bool Protection::covers(std::size_t implementation, walk::Subject subject) const {
  const auto& marks = marks_[implementation];
  return marks.all || std::binary_search(marks.subjects.begin(), marks.subjects.end(), subject);
}

}  // namespace assize::analyse
