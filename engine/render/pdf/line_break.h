// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

/// Part of a StyledText that stands on one line; spaces at its end are not in it.
struct Line {
  std::uint32_t begin = 0, end = 0;
  float width = 0;  ///< Points.
};

/// How much room a text asks for, in points.
struct Extent {
  double word = 0;   ///< Of the widest piece that should not be broken.
  double whole = 0;  ///< Of the text on one line (its longest, when it has line ends).
  double total = 0;  ///< Of all its lines behind each other.
  double lines = 0;  ///< That its line ends make of it.
};

/// Finds where lines end: at the opportunities of UAX 14; inside an id, path or hash that alone is too wide after / . -
/// _ and the like, or anywhere if it has none.
class LineBreaker {
 public:
  explicit LineBreaker(const TypeCase& faces);

  /// Replaces `lines`. A text without characters has no lines. No line is wider than `width`, unless it is one
  /// character.
  void break_lines(const StyledText& text, double size, double width, std::vector<Line>& lines);

  /// Every line end starts a line, blanks stay, and what is too wide is cut at the edge.
  void break_preformatted(const StyledText& text, double size, double width, std::vector<Line>& lines);

  /// A word of language counts at most as `patience.word`. An id, path or number (what has / . - _ : @ and the like
  /// inside) wider than `patience.id` is measured by the parts it may be broken into.
  struct Patience {
    double word = 0, id = 0;
  };
  Extent extent(const StyledText& text, double size, Patience patience);

 private:
  void find_opportunities(const StyledText& text, std::uint32_t begin, std::uint32_t end);
  std::uint32_t emergency_break(const StyledText& text, std::uint32_t begin, std::uint32_t end, double width) const;

  const TypeCase& faces_;
  std::unique_ptr<icu::BreakIterator> unicode_;  ///< Null when ICU has no data: then blanks alone break.
  std::vector<float> at_;                        ///< Scratch: where units end.
  std::vector<std::uint32_t> opportunities_;     ///< Scratch: ascending, the last is the end.
};

}  // namespace assize::render::pdf
