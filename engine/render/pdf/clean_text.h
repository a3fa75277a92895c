// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assize::render::pdf {

/// The text in NFC as UTF-16, tabs as spaces, line ends as U+000A; other controls, soft hyphens, joiners, variation
/// selectors and marks of direction left out, none of which can be seen on paper. Nothing when it is not valid UTF-8.
std::optional<std::u16string> clean_text(std::string_view utf8);

bool is_right_to_left(char32_t code_point);

/// What input::quote makes of `utf8`, with ? for what is not valid UTF-8.
std::string in_backticks(std::string_view utf8);

}  // namespace assize::render::pdf
