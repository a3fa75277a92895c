// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>

#include "engine/assessment.h"

namespace assize::laws {

/// One level of a risk in words: `time=day ... intensity=heavy points=3 likelihood=3 impact=3 risk=9 class=critical`.
using Stated = std::string;
/// Risk id -> its four levels, by analyse::At.
using Register = std::map<std::string, std::array<Stated, 4>>;

/// What `assess` must find, worked out the slow and obvious way: conditions by their names, reachability by going over
/// all flows again until nothing changes, levels straight from the definitions. Shares nothing with walk/ and analyse/
/// but the plain data.
Register slow_register(const Project& project, input::Date as_of);

/// What `assess` did find, in the same words.
Register fast_register(const Assessment& assessment);

}  // namespace assize::laws
