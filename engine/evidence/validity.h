// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "engine/evidence/evidence.h"

namespace assize::evidence {

/// Last day on which it counts: the earlier of `valid-until` and `made` + `every`; nothing when it never lapses.
std::optional<input::Date> last_day(const Evidence& evidence);

enum class Validity { valid, not_yet, lapsed };
std::string_view name_of(Validity validity);

/// The one notion of "evidenced on a date": for risks and for requirements alike. Derived, never stored.
Validity validity_on(const Evidence& evidence, input::Date as_of);

}  // namespace assize::evidence
