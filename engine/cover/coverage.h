// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyse/risk.h"
#include "engine/catalogue/catalogue.h"
#include "engine/cover/applicability.h"
#include "engine/cover/narrative.h"

namespace assize::cover {

/// How far something meets a control or requirement. Along a chain of mappings the weakest link counts: an
/// "intersects" or "supports" never becomes more than related.
enum class Strength { nothing, related, partly, covered };
std::string_view name_of(Strength strength);

/// How sure that is on the date.
enum class Standing { none, planned, claimed, evidenced };
std::string_view name_of(Standing standing);

/// One thing that meets a control or requirement, and the chain of claims by which it does.
struct Support {
  struct Step {
    const catalogue::Mapping* mapping = nullptr;  ///< Null: a part of its parent requirement.
    bool backwards = false;                       ///< The mapping was read from `to` to `from`.
    std::string to;
  };
  const evidence::Implementation* implementation = nullptr;  ///< Or, when evidence shows the requirement itself:
  const evidence::Evidence* evidence = nullptr;
  const Narrative* narrative = nullptr;  ///< The provider's prose under the requirement itself.
  std::vector<Step> path;                ///< Empty: directly.
  Strength strength = Strength::nothing;
  Standing standing = Standing::none;
};

/// What a control or requirement is met by.
struct Coverage {
  std::string id, title, pack;
  const catalogue::Control* control = nullptr;
  const catalogue::Requirement* requirement = nullptr;
  Applicability applies;
  const evidence::Implementation* excluded = nullptr;  ///< `not-applicable`, with its reason.
  std::vector<Support> supports;                       ///< The strongest first.
  std::array<Strength, 4> strength{};                  ///< By Standing: the best that is at least that sure.
  std::vector<const analyse::Risk*> treats;            ///< Risks that it, or what is mapped to it, treats.
  Strength at(Standing standing) const { return strength[static_cast<std::size_t>(standing)]; }
};

}  // namespace assize::cover
