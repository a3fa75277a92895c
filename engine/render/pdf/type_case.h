// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"
#include "engine/render/formats.h"
#include "engine/render/pdf/font_metrics.h"
#include "engine/render/pdf/style.h"

namespace assize::render::pdf {

/// What a text asks for; which face draws a character depends on who has its glyph.
enum class Role : std::uint8_t { regular, bold, italic, mono };

/// Characters that share a face, a colour and a link.
struct Run {
  std::uint32_t begin = 0, end = 0;  ///< In StyledText::chars.
  std::uint8_t face = 0;
  Rgb colour = {};
  std::int32_t link = -1;  ///< Index into Draft::targets, or -1.
  std::int32_t note = -1;  ///< Index into Draft::notes when this is the raised mark of one, or -1.
  double scale() const { return note < 0 ? 1 : kRaisedScale; }
};

/// Text ready to be measured, broken and drawn: NFC, basic plane only, each unit in a face that has it. Runs cover it
/// without holes.
struct StyledText {
  std::u16string chars;
  std::vector<Run> runs;
  bool has_notes = false;
  void clear() {
    chars.clear();
    runs.clear();
    has_notes = false;
  }
};

/// Keeps the first `length` units, of as many or more.
void cut(StyledText& text, std::size_t length);

struct Face {
  std::string_view ttf;
  FontMetrics metrics;
  double scale = 1;  ///< Of the size asked for, so that faces look equally large.
};

/// What happens to the line ends in a text.
enum class LineEnds { become_spaces, are_kept };

/// The faces at hand, the rule which of them draws a character, and complaints about characters that cannot be drawn.
class TypeCase {
 public:
  /// Errors: `font-unreadable`. The bytes must outlive what is returned.
  static input::Result<TypeCase> open(const Fonts& fonts);

  const std::vector<Face>& faces() const { return faces_; }

  /// Adds `utf8` at the end of `to`. What cannot be drawn is remembered: errors `invalid-utf-8`, `right-to-left`;
  /// warning `missing-glyph`, once a character. Controls, soft hyphens and marks of direction are left out.
  void append(StyledText& to, std::string_view utf8, Role role, Rgb colour, std::int32_t link = -1,
              LineEnds ends = LineEnds::become_spaces);

  /// Adds the raised mark of a footnote.
  void append_mark(StyledText& to, const std::string& mark, Rgb colour, std::int32_t link, std::int32_t note);

  /// Where each unit ends, in points from the start of the text; one entry more than units, the first is 0.
  void positions(const StyledText& text, double size, std::vector<float>& into) const;
  double width(const StyledText& text, double size) const;

  /// Ends the text with … in the style of its last run.
  void append_ellipsis(StyledText& text) const;

  /// Cuts the text and ends it with … when it is wider than `width`. Says whether it was.
  bool shorten(StyledText& text, double size, double width);

  const input::Diagnostics& complaints() const { return complaints_; }
  void complain(input::Diagnostic about);  ///< The same complaint twice is one.
  /// Where the texts that follow stand, as `2.3 Purpose`, so that complaints about them can say it.
  void now_in(std::string_view place) { place_ = place; }

 private:
  std::uint8_t face_for(char16_t unit, Role role) const;
  void add(StyledText& to, char16_t unit, std::uint8_t face, Rgb colour, std::int32_t link) const;
  void add_replacement(StyledText& to, char32_t missing, std::string_view in, Role role, Rgb colour, std::int32_t link);
  std::string where() const;

  std::vector<Face> faces_;
  std::uint8_t face_of_role_[4] = {0, 0, 0, 0};
  bool draws_ascii_[4] = {false, false, false, false};
  std::vector<std::uint8_t> chain_;  ///< Asked after the face of the role, in this order.
  input::Diagnostics complaints_;
  std::set<std::string> said_;
  std::set<char32_t> missed_;  ///< Characters that were complained of.
  std::string place_;
};

}  // namespace assize::render::pdf
