// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/render/pdf/column_widths.h"
#include "engine/render/pdf/row.h"

namespace assize::render::pdf {
namespace {

constexpr std::size_t kMostHeaderLines = 8, kMostCaptionLines = 8;
constexpr double kCaptionGap = 4;
constexpr double kRowRule = 0.4, kFrameRule = 0.9;
constexpr std::size_t kManyColumns = 7;
constexpr std::size_t kShortTable = 10;  // Rows.

void set_lines(Row& row, std::size_t count, double size) {
  row.cells.resize(count);
  row.size = size;
  row.leading = size * 1.34;
  row.padding = size * 0.42;
}

/// Gives each cell of the row its place: the columns of one part, from `left` on.
void set_places(Row& row, const dossier::Table& table, const TableSetting::Part& part, double left) {
  double x = left;
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    row.cells[i].x = x + kCellPadding;
    row.cells[i].width = std::max(1.0, part.widths[i] - 2 * kCellPadding);
    row.cells[i].to_the_right = table.columns[part.columns[i]].numeric;
    x += part.widths[i];
  }
}

Row header_row(Flow& flow, const dossier::Table& table, const TableSetting& setting, const TableSetting::Part& part) {
  Row row;
  set_lines(row, part.columns.size(), setting.size);
  row.padding = setting.size * 0.55;
  set_places(row, table, part, flow.sheet().left);
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    Row::Cell& cell = row.cells[i];
    flow.type.append(cell.text, table.columns[part.columns[i]].title, Role::bold, ink::accent, -1, LineEnds::are_kept);
    break_at_most(flow, cell.text, row.size, cell.width, kMostHeaderLines, cell.lines);
  }
  return row;
}

void draw_header(Flow& flow, const Row& header) {
  const Sheet& sheet = flow.sheet();
  flow.page().fill_box(sheet.left, flow.y(), sheet.text_width(), header.height(), ink::header_fill);
  flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, kFrameRule);
  const Within whole_row(flow, Tag::tr);
  Row raised = header;  // Titles stand on the foot of the header, as one line.
  const std::size_t lines = header.line_count();
  tag_cells(flow, raised, Tag::column_header);
  for (Row::Cell& cell : raised.cells) cell.lines.insert(cell.lines.begin(), lines - cell.lines.size(), Line{});
  place_row(
      flow, raised, [] {}, [] {});
  flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, 0.5);
}

void set_cells(Flow& flow, Row& row, const std::vector<dossier::Cell>& cells, const std::vector<std::size_t>& columns,
               bool first_part) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Row::Cell& set = row.cells[i];
    set.text.clear();
    set.lines.clear();
    set.anchor.clear();
    set.tint = {};
    if (columns[i] >= cells.size()) continue;
    const dossier::Cell& cell = cells[columns[i]];
    if (first_part || i > 0) set.anchor = cell.anchor;
    if (cell.text.empty()) continue;
    set.tint = tint_of(cell.tone);
    const std::int32_t link = target_of(flow, cell.link);
    flow.type.append(set.text, cell.text, set.tint.bold ? Role::bold : Role::regular,
                     link >= 0 && !set.tint.filled ? ink::accent : set.tint.text, link, LineEnds::are_kept);
    flow.breaker.break_lines(set.text, row.size, set.width, set.lines);
  }
}

/// The row that says that there are no rows.
Row empty_row(Flow& flow, const std::string& words, double size) {
  Row row;
  set_lines(row, 1, size);
  Row::Cell& cell = row.cells.front();
  cell.x = flow.sheet().left + kCellPadding;
  cell.width = flow.sheet().text_width() - 2 * kCellPadding;
  flow.type.append(cell.text, words.empty() ? "–" : words, Role::italic, ink::quiet);
  flow.breaker.break_lines(cell.text, size, cell.width, cell.lines);
  return row;
}

/// Height of the rows that must stand below the header: all of a short table, else the first.
double kept_with_head(Flow& flow, const dossier::Table& table, Row& row, const Row& none,
                      const std::vector<std::size_t>& columns) {
  if (table.rows.empty()) return none.height();
  const double first = std::min(row.height(), flow.sheet().text_height() / 3);
  if (table.rows.size() > kShortTable) return first;
  double all = 0;
  for (const auto& cells : table.rows) {
    set_cells(flow, row, cells, columns, false);
    all += row.height();
  }
  return all < flow.sheet().text_height() * 0.4 ? all : first;
}

std::string columns_named(const TableSetting& setting, std::size_t part, std::size_t count) {
  const auto& columns = setting.parts[part].columns;
  const std::size_t first = part == 0 ? columns.front() : columns[1];
  return " (columns " + std::to_string(first + 1) + "–" + std::to_string(columns.back() + 1) + " of " +
         std::to_string(count) + ")";
}

/// One part of a table: caption, header, all rows.
void place_part(Flow& flow, const dossier::Table& table, const TableSetting& setting, std::size_t part_index,
                const std::string& name) {
  const TableSetting::Part& part = setting.parts[part_index];
  const bool several = setting.parts.size() > 1;
  const Sheet& sheet = flow.sheet();
  const std::string suffix = several ? columns_named(setting, part_index, table.columns.size()) : std::string();
  const bool captioned = !table.caption.empty();
  const CaptionText caption =
      caption_text(flow, captioned ? name : "", captioned ? table.caption + suffix : suffix, flow.sheet().text_width());
  const StyledText again = style(flow, captioned ? name + suffix + ", continued" : "", Role::italic, ink::quiet);

  const Row header = header_row(flow, table, setting, part);
  Row row;
  set_lines(row, part.columns.size(), setting.size);
  set_places(row, table, part, sheet.left);
  Row none = table.rows.empty() ? empty_row(flow, table.when_empty, setting.size) : Row{};
  if (!table.rows.empty()) set_cells(flow, row, table.rows.front(), part.columns, part_index == 0);

  const auto close = [&] { flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::rule, kRowRule); };
  const auto turn = [&] {
    flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, kRowRule);
    const Within repeated(flow, kArtifact);  // Said once is enough for who does not see pages.
    flow.next_page();
    if (!again.chars.empty()) {
      place_text(flow, again, sheet.left, flow.y() + 7, kRunningSize);
      flow.advance(12);
    }
    if (!part.columns.empty()) draw_header(flow, header);
  };

  flow.separate(kBlockGap);
  const double head =
      (caption.lines.empty() ? 0 : caption.height() + kCaptionGap) + (part.columns.empty() ? 0 : header.height());
  flow.claim(head + kept_with_head(flow, table, row, none, part.columns));
  const Within whole(flow, Tag::table);
  if (part_index == 0) {
    flow.anchor(table.id);
    if (captioned) {
      flow.anchor(table_anchor(flow.draft.tables.size()));
      flow.draft.tables.push_back({table.caption, flow.spot()});
    }
  }
  if (!caption.lines.empty()) {
    place_caption(flow, caption, sheet.left);
    flow.advance(kCaptionGap);
  }
  if (!part.columns.empty()) draw_header(flow, header);
  if (table.rows.empty()) {
    const Within only(flow, Tag::tr);
    tag_cells(flow, none, Tag::td);
    flow.draft.structure.detail(none.cells.front().element).columns = std::max<std::size_t>(1, part.columns.size());
    place_row(flow, none, turn, close);
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Within whole_row(flow, Tag::tr);
    tag_cells(flow, row, Tag::td);
    set_cells(flow, row, table.rows[r], part.columns, part_index == 0);
    place_row(flow, row, turn, close);
  }
  flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, kFrameRule);
  flow.separate(kBlockGap + 3);
}

}  // namespace

CaptionText caption_text(Flow& flow, const std::string& name, const std::string& caption, double width) {
  CaptionText set;
  flow.type.append(set.text, name, Role::bold, ink::accent);
  if (!name.empty() && !caption.empty()) flow.type.append(set.text, " — ", Role::regular, ink::quiet);
  flow.type.append(set.text, caption, Role::regular, ink::text);
  break_at_most(flow, set.text, kCaptionSize, std::min(width, kProseMeasure), kMostCaptionLines, set.lines);
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

bool wants_landscape(Flow& flow, const dossier::Table& table) {
  if (table.columns.size() > kManyColumns) return true;
  return !table.rows.empty() && comfortable_width(measure_columns(flow, table)) > portrait.text_width();
}

void place_table(Flow& flow, const dossier::Table& table) {
  const TableSetting setting = set_columns(measure_columns(flow, table), flow.sheet().text_width());
  const std::string name = "Table " + std::to_string(flow.draft.tables.size() + 1);
  for (std::size_t part = 0; part < setting.parts.size(); ++part) place_part(flow, table, setting, part, name);
}

void place_key_facts(Flow& flow, const dossier::KeyFacts& facts) {
  constexpr double kSize = 9, kLeading = 12.6, kPadding = 4.2, kGap = 14;
  const double left = flow.sheet().left, width = flow.measure();
  std::vector<StyledText> terms;
  double widest = 0;
  for (const auto& fact : facts.facts) {
    terms.push_back(style(flow, fact.term, Role::bold, ink::quiet));
    widest = std::max(widest, flow.type.width(terms.back(), kSize));
  }
  const double term_width = std::clamp(widest + 1, width * 0.2, width * 0.34);
  const auto rule = [&] { flow.page().rule(left, flow.y(), left + width, flow.y(), ink::rule, kRowRule); };
  flow.separate(kParagraphGap);
  const ElementId whole = facts.facts.empty() ? kArtifact : flow.draft.structure.add(Tag::table);
  for (std::size_t i = 0; i < facts.facts.size(); ++i) {
    const auto& fact = facts.facts[i];
    Row row;
    row.cells.resize(2);
    row.size = kSize;
    row.leading = kLeading;
    row.padding = kPadding;
    row.cells[0].x = left;
    row.cells[0].width = term_width;
    row.cells[0].text = std::move(terms[i]);
    row.cells[1].tint = tint_of(fact.tone);
    row.cells[1].x = left + term_width + kGap;
    row.cells[1].width = width - term_width - kGap - kTintReach;
    dossier::Spans value = fact.value;
    if (row.cells[1].tint.bold)
      for (auto& span : value) span.bold = true;
    row.cells[1].text = style(flow, value, row.cells[1].tint.text);
    for (Row::Cell& cell : row.cells) flow.breaker.break_lines(cell.text, kSize, cell.width, cell.lines);
    if (row.cells[1].lines.empty()) row.cells[1].tint.filled = false;
    // A short value gets a ground of its own length, not a bar across the page.
    if (row.cells[1].lines.size() == 1) row.cells[1].width = row.cells[1].lines[0].width;
    flow.claim(std::min(row.height(), flow.sheet().text_height() / 3));
    const Within whole_row(flow, flow.draft.structure.add(Tag::tr, whole));
    row.cells[0].element = flow.draft.structure.add(Tag::row_header);
    row.cells[1].element = flow.draft.structure.add(Tag::td);
    if (i == 0) rule();
    place_row(
        flow, row, [&] { flow.next_page(); }, rule);
  }
  flow.separate(kBlockGap);
}

}  // namespace assize::render::pdf
