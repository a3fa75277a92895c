// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/record_table.h"

#include <algorithm>
#include <utility>

#include "engine/render/pdf/caption.h"

namespace assize::render::pdf {
namespace {

using dossier::Cell;
using dossier::Table;

constexpr double kRowPadding = 1.8, kGap = 10, kRecordGap = 7, kHeadPadding = 3;
constexpr double kMostKept = 0.5;  // Of a page: a record higher than that may be broken between its lines.

/// Where terms and values stand: over the whole width, or two pairs of them beside each other.
struct Grid {
  double left, width, term;
  double value() const { return width - term - kGap - kTintReach; }
  double half() const { return (width - kGap) / 2; }
  double half_value() const { return half() - term - kGap - kTintReach; }
};

Grid grid_of(Flow& flow, const Table& table) {
  double widest = 0;
  for (const auto& column : table.columns)
    widest = std::max(widest, flow.type.width(style(flow, column.title, Role::bold, ink::quiet), kRecordSize));
  const double width = flow.measure();
  return {flow.sheet().left, width, std::clamp(widest + 1, width * 0.14, width * 0.24)};
}

/// A row of one record. Its parts are a term and a value, or two of both.
Row row_at(double size, double padding) {
  Row row;
  row.size = size;
  row.leading = leading_of(size);
  row.padding = padding;
  return row;
}

void add_pair(Flow& flow, Row& row, const std::string& term, const Cell& cell, double x, double term_width,
              double value_width) {
  Row::Cell name, value;
  name.x = x;
  name.width = term_width;
  name.text = style(flow, term, Role::bold, ink::quiet);
  value.x = x + term_width + kGap;
  value.width = value_width;
  set_cell(flow, value, cell);
  for (Row::Cell* each : {&name, &value}) flow.breaker.break_lines(each->text, row.size, each->width, each->lines);
  if (value.lines.size() == 1) value.width = std::max(value.lines[0].width, 1.0F);  // A ground of its own length.
  row.cells.push_back(std::move(name));
  row.cells.push_back(std::move(value));
}

bool is_short(Flow& flow, const Cell& cell, double width) {
  Row::Cell set;
  set_cell(flow, set, cell);
  return set.text.chars.find(u'\n') == set.text.chars.npos && flow.type.width(set.text, kRecordSize) <= width;
}

std::vector<Row> rows_of(Flow& flow, const Table& table, const std::vector<Cell>& cells, const Grid& grid) {
  std::vector<Row> rows;
  std::vector<std::size_t> shown;
  for (std::size_t c = 0; c < std::min(cells.size(), table.columns.size()); ++c)
    if (!cells[c].text.empty() || !cells[c].anchor.empty() || c == 0) shown.push_back(c);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::size_t c = shown[i];
    Row row = row_at(kRecordSize, rows.empty() ? kHeadPadding : kRowPadding);
    const bool leads = rows.empty();
    const std::size_t next = i + 1 < shown.size() ? shown[i + 1] : c;
    const bool paired = !leads && next != c && is_short(flow, cells[c], grid.half_value()) &&
                        is_short(flow, cells[next], grid.half_value());
    add_pair(flow, row, table.columns[c].title, cells[c], grid.left + (leads ? 4.0 : 4.0), grid.term,
             paired ? grid.half_value() : grid.value() - 4);
    if (paired) {
      add_pair(flow, row, table.columns[next].title, cells[next], grid.left + grid.half() + kGap, grid.term,
               grid.half_value());
      ++i;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

double height_of(const std::vector<Row>& rows) {
  double sum = 0;
  for (const Row& row : rows) sum += row.height();
  return sum;
}

void place_record(Flow& flow, const TableHead& head, std::vector<Row> rows, const Grid& grid) {
  const auto turn = [&] {
    flow.next_page();
    head.place_again(flow);
  };
  const Within whole(flow, Tag::table);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    const double kept = i == 0 && rows.size() > 1 ? least_height(flow, rows[1]) : 0;
    if (row.height() <= flow.sheet().text_height() / 3 && row.height() + kept > flow.room() + 0.01) turn();
    for (std::size_t c = 0; c + 1 < row.cells.size(); c += 2) {  // What stands side by side is two rows to a listener.
      const ElementId pair = flow.draft.structure.add(Tag::tr);
      row.cells[c].element = flow.draft.structure.add(Tag::row_header, pair);
      row.cells[c + 1].element = flow.draft.structure.add(Tag::td, pair);
    }
    if (i == 0) {
      flow.page().fill_box(grid.left, flow.y(), grid.width, row.height(), ink::header_fill);
      flow.page().rule(grid.left, flow.y(), grid.left + grid.width, flow.y(), ink::accent, 0.6);
    }
    place_row(flow, row, turn, [] {});
  }
}

}  // namespace

void set_cell(Flow& flow, Row::Cell& into, const Cell& cell) {
  into.anchor = cell.anchor;
  if (cell.text.empty()) return;
  into.tint = tint_of(cell.tone);
  const std::int32_t link = target_of(flow, cell.link);
  flow.type.append(into.text, cell.text, into.tint.bold ? Role::bold : Role::regular,
                   link >= 0 && !into.tint.filled ? ink::accent : into.tint.text, link, LineEnds::are_kept);
}

void place_records(Flow& flow, const Table& table) {
  const TableHead head(flow, table);
  const Grid grid = grid_of(flow, table);
  flow.separate(kBlockGap);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::vector<Row> rows = rows_of(flow, table, table.rows[r], grid);
    const double whole = height_of(rows);
    const bool kept = whole <= flow.sheet().text_height() * kMostKept;
    double needed = kept ? whole : least_height(flow, rows.front()) + 3 * leading_of(kRecordSize);
    if (r == 0) needed += head.height();
    if (r > 0 && needed + kRecordGap > flow.room() + 0.01) {
      flow.next_page();
      head.place_again(flow);
    } else {
      flow.separate(r == 0 ? kBlockGap : kRecordGap);
    }
    flow.claim(needed);
    if (r == 0) head.place(flow, table);
    place_record(flow, head, std::move(rows), grid);
  }
  flow.page().rule(grid.left, flow.y() + 2, grid.left + grid.width, flow.y() + 2, ink::accent, 0.9);
  flow.advance(2);
  flow.separate(kBlockGap + 3);
}

}  // namespace assize::render::pdf
