// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// Header repeated on each page; columns that do not fit beside each other at a readable size are drawn as further
/// parts below, each led by the first column.
void place_table(Flow& flow, const dossier::Table& table);

/// Whether the table reads better across a landscape page.
bool wants_landscape(Flow& flow, const dossier::Table& table);

void place_key_facts(Flow& flow, const dossier::KeyFacts& facts);

/// The caption "Table 3 — …", its lines; `claim` at least their height with what must follow.
struct CaptionText {
  StyledText text;
  std::vector<Line> lines;
  double height() const { return static_cast<double>(lines.size()) * kCaptionLeading; }
};
CaptionText caption_text(Flow& flow, const std::string& name, const std::string& caption, double width);
void place_caption(Flow& flow, const CaptionText& caption, double x);

}  // namespace assize::render::pdf
