// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/caption.h"

#include <algorithm>

#include "engine/render/pdf/labels.h"

namespace assize::render::pdf {
namespace {

constexpr std::size_t kMostLines = 8;
constexpr double kGap = 4;

}  // namespace

CaptionText caption_text(Flow& flow, const std::string& name, const std::string& caption, double width) {
  CaptionText set;
  flow.type.append(set.text, name, Role::bold, ink::accent);
  if (!name.empty() && !caption.empty()) flow.type.append(set.text, " — ", Role::regular, ink::quiet);
  flow.type.append(set.text, caption, Role::regular, ink::text);
  break_at_most(flow, set.text, kCaptionSize, std::min(width, kProseMeasure), kMostLines, set.lines);
  return set;
}

void place_caption(Flow& flow, const CaptionText& caption, double x) {
  if (caption.lines.empty()) return;
  const Within part(flow, Tag::caption);
  for (const Line& line : caption.lines) {
    place_line(flow, caption.text, line, x, baseline_in(flow.y(), kCaptionLeading, kCaptionSize), kCaptionSize);
    flow.advance(kCaptionLeading);
  }
}

TableHead::TableHead(Flow& flow, const dossier::Table& table) : captioned_(!table.caption.empty()) {
  if (!captioned_) return;
  const std::string name = table_name(flow.labels, flow.draft.tables.size() + 1);
  caption_ = caption_text(flow, name, table.caption, flow.sheet().text_width());
  again_ = style(flow, name + " (" + flow.labels.continued + ")", Role::italic, ink::quiet);
}

double TableHead::height() const { return captioned_ ? caption_.height() + kGap : 0; }

void TableHead::place(Flow& flow, const dossier::Table& table) const {
  flow.anchor(table.id);
  if (!captioned_) return;
  flow.anchor(table_anchor(flow.draft.tables.size()));
  flow.draft.tables.push_back({table.caption, flow.spot()});
  place_caption(flow, caption_, flow.sheet().left);
  flow.advance(kGap);
}

void TableHead::place_again(Flow& flow) const {
  if (!captioned_) return;
  const Within repeated(flow, kArtifact);  // Said once is enough for who does not see pages.
  place_text(flow, again_, flow.sheet().left, flow.y() + 7, kRunningSize);
  flow.advance(12);
}

}  // namespace assize::render::pdf
