// SPDX-License-Identifier: Apache-2.0
#include "engine/render/terminal_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "engine/render/code_points.h"

namespace assize::render {
namespace {

/// Marks that reorder the text around them, with which a line can be made to read otherwise than it is; and the
/// separators that some terminals take for line ends.
bool reorders(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0x2028 ||
         value == 0x2029;
}

int columns_of(char32_t value) {
  if (value < 0x300) return value == 0xAD ? 1 : value < 0x20 ? 0 : 1;
  const auto character = static_cast<UChar32>(value);
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  if (value >= 0x1160 && value <= 0x11FF) return 0;  // Medial and final jamo join the syllable begun before them.
  const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Where a line may end, and where the next one then begins.
struct Break {
  std::size_t end = 0;
  std::size_t next = 0;
};

/// Wraps the bytes [begin, end), which hold no LF.
void wrap_line(std::string_view text, std::size_t begin, std::size_t end, int width, std::vector<Stretch>& lines) {
  std::optional<Break> last;
  int used = 0;
  int before = 0;            // Columns of the character before, 0 at the start of a line and after a blank.
  bool blank_so_far = true;  // Indentation stays with its first word.
  for (std::size_t at = begin; at < end;) {
    const auto point = decode(text, at).value_or(CodePoint{});
    const int wide = columns_of(point.value);
    if (point.value == ' ') {
      const bool run = last && last->next == at && text[at - 1] == ' ';
      if (!blank_so_far) last = Break{run ? last->end : at, at + 1};
      before = 0;
      used += 1;  // Blanks may hang over the edge: they are dropped if the line ends here.
      at += 1;
      continue;
    }
    if (before > 0 && wide > 0 && (before == 2 || wide == 2)) last = Break{at, at};
    if (used + wide > width && at > begin) {
      // Indentation as wide as the line is dropped, like the blanks at any break.
      const Break here = last.value_or(Break{at, at});
      if (!blank_so_far) lines.push_back({begin, here.end});
      begin = at = here.next;
      last.reset();
      used = before = 0;
      blank_so_far = true;
      continue;
    }
    blank_so_far = false;
    used += wide;
    if (wide > 0) before = wide;
    at += point.bytes;
  }
  while (end > begin && text[end - 1] == ' ') --end;
  lines.push_back({begin, end});
}

}  // namespace

std::string terminal_text(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    const bool line_end = point.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (point.value == '\t')
      safe += ' ';
    else if (is_unprintable(point.value) || reorders(point.value) || (point.value == '\r' && !line_end))
      safe += replacement_character;
    else if (!line_end)
      safe += text.substr(at, point.bytes);
    at += point.bytes;
  }
  return safe;
}

int columns_of(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    columns += columns_of(point.value);
    at += point.bytes;
  }
  return columns;
}

int columns_of_longest_word(std::string_view text) {
  int longest = 0;
  int word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    const int wide = columns_of(point.value);
    const bool breaks = point.value == ' ' || point.value == '\n';
    word = breaks ? 0 : wide == 2 ? 2 : word + wide;
    longest = std::max(longest, word);
    at += point.bytes;
  }
  return longest;
}

std::vector<Stretch> wrap(std::string_view text, int width) {
  std::vector<Stretch> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    wrap_line(text, begin, end, width, lines);
    begin = end + 1;
  }
  return lines;
}

}  // namespace assize::render
