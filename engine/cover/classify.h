// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/cover/system_class.h"
#include "engine/model/answer.h"
#include "engine/walk/facts.h"

namespace assize::cover {

using Answers = std::map<std::string, model::Answer>;

/// What each law makes of the system. Pure; every verdict is three-valued: what nobody has answered, and the
/// description does not say, is open and never no. More answers never open what is decided.
SystemClass classify(const catalogue::Catalogue& catalogue, const Answers& answers,
                     const std::vector<AppliedStandard>& standards, const walk::Facts& facts, input::Date as_of);

}  // namespace assize::cover
