// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize::input {

/// The candidate that was probably meant: the fewest edits (insert, delete, replace, swap neighbours), at most a third
/// of the word's length and never more than 4; nothing when none is near. Ties go to the first in the order given.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean `X`?", or empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);
/// The same; when nothing is near, all candidates if they are few enough to read (two dozen), or empty.
std::string suggest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace assize::input
