// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

void place_paragraph(Flow& flow, const dossier::Paragraph& paragraph);
void place_list(Flow& flow, const dossier::List& list);
void place_preformatted(Flow& flow, const dossier::Preformatted& block);

/// How many of the lines from `placed` on, one at least, the page has room for with their notes.
std::size_t lines_that_fit(Flow& flow, const StyledText& text, const std::vector<Line>& lines, std::size_t placed,
                           double leading);

/// Places broken lines from the current height on, over as many pages as it takes, two lines at least on either side of
/// a page break. `first` is called once, with the top of the first line, for what stands beside it.
template <class First>
void place_lines(Flow& flow, const StyledText& text, const std::vector<Line>& lines, double x, double size,
                 double leading, First first) {
  for (std::size_t placed = 0; placed < lines.size();) {
    const std::size_t left = lines.size() - placed;
    const std::size_t together = left <= 3 ? left : 2;
    flow.claim(static_cast<double>(together) * leading + flow.foot_of(text, lines, placed, placed + together));
    if (placed == 0) first(flow.y());
    std::size_t fit = lines_that_fit(flow, text, lines, placed, leading);
    if (fit < left && left - fit < 2 && fit > 2) fit = left - 2;
    for (const std::size_t end = placed + std::min(fit, left); placed < end; ++placed) {
      place_line(flow, text, lines[placed], x, baseline_in(flow.y(), leading, size), size);
      flow.advance(leading);
    }
    if (placed < lines.size()) flow.next_page();
  }
}

}  // namespace assize::render::pdf
