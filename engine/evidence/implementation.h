// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/fields.h"
#include "engine/model/system.h"

namespace assize::evidence {

enum class Status { in_place, planned, not_applicable };
std::string_view name_of(Status status);

/// The system's statement that it has a control (or meets a requirement).
struct Implementation {
  std::string id;                    ///< The control's id unless given.
  input::Said<std::string> control;  ///< Control or requirement, qualified.
  Status status = Status::planned;
  std::vector<input::Said<std::string>> on;  ///< Elements, flows, boundaries; empty: the whole system.
  std::string says, where, because;
  input::Said<std::string> owner;
  std::optional<input::Date> due;
  std::vector<input::Said<std::string>> evidence;
  /// What is said of an element that the control brings: its value, or which described element it is.
  struct Brought {
    model::Value value;
    input::Said<std::string> is;
  };
  std::map<std::string, Brought> brings;  ///< By their id in the catalogue.
  /// A word on one dimension of a method's cost-benefit analysis, with its reason.
  struct Cost {
    std::string dimension;
    input::Said<std::string> level;
    std::string because;
    input::Place place;
  };
  std::vector<Cost> cost;  ///< Empty: not stated. As written.
  const Cost* cost_of(const std::string& dimension) const {
    for (const auto& one : cost)
      if (one.dimension == dimension) return &one;
    return nullptr;
  }
  input::Place place;
};

}  // namespace assize::evidence
