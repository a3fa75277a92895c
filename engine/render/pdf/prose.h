// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

void place_paragraph(Flow& flow, const dossier::Paragraph& paragraph);
void place_list(Flow& flow, const dossier::List& list);
void place_preformatted(Flow& flow, const dossier::Preformatted& block);
void place_gap_note(Flow& flow, const dossier::GapNote& note);

/// Places broken lines from the current height on, over as many pages as it takes, two lines at least on either side of
/// a page break. `first` is called once, with the top of the first line, for what stands beside it.
template <class First>
void place_lines(Flow& flow, const StyledText& text, const std::vector<Line>& lines, double x, double size,
                 double leading, First first) {
  for (std::size_t placed = 0; placed < lines.size();) {
    const std::size_t left = lines.size() - placed;
    flow.claim(static_cast<double>(left <= 3 ? left : 2) * leading);
    if (placed == 0) first(flow.y());
    auto fit = static_cast<std::size_t>(std::max(1.0, (flow.room() + 0.01) / leading));
    if (fit < left && left - fit < 2 && fit > 2) fit = left - 2;
    for (const std::size_t end = placed + std::min(fit, left); placed < end; ++placed) {
      place_line(flow, text, lines[placed], x, baseline_in(flow.y(), leading, size), size);
      flow.advance(leading);
    }
    if (placed < lines.size()) flow.next_page();
  }
}

}  // namespace assize::render::pdf
