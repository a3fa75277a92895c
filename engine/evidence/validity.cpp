// SPDX-License-Identifier: Apache-2.0
#include "engine/evidence/validity.h"

#include <algorithm>

namespace assize::evidence {

std::optional<input::Date> last_day(const Evidence& evidence) {
  auto last = evidence.valid_until;
  if (const auto period = input::parse_period(evidence.every)) {
    const auto renewed = input::add(evidence.made, *period);
    last = last ? std::min(*last, renewed) : renewed;
  }
  return last;
}

std::string_view name_of(Validity validity) {
  switch (validity) {
    case Validity::valid:
      return "valid";
    case Validity::not_yet:
      return "not yet made";
    case Validity::lapsed:
      return "lapsed";
  }
  return {};
}

Validity validity_on(const Evidence& evidence, input::Date as_of) {
  if (as_of < evidence.made) return Validity::not_yet;
  const auto last = last_day(evidence);
  return last && *last < as_of ? Validity::lapsed : Validity::valid;
}

}  // namespace assize::evidence
