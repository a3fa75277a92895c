// SPDX-License-Identifier: Apache-2.0
#include "engine/treat/check_costs.h"

#include "engine/input/nearest.h"

namespace assize::treat {
namespace {

using input::Severity;

class Checker {
 public:
  Checker(const catalogue::Method* method, input::Diagnostics& found)
      : analysis_(method && method->cost_benefit ? &*method->cost_benefit : nullptr), found_(found) {
    if (!analysis_) return;
    method_ = method->id;
    for (const auto& one : analysis_->dimensions) dimensions_.push_back(one.id);
  }

  void check(const evidence::Implementation& implementation) {
    if (implementation.cost.empty()) return;
    bool all_known = true;
    for (const auto& cost : implementation.cost) all_known = check(implementation, cost) && all_known;
    if (!all_known) return;  // What seems to be missing may be what is misspelt.
    for (const auto& dimension : dimensions_)
      if (!implementation.cost_of(dimension))
        found_.push_back({Severity::error, "missing-dimension",
                          "the cost of `" + implementation.id + "` says nothing of `" + dimension + "`",
                          implementation.cost.front().place,
                          "state each dimension of method `" + method_ + "`, those without impact too"});
  }

 private:
  /// Whether there is such a dimension.
  bool check(const evidence::Implementation& implementation, const evidence::Implementation::Cost& cost) {
    const auto* dimension = analysis_ ? analysis_->dimension(cost.dimension) : nullptr;
    if (!dimension) {
      found_.push_back({Severity::error, "unknown-dimension",
                        "the cost of `" + implementation.id + "` names `" + cost.dimension +
                            "`, which is no dimension " + (analysis_ ? "of method `" + method_ + "`" : "of any method"),
                        cost.place,
                        analysis_ ? input::suggest(cost.dimension, dimensions_)
                                  : "load a pack whose method has a cost-benefit analysis, or leave `cost:` out"});
      return false;
    }
    if (dimension->level(cost.level.value)) return true;
    std::vector<std::string> levels;
    for (const auto& one : dimension->levels) levels.push_back(one.id);
    found_.push_back({Severity::error, "unknown-level",
                      "`" + cost.level.value + "` is no level of `" + cost.dimension + "` in method `" + method_ + "`",
                      cost.level.place, input::suggest(cost.level.value, levels)});
    return true;
  }

  const catalogue::Method::CostBenefit* analysis_;
  std::string method_;
  std::vector<std::string> dimensions_;
  input::Diagnostics& found_;
};

}  // namespace

input::Diagnostics check_costs(const std::vector<evidence::Implementation>& implementations,
                               const catalogue::Method* method) {
  input::Diagnostics found;
  Checker checker(method, found);
  for (const auto& implementation : implementations) checker.check(implementation);
  return found;
}

}  // namespace assize::treat
