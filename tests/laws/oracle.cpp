// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/oracle.h"

#include <optional>

#include "tests/laws/slow_conditions.h"

namespace assize::laws {
namespace {

using catalogue::Method;

class Slow : SlowConditions {
 public:
  Slow(const Project& project, input::Date as_of) : SlowConditions(project), as_of_(as_of) {}

  Register find() {
    Register found;
    for (const auto& threat : project_.catalogue.threats) {
      for (int i = 0; i < count(Scope::element); ++i)
        if (touches(threat, thing(i).kind) && holds(threat.when, Scope::element, i))
          found[threat.id + "@" + thing(i).id] = levels(threat, Scope::element, i);
      for (int i = 0; i < count(Scope::flow); ++i)
        if (touches(threat, "flow") && holds(threat.when, Scope::flow, i))
          found[threat.id + "@" + flow(i).id.text] = levels(threat, Scope::flow, i);
    }
    return found;
  }

 private:
  bool valid(const evidence::Evidence& piece) const {
    if (as_of_ < piece.made) return false;
    if (piece.valid_until && *piece.valid_until < as_of_) return false;
    const auto period = input::parse_period(piece.every);
    return !period || !(input::add(piece.made, *period) < as_of_);
  }
  bool evidenced(const evidence::Implementation& implementation) const {
    for (const auto& piece : project_.evidence) {
      if (!valid(piece)) continue;
      for (const auto& named : implementation.evidence)
        if (named.value == piece.id) return true;
      for (const auto& shows : piece.shows)
        if (shows.implementation.value == implementation.id) return true;
    }
    return false;
  }
  bool counts(const evidence::Implementation& implementation, analyse::At at) const {
    using evidence::Status;
    if (at == analyse::At::inherent || implementation.status == Status::not_applicable) return false;
    if (at == analyse::At::planned) return true;
    return implementation.status == Status::in_place && (at == analyse::At::claimed || evidenced(implementation));
  }
  bool protects(const evidence::Implementation& implementation, Scope scope, int i) const {
    if (implementation.on.empty()) return true;
    for (const auto& on : implementation.on) {
      if (on.value == id_of(scope, i)) return true;
      if (scope == Scope::element && lies_in(thing(i).id, on.value)) return true;
      if (scope == Scope::flow && lies_in(flow(i).from.value.text, on.value) &&
          lies_in(flow(i).to.value.text, on.value))
        return true;
    }
    return false;
  }

  /// The worst rating of what the threat hits, among values and harms; nothing when none is rated.
  std::optional<int> rating(const std::string& id, const model::Value& value, const Threat& threat) const {
    std::optional<int> worst;
    for (const auto& [objective, rated] : value)
      if (among(threat.hits, objective.text)) worst = std::max(worst.value_or(1), rated.rating);
    for (const auto& harm : system_.harms)
      for (const auto& when : harm.when)
        if (when.element.text == id && among(threat.hits, when.objective.text))
          worst = std::max(worst.value_or(1), harm.rating);
    return worst;
  }
  int asset_rating(const Threat& threat, Scope scope, int i) const {
    if (scope == Scope::element) return rating(thing(i).id, thing(i).value, threat).value_or(1);
    auto worst = rating(flow(i).id.text, flow(i).value, threat);
    if (worst) return *worst;
    for (const auto& carried : flow(i).carries) {
      const auto& one = thing(index_of(carried.value.text));
      if (const auto rated = rating(one.id, one.value, threat)) worst = std::max(worst.value_or(1), *rated);
    }
    if (worst) return *worst;
    const auto& end = thing(index_of(flow(i).to.value.text));
    return rating(end.id, end.value, threat).value_or(1);
  }

  static int rank(const Method& method, const std::string& factor, const std::string& level) {
    if (factor == "intensity") {
      for (std::size_t k = 0; k < method.intensities.size(); ++k)
        if (method.intensities[k].id == level) return static_cast<int>(k);
      return -1;
    }
    for (const auto& one : method.factors) {
      if (one.id != factor) continue;
      auto read = level;
      for (const auto& other : one.read_as)
        if (other.level == level) read = other.as;
      for (std::size_t k = 0; k < one.levels.size(); ++k)
        if (one.levels[k].id == read) return static_cast<int>(k);
    }
    return -1;
  }

  /// Rank of the factor before any control, and whether a number measured on the system set it.
  std::pair<int, bool> before_controls(const Threat& threat, const Method& method, const std::string& factor,
                                       Scope scope, int i) {
    int level = rank(method, factor, threat.rating.at(factor).level);
    std::vector<int> adjusted, measured;
    for (const auto& adjustment : threat.adjust)
      if (adjustment.set.contains(factor) && holds(adjustment.when, scope, i))
        adjusted.push_back(rank(method, factor, adjustment.set.at(factor)));
    if (!adjusted.empty()) level = *std::min_element(adjusted.begin(), adjusted.end());
    if (scope == Scope::element)
      for (const auto& metric : thing(i).metrics)
        for (const auto& measure : method.measures) {
          if (!among(threat.measured_by, metric.name) || measure.metric != metric.name || measure.factor != factor)
            continue;
          if (std::none_of(project_.evidence.begin(), project_.evidence.end(),
                           [&](const auto& piece) { return piece.id == metric.evidence.value && valid(piece); }))
            continue;
          const auto threshold = std::find_if(measure.levels.begin(), measure.levels.end(), [&](const auto& one) {
            return !one.up_to || metric.value <= *one.up_to;
          });
          measured.push_back(rank(method, factor, threshold->level));
        }
    if (!measured.empty()) level = *std::min_element(measured.begin(), measured.end());
    for (const auto& override : project_.overrides)
      if (override.risk.value == threat.id + "@" + id_of(scope, i) && override.factor.value == factor)
        return {rank(method, factor, override.to.value), false};
    return {level, !measured.empty()};
  }

  std::array<Stated, 4> levels(const Threat& threat, Scope scope, int i) {
    const auto& method = threat.scheme == catalogue::Scheme::attack ? *project_.attack : *project_.hazard;
    std::array<Stated, 4> stated;
    for (const auto at : analyse::all_levels) {
      std::vector<const catalogue::Control::Effect*> effects;
      for (const auto& implementation : project_.implementations)
        for (const auto& control : project_.catalogue.controls)
          if (control.id == implementation.control.value && counts(implementation, at) &&
              protects(implementation, scope, i))
            for (const auto& effect : control.treats)
              if (effect.threat == threat.id) effects.push_back(&effect);
      stated[static_cast<std::size_t>(at)] = state(threat, method, scope, i, effects);
    }
    return stated;
  }

  static int impact_of(const Method& method, int rating) {
    return method.rating_impacts.empty() ? rating
                                         : method.rating_impacts[static_cast<std::size_t>(rating) - 1].impact.value;
  }
  /// Every shipped scale counts 1, 2, 3, ...: the value is the place.
  static int risk_of(const Method& method, int likelihood, int impact) {
    return method.matrix.empty()
               ? likelihood * impact
               : method.matrix[static_cast<std::size_t>(likelihood) - 1][static_cast<std::size_t>(impact) - 1];
  }

  Stated state(const Threat& threat, const Method& method, Scope scope, int i,
               const std::vector<const catalogue::Control::Effect*>& effects) {
    Stated text;
    int sum = 0;
    bool feasible = true;
    for (const auto& factor : method.factors) {
      auto [level, measured] = before_controls(threat, method, factor.id, scope, i);
      for (const auto* effect : effects)
        if (const auto floor = effect->floor.find(factor.id); floor != effect->floor.end() && !measured)
          level = std::max(level, rank(method, factor.id, floor->second));
      const auto& reached = factor.levels[static_cast<std::size_t>(level)];
      sum += reached.points;
      feasible = feasible && !reached.not_feasible;
      text += factor.id + "=" + reached.id + " ";
    }
    auto intensity = before_controls(threat, method, "intensity", scope, i).first;
    int impact_cap = method.impact_cap;
    for (const auto* effect : effects) {
      if (!effect->intensity_cap.empty())
        intensity = std::max(intensity, rank(method, "intensity", effect->intensity_cap));
      if (effect->impact_cap > 0) impact_cap = std::min(impact_cap, impact_of(method, effect->impact_cap));
    }
    int likelihood = method.bands.back().likelihood.value;
    if (feasible)
      for (const auto& band : method.bands)
        if (sum >= band.from) likelihood = band.likelihood.value;
    const auto& heavy = method.intensities[static_cast<std::size_t>(intensity)];
    const int impact = std::min(impact_cap, impact_of(method, asset_rating(threat, scope, i)) + heavy.adds);
    const int risk = risk_of(method, likelihood, impact);
    std::string risk_class;
    for (const auto& one : method.classes)
      if (risk >= one.from.value) risk_class = one.id;
    return text + "intensity=" + heavy.id + " points=" + (feasible ? std::to_string(sum) : "none") +
           " likelihood=" + std::to_string(likelihood) + " impact=" + std::to_string(impact) +
           " risk=" + std::to_string(risk) + " class=" + risk_class;
  }

  input::Date as_of_;
};

}  // namespace

Register slow_register(const Project& project, input::Date as_of) { return Slow(project, as_of).find(); }

Register fast_register(const Assessment& assessment) {
  Register found;
  for (const auto& risk : assessment.risks) {
    auto& stated = found[risk.id];
    for (const auto at : analyse::all_levels) {
      const auto& level = risk.at(at);
      Stated text;
      for (std::size_t i = 0; i < risk.method->factors.size(); ++i)
        text += risk.method->factors[i].id + "=" +
                risk.method->factors[i].levels[static_cast<std::size_t>(level.ranks[i])].id + " ";
      stated[static_cast<std::size_t>(at)] =
          text + "intensity=" + risk.method->intensities[static_cast<std::size_t>(level.intensity)].id +
          " points=" + (level.points ? std::to_string(*level.points) : "none") +
          " likelihood=" + std::to_string(level.likelihood.value) + " impact=" + std::to_string(level.impact.value) +
          " risk=" + std::to_string(level.risk.value) +
          " class=" + risk.method->classes[static_cast<std::size_t>(level.risk_class)].id;
    }
  }
  return found;
}

}  // namespace assize::laws
