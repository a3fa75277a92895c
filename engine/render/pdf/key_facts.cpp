// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/key_facts.h"

#include <algorithm>
#include <utility>

#include "engine/render/pdf/row.h"

namespace assize::render::pdf {
namespace {

constexpr double kSize = 9, kLeading = 12.6, kPadding = 4.2, kGap = 14;
constexpr double kRule = 0.4;
/// So many facts at least stand at either side of a page break.
constexpr std::size_t kKept = 2;

Row row_of(Flow& flow, const dossier::KeyFacts::Fact& fact, StyledText term, double term_width) {
  const double left = flow.sheet().left, width = flow.measure();
  Row row;
  row.cells.resize(2);
  row.size = kSize;
  row.leading = kLeading;
  row.padding = kPadding;
  Row::Cell &name = row.cells[0], &value = row.cells[1];
  name.x = left;
  name.width = term_width;
  name.text = std::move(term);
  value.tint = tint_of(fact.tone);
  value.x = left + term_width + kGap;
  value.width = width - term_width - kGap - kTintReach;
  dossier::Spans said = fact.value;
  if (value.tint.bold)
    for (auto& span : said) span.bold = true;
  value.text = style(flow, said, value.tint.text);
  for (Row::Cell& cell : row.cells) flow.breaker.break_lines(cell.text, kSize, cell.width, cell.lines);
  if (value.lines.empty()) value.tint.filled = false;
  // A short value gets a ground of its own length, not a bar across the page.
  if (value.lines.size() == 1) value.width = value.lines[0].width;
  return row;
}

std::vector<Row> rows_of(Flow& flow, const dossier::KeyFacts& facts) {
  std::vector<StyledText> terms;
  double widest = 0;
  for (const auto& fact : facts.facts) {
    terms.push_back(style(flow, fact.term, Role::bold, ink::quiet));
    widest = std::max(widest, flow.type.width(terms.back(), kSize));
  }
  const double width = flow.measure();
  const double term_width = std::clamp(widest + 1, width * 0.2, width * 0.34);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < facts.facts.size(); ++i)
    rows.push_back(row_of(flow, facts.facts[i], std::move(terms[i]), term_width));
  return rows;
}

/// What must stand on one page from fact `i` on.
double kept_from(Flow& flow, const std::vector<Row>& rows, std::size_t i, double after) {
  const bool begins = i == 0, ends = i + kKept >= rows.size();
  std::size_t end = i + 1;
  if (begins) end = std::min(rows.size(), rows.size() <= 2 * kKept ? rows.size() : kKept);
  if (ends) end = rows.size();
  double sum = end == rows.size() ? after : 0;
  for (std::size_t r = i; r < end; ++r) sum += least_height(flow, rows[r]) + foot_of(flow, rows[r]);
  const double alone = least_height(flow, rows[i]) + foot_of(flow, rows[i]);
  return sum <= flow.sheet().text_height() * 0.5 ? sum : alone;
}

}  // namespace

void place_key_facts(Flow& flow, const dossier::KeyFacts& facts, double after) {
  std::vector<Row> rows = rows_of(flow, facts);
  const double left = flow.sheet().left, width = flow.measure();
  const auto rule = [&] { flow.page().rule(left, flow.y(), left + width, flow.y(), ink::rule, kRule); };
  flow.separate(kParagraphGap);
  const ElementId whole = rows.empty() ? kArtifact : flow.draft.structure.add(Tag::table);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    flow.claim(kept_from(flow, rows, i, after));
    const Within whole_row(flow, flow.draft.structure.add(Tag::tr, whole));
    rows[i].cells[0].element = flow.draft.structure.add(Tag::row_header);
    rows[i].cells[1].element = flow.draft.structure.add(Tag::td);
    if (i == 0 || flow.at_top()) rule();
    place_row(
        flow, rows[i], [&] { flow.next_page(); }, rule);
  }
  flow.separate(kBlockGap);
}

}  // namespace assize::render::pdf
