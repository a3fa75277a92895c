// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assize::render {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;  ///< Of its UTF-8 form, 1 to 4.
};

/// The code point that starts at byte `at` < text.size(); nothing when no well-formed UTF-8 sequence starts there
/// (cut short, overlong, a surrogate, beyond U+10FFFF).
std::optional<CodePoint> decode(std::string_view text, std::size_t at);
bool is_utf8(std::string_view text);
/// The text with U+FFFD for each byte that belongs to no code point, so that a message can quote it.
std::string repaired(std::string_view text);

/// What every format shows as U+FFFD: C0 controls but for tab, line feed and carriage return; DEL; C1 controls; and the
/// two code points that XML cannot hold.
bool is_unprintable(char32_t value);
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// How long the text is in Excel's eyes: UTF-16 code units.
std::size_t utf16_units(std::string_view text);
/// The longest beginning of at most `units` UTF-16 code units; no code point is split.
std::string_view first_units(std::string_view text, std::size_t units);

}  // namespace assize::render
