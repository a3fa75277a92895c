// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyse/override.h"
#include "engine/catalogue/method.h"
#include "engine/evidence/evidence.h"
#include "engine/evidence/implementation.h"
#include "engine/walk/walk.h"

namespace assize::analyse {

/// The same risk, four times: with no controls; with implementations taken at their word; with those alone that have
/// evidence valid on the date; with all planned ones done.
enum class At { inherent, claimed, evidenced, planned };
inline constexpr std::array<At, 4> all_levels = {At::inherent, At::claimed, At::evidenced, At::planned};
std::string_view name_of(At level);

/// Where the level of a factor comes from, before any control.
struct Origin {
  enum class From { catalogue, adjustment, measurement, assessor };
  From from = From::catalogue;
  int catalogue_rank = 0;                                     ///< The catalogue's base; kept whatever overrules it.
  const catalogue::Threat::Adjustment* adjustment = nullptr;  ///< Of those that hold, the most cautious.
  const model::Metric* metric = nullptr;
  const Override* override = nullptr;
  int adjusted_rank = 0;  ///< What an assessor overruled.
};

/// An effect of a control on this scenario, and the implementation that has it.
struct Working {
  const evidence::Implementation* implementation = nullptr;
  const catalogue::Control* control = nullptr;
  const catalogue::Control::Effect* effect = nullptr;
  bool evidenced = false;  ///< Some evidence of it is valid on the date.
};

/// One of the four.
struct Level {
  std::vector<int> ranks;  ///< Per factor of the method, 0 the riskiest level.
  int intensity = 0;       ///< Rank, 0 the worst.
  catalogue::Points points;
  int band = 0;  ///< Index into the method's bands.
  catalogue::Likelihood likelihood;
  catalogue::Impact impact;
  catalogue::RiskValue risk;
  int risk_class = 0;  ///< Index into the method's classes; more is worse.
};

/// Where the impact rating comes from: the worst of the ratings of what is hit, and of the harms that follow.
struct AssetRating {
  int rating = 1;                        ///< 1 when nothing is rated.
  const model::Rating* value = nullptr;  ///< The rating that decided, or
  const model::Harm* harm = nullptr;     ///< the harm that decided; neither: not rated.
  std::string element, objective;
};

/// A scenario with its likelihood, impact and level: a row of the register. Points into project and catalogue.
struct Risk {
  std::string id;  ///< `THREAT@ELEMENT`.
  walk::Scenario scenario;
  const catalogue::Method* method = nullptr;
  std::vector<Origin> origins;  ///< Per factor of the method, then of intensity.
  AssetRating asset;
  std::vector<Working> working;             ///< In the order of implementations.
  std::array<Level, 4> levels;              ///< By At.
  std::vector<const model::Agent*> agents;  ///< Who may enact it.
  const Level& at(At level) const { return levels[static_cast<std::size_t>(level)]; }
};

}  // namespace assize::analyse
