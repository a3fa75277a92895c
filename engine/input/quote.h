// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assize::input {

/// The user's words as a message shows them: in `backticks`, on one line, cut after 60 bytes at the end of a character.
std::string quote(std::string_view words);

/// "a", "a or b", "a, b or c"; quotes nothing.
std::string one_of(const std::vector<std::string>& words);

}  // namespace assize::input
