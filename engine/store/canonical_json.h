// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/input/result.h"

namespace assize::store {

/// The one text of a JSON value: RFC 8785, narrowed to integers within +-(2^53 - 1), so that no two programs can
/// disagree on a number. No blanks; keys in the order of their UTF-16 code units. `store-entry`: not JSON as
/// `input::read_json` takes it, or a number outside; decimals belong in quotes.
input::Result<std::string> canonical_json(std::string_view json);

/// Appends `text`, valid UTF-8, as a JSON string in canonical form.
void append_json_string(std::string& to, std::string_view text);

}  // namespace assize::store
