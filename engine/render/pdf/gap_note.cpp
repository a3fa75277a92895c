// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/gap_note.h"

#include <algorithm>

#include "engine/render/pdf/ground.h"

namespace assize::render::pdf {
namespace {

constexpr double kBar = 5, kPadding = 9, kGround = kPadding - 1;
constexpr double kSize = 9.5, kLeading = 13.6, kFlagSize = 8, kFlagPadding = 5, kFlagGap = 8;
constexpr double kBelowFlag = 3;  // Where the title begins below the flag.
constexpr std::size_t kMostTitleLines = 8;

/// The texts of a note, broken.
struct Parts {
  StyledText flag, title, detail;
  std::vector<Line> title_lines, detail_lines;
  double flag_width = 0;
  bool flag_above = false;  ///< A long id stands on a line of its own, so that the title need not be narrow.

  double title_height() const { return static_cast<double>(title_lines.size()) * kLeading; }
  double head() const {
    const double title_and_flag = flag_above && !title_lines.empty() ? kLeading + kBelowFlag + title_height()
                                                                     : std::max(kLeading, title_height());
    return title_and_flag + (detail_lines.empty() ? 0 : kBelowFlag);
  }
};

Parts parts_of(Flow& flow, const dossier::GapNote& note) {
  const double inner = flow.measure() - kBar - 2 * kPadding;
  Parts parts;
  parts.flag = style(flow, note.id.empty() ? flow.labels.missing : note.id, Role::bold, ink::white);
  flow.type.shorten(parts.flag, kFlagSize, inner - 2 * kFlagPadding);
  parts.flag_width = flow.type.width(parts.flag, kFlagSize) + 2 * kFlagPadding;
  flow.type.append(parts.flag, " ", Role::bold, ink::white);  // Apart from the title for who only hears it.
  parts.title = style(flow, note.title, Role::bold, tint_of(dossier::Tone::gap).text);
  const double beside = inner - parts.flag_width - kFlagGap;
  parts.flag_above = parts.flag_width > inner * 0.25 && flow.type.width(parts.title, kSize) > beside;
  break_at_most(flow, parts.title, kSize, parts.flag_above ? inner : beside, kMostTitleLines, parts.title_lines);
  parts.detail = style(flow, note.detail, Role::regular, ink::text);
  flow.breaker.break_lines(parts.detail, kSize, inner, parts.detail_lines);
  return parts;
}

void draw_head(Flow& flow, const Parts& parts, double x, double top) {
  flow.page().fill_box(x, top + 0.8, parts.flag_width, kLeading - 1.6, ink::gap, 2);
  place_text(flow, parts.flag, x + kFlagPadding, baseline_in(top, kLeading, kFlagSize), kFlagSize);
  if (parts.flag_above)
    top += kLeading + kBelowFlag;
  else
    x += parts.flag_width + kFlagGap;
  for (const Line& line : parts.title_lines) {
    place_line(flow, parts.title, line, x, baseline_in(top, kLeading, kSize), kSize);
    top += kLeading;
  }
}

Ground ground_of(const Flow& flow) {
  return {flow.sheet().left, flow.measure(), kGround, tint_of(dossier::Tone::gap).fill, kBar, ink::gap};
}

constexpr double kAbove = kBlockGap;

}  // namespace

double least_height(Flow& flow, const dossier::GapNote& note) {
  const Parts parts = parts_of(flow, note);
  return kAbove + least_height(ground_of(flow), parts.detail_lines.size(), kLeading, parts.head());
}

void place_gap_note(Flow& flow, const dossier::GapNote& note) {
  const Parts parts = parts_of(flow, note);
  const Ground ground = ground_of(flow);
  const double x = ground.x + kBar + kPadding;
  const Within whole(flow, Tag::div);
  const ElementId head_part = flow.draft.structure.add(Tag::p);
  const Within detail_part(flow, parts.detail_lines.empty() ? head_part : flow.draft.structure.add(Tag::p));
  flow.separate(kAbove);
  place_on_ground(flow, ground, parts.detail, parts.detail_lines, x, kSize, kLeading, parts.head(), [&](double top) {
    if (!note.id.empty())
      flow.draft.anchors.push_back({note.id, {flow.page_index(), static_cast<float>(top - ground.padding)}, true});
    const Within head_of_note(flow, head_part);
    draw_head(flow, parts, x, top);
  });
  flow.separate(kBlockGap);
}

}  // namespace assize::render::pdf
