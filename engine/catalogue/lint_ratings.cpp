// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/catalogue/lint_rules.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// The rank of a level of a factor or of the intensity, 0 the riskiest; -1 when the method has it not.
int rank_of(const Method& method, const std::string& factor, const std::string& level) {
  if (factor == "intensity") return method.intensity(level);
  const int at = method.factor(factor);
  return at < 0 ? -1 : method.factors[static_cast<std::size_t>(at)].rank(level);
}

/// The riskiest rank that the catalogue can give the factor: its base, or that of an adjustment. 0 when a measurement
/// may give any.
int riskiest(const Method& method, const Threat& threat, const std::string& factor) {
  for (const auto& measure : method.measures)
    if (measure.factor == factor &&
        std::find(threat.measured_by.begin(), threat.measured_by.end(), measure.metric) != threat.measured_by.end())
      return 0;
  const auto base = threat.rating.find(factor);
  int lowest = base == threat.rating.end() ? 0 : rank_of(method, factor, base->second.level);
  for (const auto& adjustment : threat.adjust)
    if (const auto set = adjustment.set.find(factor); set != adjustment.set.end())
      lowest = std::min(lowest, rank_of(method, factor, set->second));
  return lowest;
}

class Ratings {
 public:
  Ratings(const Catalogue& catalogue, Diagnostics& found) : catalogue_(catalogue), found_(found) {}

  void run() {
    for (const auto& control : catalogue_.controls)
      for (const auto& effect : control.treats) {
        treated_.insert(effect.threat);
        if (const auto* threat = catalogue_.threat(effect.threat)) check_effect(control, effect, *threat);
      }
    for (const auto& threat : catalogue_.threats) check_threat(threat);
  }

 private:
  template <class Test>
  bool in_all_methods(Scheme scheme, const Test& test) const {
    bool any = false;
    for (const auto& method : catalogue_.methods) {
      if (method.scheme != scheme) continue;
      any = true;
      if (!test(method)) return false;
    }
    return any;
  }

  void check_threat(const Threat& threat) {
    if (!treated_.empty() && !treated_.contains(threat.id))
      warn("untreated-threat", "no control treats threat `" + threat.id + "` (" + threat.title + ")", threat.place,
           "name it under `treats:` of a control, with what that changes");
    for (const auto& [factor, level] : threat.rating)
      if (is_blank(level.because))
        warn("unreasoned", "factor `" + factor + "` of threat `" + threat.id + "` has no reason", level.place, "");
    for (const auto& adjustment : threat.adjust) {
      if (is_blank(adjustment.because))
        warn("unreasoned", "an adjustment of threat `" + threat.id + "` has no reason", adjustment.place, "");
      for (const auto& [factor, level] : adjustment.set) check_adjustment(threat, adjustment, factor, level);
    }
  }

  /// An adjustment to the base level counts only where another one goes to a milder level.
  void check_adjustment(const Threat& threat, const Threat::Adjustment& adjustment, const std::string& factor,
                        const std::string& level) {
    const auto base = threat.rating.find(factor);
    if (base == threat.rating.end() || base->second.level != level) return;
    const bool is_alone = std::all_of(threat.adjust.begin(), threat.adjust.end(), [&](const auto& other) {
      const auto set = other.set.find(factor);
      return set == other.set.end() || set->second == level;
    });
    if (is_alone)
      warn("idle-adjustment",
           "an adjustment of threat `" + threat.id + "` sets `" + factor + "` to `" + level + "`, where it is anyway",
           adjustment.place, "set another level, or remove it");
  }

  void check_effect(const Control& control, const Control::Effect& effect, const Threat& threat) {
    if (is_blank(effect.because) && (effect.basis != "published" || effect.source.empty()))
      warn(effect.basis == "published" ? "unsourced" : "unreasoned",
           "that control `" + control.id + "` treats threat `" + threat.id + "` is " + effect.basis +
               (effect.basis == "published" ? ", but names no source" : ", but has no reason"),
           effect.place, effect.basis == "published" ? "add `source:`" : "add `because:`");
    else if (effect.basis == "published" && effect.source.empty())
      warn("unsourced",
           "that control `" + control.id + "` treats threat `" + threat.id + "` is published, but names no source",
           effect.place, "add `source:`, or say `basis: judgement`");
    const auto idle = [&](const std::string& factor, const std::string& level) {
      return in_all_methods(threat.scheme, [&](const Method& method) {
        return rank_of(method, factor, level) <= riskiest(method, threat, factor);
      });
    };
    const auto report = [&](const std::string& what) {
      warn("idle-floor",
           what + " of control `" + control.id + "` changes nothing for threat `" + threat.id +
               "`, which is there already",
           effect.place, "raise it, or remove it: a measure must not claim what the threat has without it");
    };
    for (const auto& [factor, level] : effect.floor)
      if (idle(factor, level)) report("the floor `" + factor + ": " + level + "`");
    if (!effect.intensity_cap.empty() && idle("intensity", effect.intensity_cap))
      report("the cap `intensity: " + effect.intensity_cap + "`");
    if (effect.impact_cap > 0 && in_all_methods(threat.scheme, [&](const Method& method) {
          return impact_of_rating(method, effect.impact_cap).value >= method.impact_cap;
        }))
      report("the cap `impact: " + std::to_string(effect.impact_cap) + "`");
  }

  void warn(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::warning, code, std::move(message), place, std::move(help)});
  }

  const Catalogue& catalogue_;
  Diagnostics& found_;
  std::set<std::string> treated_;
};

}  // namespace

void lint_ratings(const Catalogue& catalogue, Diagnostics& found) { Ratings(catalogue, found).run(); }

}  // namespace assize::catalogue
