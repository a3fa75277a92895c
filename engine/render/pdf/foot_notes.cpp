// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/foot_notes.h"

#include <algorithm>
#include <string>

#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {
namespace {

constexpr double kSize = 7.6, kLeading = 10, kIndent = 15, kGap = 1.5;
constexpr double kAboveRule = 9, kBelowRule = 4, kRuleLength = 60;

}  // namespace

double FootNotes::rule_height() const { return standing_.empty() ? kAboveRule + kBelowRule : 0; }

double FootNotes::height() const {
  if (standing_.empty()) return 0;
  double sum = kAboveRule + kBelowRule;
  for (const Piece& piece : standing_) sum += static_cast<double>(piece.end - piece.begin) * kLeading + kGap;
  return sum;
}

std::shared_ptr<const FootNotes::Set> FootNotes::set_note(Flow& flow, std::size_t note) {
  const auto known = measured_.find(note);
  if (known != measured_.end()) return known->second;
  auto set = std::make_shared<Set>();
  set->text = style(flow, flow.draft.notes[note].text, Role::regular, ink::text);
  // As wide as prose on each sheet, so that a note may go on on another.
  flow.breaker.break_lines(set->text, kSize, kProseMeasure - kIndent, set->lines);
  if (set->lines.empty()) set->lines.push_back({});
  measured_.emplace(note, set);
  return set;
}

double FootNotes::least(Flow& flow, std::size_t note) {
  const auto lines = set_note(flow, note)->lines.size();
  return static_cast<double>(std::min<std::size_t>(lines, 2)) * kLeading + kGap;
}

void FootNotes::call(Flow& flow, std::size_t note) {
  auto set = set_note(flow, note);
  measured_.erase(note);
  const std::size_t lines = set->lines.size();
  called_.push_back({note, 0, lines, std::move(set)});
}

void FootNotes::take(double room) {
  std::size_t taken = 0;
  for (; taken < called_.size(); ++taken) {
    Piece& piece = called_[taken];
    const double space = room - rule_height() - kGap;
    auto fit = static_cast<std::size_t>(std::max(0.0, (space + 0.01) / kLeading));
    const std::size_t left = piece.end - piece.begin;
    if (fit < left && left - fit < 2 && fit > 0) --fit;  // No single line moves on alone.
    fit = std::min(fit, left);
    if (fit == 0) break;
    room -= rule_height() + kGap + static_cast<double>(fit) * kLeading;
    standing_.push_back({piece.note, piece.begin, piece.begin + fit, piece.set});
    piece.begin += fit;
    if (piece.begin < piece.end) break;
  }
  called_.erase(called_.begin(), called_.begin() + static_cast<std::ptrdiff_t>(taken));
}

void FootNotes::settle(Flow& flow) {
  if (!called_.empty()) take(flow.room());
}

void FootNotes::begin_page(double most) {
  standing_.clear();
  take(most);
}

void FootNotes::draw(Flow& flow) {
  if (standing_.empty()) return;
  const double left = flow.sheet().left;
  double y = flow.sheet().bottom - height() + kAboveRule;
  flow.page().rule(left, y, left + kRuleLength, y, ink::strong_rule, 0.5);
  y += kBelowRule;
  for (const Piece& piece : standing_) {
    const std::size_t number = flow.draft.notes_before + piece.note + 1;
    const Within note(flow, flow.draft.notes[piece.note].element);
    if (piece.begin == 0) {
      StyledText mark;
      const std::int32_t back = flow.draft.target("#" + mark_anchor(number));
      flow.type.append(mark, std::to_string(number), Role::bold, ink::accent, back);
      flow.draft.anchors.push_back({note_anchor(number), {flow.page_index(), static_cast<float>(y)}});
      place_text(flow, mark, left, baseline_in(y, kLeading, kSize), kSize - 1);
    }
    for (std::size_t i = piece.begin; i < piece.end; ++i, y += kLeading)
      place_line(flow, piece.set->text, piece.set->lines[i], left + kIndent, baseline_in(y, kLeading, kSize), kSize);
    y += kGap;
  }
  standing_.clear();
}

}  // namespace assize::render::pdf
