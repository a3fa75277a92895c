// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/foot_notes.h"
#include "engine/render/pdf/line_break.h"
#include "engine/render/pdf/table_form.h"
#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

/// Where the next thing goes: fills the frame of page after page from top to bottom. Headings wait until the block that
/// follows claims its room, so that none is left alone at the foot of a page.
class Flow {
 public:
  Flow(TypeCase& faces, LineBreaker& line_breaker, Draft& into, const dossier::Labels& words)
      : type(faces), breaker(line_breaker), draft(into), labels(words) {}

  TypeCase& type;
  LineBreaker& breaker;
  Draft& draft;
  const dossier::Labels& labels;
  std::map<const dossier::Table*, TableForm> forms;  ///< What form_of has found.

  const Sheet& sheet() const { return *draft.pages.back().sheet; }
  /// To draw on, as part of what is being drawn: text always, shapes where they are a figure.
  Page& page() {
    Page& last = draft.pages.back();
    last.text_element = draft.structure.current();
    last.shape_element = draft.structure.draws_figure() ? last.text_element : kArtifact;
    return last;
  }
  std::uint32_t page_index() const { return static_cast<std::uint32_t>(draft.pages.size() - 1); }
  double y() const { return y_; }
  /// Down to the notes at the foot, if there are any.
  double room() const { return sheet().bottom - notes_.height() - y_; }
  bool at_top() const { return y_ <= sheet().top; }
  Spot spot() const { return {page_index(), static_cast<float>(y_)}; }
  /// Widest that prose is set here.
  double measure() const;

  void start_page(const Sheet& sheet);
  /// Ends the last page: notes that are left over get pages of their own.
  void finish();
  void next_page() { start_page(sheet()); }

  /// At least this much white before what comes next; none at the top of a page.
  void separate(double gap);
  /// Makes room for `height` that must stay together, on a new page if need be, and draws what waits above it.
  void claim(double height);
  /// What was placed takes this height; notes it called for go to the foot as far as there is room.
  void advance(double height);

  /// Height that the notes called for by lines [from, to) ask for at the foot of this page, at least.
  double foot_of(const StyledText& text, const std::vector<Line>& lines, std::size_t from, std::size_t to);
  void call_note(std::size_t index);

  void anchor(const std::string& name, bool indexed = false);
  void wait(int level, const dossier::Section& section);
  bool headings_wait() const { return !waiting_.empty(); }

  /// To lay something out on trial: back_to(mark()) is as if nothing had been done since. No heading may wait.
  struct Mark {
    std::size_t pages, items, chars, points, links, anchors, headings, tables, figures, elements, note_count, boxes;
    double y, gap;
    FootNotes notes;
  };
  Mark mark() const;
  void back_to(const Mark& mark);

 private:
  struct Waiting {
    int level = 1;
    ElementId element = kArtifact;
    std::string id, number, title;
    StyledText number_text, title_text;
    std::vector<Line> lines;
    double indent = 0;  ///< Of the title, right of the number.
  };
  double height_of(const Waiting& heading) const;
  void draw_waiting();

  double y_ = 0;
  double gap_ = 0;
  FootNotes notes_;
  std::vector<Waiting> waiting_;
};

/// While it lives, what is drawn is a new part of what was being drawn before, or belongs to a part added earlier.
class Within {
 public:
  Within(Flow& flow, Tag tag) : Within(flow, flow.draft.structure.add(tag)) {}
  Within(Flow& flow, ElementId element) : structure_(flow.draft.structure), before_(structure_.current()) {
    structure_.resume(element);
  }
  ~Within() { structure_.resume(before_); }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;
  ElementId element() const { return structure_.current(); }

 private:
  Structure& structure_;
  ElementId before_;
};

/// Draws one line of `text` with its first unit at `x`; its links become clickable.
void place_line(Flow& flow, const StyledText& text, const Line& line, double x, double baseline, double size);
/// The whole of a text that is known to fit, on one line.
void place_text(Flow& flow, const StyledText& text, double x, double baseline, double size);

/// The baseline that centres capitals in a line box.
constexpr double baseline_in(double top, double leading, double size) { return top + leading / 2 + 0.357 * size; }

/// Spans in their faces; a link is coloured, and checked to be one that may be followed.
StyledText style(Flow& flow, const dossier::Spans& spans, Rgb colour = ink::text);
StyledText style(Flow& flow, std::string_view text, Role role, Rgb colour);
/// The target of a link, or -1 for none. Other URLs than http, https and mailto get a warning and stay text.
std::int32_t target_of(Flow& flow, const std::string& link);

/// Breaks `text` and, where it takes more than `most` lines, cuts it with … and a warning.
void break_at_most(Flow& flow, StyledText& text, double size, double width, std::size_t most, std::vector<Line>& lines);

}  // namespace assize::render::pdf
