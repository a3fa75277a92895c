// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/catalogue/vocabulary.h"
#include "engine/input/diagnostic.h"
#include "engine/model/system.h"

namespace assize {

/// The words of a description against those of the packs: `unknown-stage`, `unknown-kind`, `unknown-trait`,
/// `misplaced-trait`, `unknown-trait-value`, `unknown-objective`.
input::Diagnostics check_description(const model::System& system, const catalogue::Vocabulary& vocabulary);

/// The objectives of one value: `unknown-objective`. `who` names its owner in messages.
input::Diagnostics check_value(const model::Value& value, const std::string& who,
                               const catalogue::Vocabulary& vocabulary);

}  // namespace assize
