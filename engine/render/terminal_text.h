// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize::render {

/// The text as a terminal may be given it: what could move its cursor, start an escape sequence or reverse the reading
/// order is U+FFFD; a tab is a space; lines end in LF. Takes valid UTF-8.
std::string terminal_text(std::string_view text);

/// The columns a terminal gives to valid UTF-8 on one line: 2 for wide East Asian characters, 0 for combining ones.
int columns_of(std::string_view text);
/// The columns of the longest stretch that wrap does not break unless it must.
int columns_of_longest_word(std::string_view text);

/// Bytes [begin, end) of a text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
/// Lines of at most `width` columns, one at least. Breaks at LF, at blanks (which are dropped) and between wide
/// characters; only a word wider than the line is broken inside. Nothing but blanks at breaks is lost.
std::vector<Stretch> wrap(std::string_view text, int width);

}  // namespace assize::render
