// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "engine/render/pdf/line_break.h"
#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

class Flow;

/// The notes at the foot of the page that is being filled, and those that go on on the next. A note called for stands
/// below a short rule on the page of its mark; of a long one some lines may move on.
class FootNotes {
 public:
  /// Of the foot of this page as it stands.
  double height() const;
  /// What the first note on a page needs for the rule above it; nothing where there is one already.
  double rule_height() const;
  /// What a note needs on the page of its mark: two lines, or all of a shorter one.
  double least(Flow& flow, std::size_t note);

  void call(Flow& flow, std::size_t note);
  /// Moves notes that were called for to the foot, as many lines as the page has room for.
  void settle(Flow& flow);
  /// Begins the foot of a new page with what was left over, up to `most` points.
  void begin_page(double most);
  bool has_more() const { return !called_.empty(); }
  void draw(Flow& flow);

 private:
  struct Set {
    StyledText text;
    std::vector<Line> lines;
  };
  /// Lines [begin, end) of a note.
  struct Piece {
    std::size_t note = 0, begin = 0, end = 0;
    std::shared_ptr<const Set> set;
  };
  std::shared_ptr<const Set> set_note(Flow& flow, std::size_t note);
  void take(double room);

  std::vector<Piece> standing_;                                 ///< At the foot of this page.
  std::vector<Piece> called_;                                   ///< To come, here or on the next page.
  std::map<std::size_t, std::shared_ptr<const Set>> measured_;  ///< Asked for, not yet called.
};

}  // namespace assize::render::pdf
