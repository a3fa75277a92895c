// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/walk/facts.h"

namespace assize::walk {

/// Whether the condition holds for the subject. Facts it asks for must have been derived.
bool holds(const catalogue::Condition& condition, Subject subject, const Facts& facts);

/// One thing that was so, where it was said, and what it rests on in turn.
struct Reason {
  std::string says;
  input::Place place;
  std::vector<Reason> because;
};
using Reasons = std::vector<Reason>;

/// Why the condition holds (it must): each part that held, down to the lines of the description.
Reasons why(const catalogue::Condition& condition, Subject subject, const Facts& facts);

/// The first part that kept the condition from holding (it must not hold), as a sentence.
std::string why_not(const catalogue::Condition& condition, Subject subject, const Facts& facts);

/// Names of all facts that a condition asked for and that held.
std::vector<std::string> facts_asked(const catalogue::Condition& condition, Subject subject, const Facts& facts);

}  // namespace assize::walk
