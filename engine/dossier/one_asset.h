// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/assessment.h"

namespace assize::dossier {

/// The assessment as far as it speaks of one element or flow: its risks, and no gaps of other risks. Law, controls and
/// evidence stay whole, since they hold for the system.
void keep_asset(const std::string& id, const Project& project, Assessment& assessment);

}  // namespace assize::dossier
