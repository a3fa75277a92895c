// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/render/pdf/caption.h"
#include "engine/render/pdf/column_widths.h"
#include "engine/render/pdf/record_table.h"
#include "engine/render/pdf/row.h"

namespace assize::render::pdf {
namespace {

constexpr std::size_t kMostHeaderLines = 8;
constexpr double kRowRule = 0.4, kFrameRule = 0.9;
constexpr std::size_t kShortTable = 10;  // Rows.
/// So many rows at least stand below a header and at the end of a table, also where a page could hold fewer.
constexpr std::size_t kKeptRows = 3;
/// Rows taller together than this much of a page are not kept together.
constexpr double kMostKept = 0.45;

void set_lines(Row& row, std::size_t count, double size) {
  row.cells.resize(count);
  row.size = size;
  row.leading = leading_of(size);
  row.padding = size * 0.42;
}

/// The rows of one table in its columns, a few at a time: a row is measured when it is first asked for.
class Rows {
 public:
  Rows(Flow& flow, const dossier::Table& table, const TableSetting& setting)
      : flow_(flow), table_(table), setting_(setting) {
    for (Row& row : rows_) {
      set_lines(row, table.columns.size(), setting.size);
      set_places(row);
    }
    which_.fill(table.rows.size());
  }

  Row header() const {
    Row row;
    set_lines(row, table_.columns.size(), setting_.size);
    row.padding = setting_.size * 0.55;
    set_places(row);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Row::Cell& cell = row.cells[i];
      flow_.type.append(cell.text, table_.columns[i].title, Role::bold, ink::accent, -1, LineEnds::are_kept);
      break_at_most(flow_, cell.text, row.size, cell.width, kMostHeaderLines, cell.lines);
    }
    return row;
  }

  /// Good until kKeptRows other rows have been asked for.
  Row& row(std::size_t index) {
    const std::size_t slot = index % kKeptRows;
    if (which_[slot] != index) {
      set_cells(rows_[slot], table_.rows[index]);
      which_[slot] = index;
    }
    return rows_[slot];
  }

  /// Height of the rows [from, to); what more than `enough` takes need not be right.
  double height(std::size_t from, std::size_t to, double enough) {
    double sum = 0;
    for (std::size_t r = from; r < to && sum <= enough; ++r) sum += row(r).height();
    return sum;
  }

 private:
  void set_places(Row& row) const {
    double x = flow_.sheet().left;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      row.cells[i].x = x + kCellPadding;
      row.cells[i].width = std::max(1.0, setting_.widths[i] - 2 * kCellPadding);
      row.cells[i].to_the_right = table_.columns[i].numeric;
      x += setting_.widths[i];
    }
  }

  void set_cells(Row& row, const std::vector<dossier::Cell>& cells) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Row::Cell& set = row.cells[i];
      set.text.clear();
      set.lines.clear();
      set.anchor.clear();
      set.tint = {};
      if (i >= cells.size()) continue;
      set_cell(flow_, set, cells[i]);
      flow_.breaker.break_lines(set.text, row.size, set.width, set.lines);
    }
  }

  Flow& flow_;
  const dossier::Table& table_;
  const TableSetting& setting_;
  std::array<Row, kKeptRows> rows_;
  std::array<std::size_t, kKeptRows> which_{};
};

void draw_header(Flow& flow, const Row& header) {
  if (header.cells.empty()) return;
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

/// Height of the rows that must stand on one page with the row: all of a short table, the first and the last few.
double kept_with(Flow& flow, Rows& rows, std::size_t row, std::size_t count) {
  const double enough = flow.sheet().text_height() * kMostKept;
  const double least = least_height(flow, rows.row(row));
  const auto kept_to = [&](std::size_t end) {
    const double sum = rows.height(row, end, enough);
    return sum <= enough ? std::max(sum, least) : 0.0;
  };
  if (row == 0) {
    const double all = count <= kShortTable ? kept_to(count) : 0.0;
    const std::size_t few = count <= 2 * kKeptRows - 1 ? count : kKeptRows;
    for (std::size_t end = few; all == 0 && end > 1; --end)
      if (const double sum = kept_to(end); sum > 0) return sum;
    return std::max(all, least);
  }
  if (row + kKeptRows == count) return std::max(kept_to(count), least);
  return least;
}

/// The only row of a table without rows.
void place_empty(Flow& flow, Row none, std::size_t columns) {
  const Within only(flow, Tag::tr);
  tag_cells(flow, none, Tag::td);
  flow.draft.structure.detail(none.cells.front().element).columns = std::max<std::size_t>(1, columns);
  place_row(
      flow, none, [] {}, [] {});
}

void place_columns(Flow& flow, const dossier::Table& table, const TableSetting& setting) {
  const Sheet& sheet = flow.sheet();
  const TableHead head(flow, table);
  Rows rows(flow, table, setting);
  const Row header = rows.header();
  const std::size_t count = table.rows.size();
  const Row none = count == 0 ? empty_row(flow, table.when_empty, setting.size) : Row{};

  const auto close = [&] { flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::rule, kRowRule); };
  const auto turn = [&] {
    flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, kRowRule);
    const Within repeated(flow, kArtifact);  // Said once is enough for who does not see pages.
    flow.next_page();
    head.place_again(flow);
    draw_header(flow, header);
  };

  flow.separate(kBlockGap);
  const double above = head.height() + (header.cells.empty() ? 0 : header.height());
  flow.claim(above + (count == 0 ? none.height() : kept_with(flow, rows, 0, count)));
  const Within whole(flow, Tag::table);
  head.place(flow, table);
  draw_header(flow, header);
  if (count == 0) place_empty(flow, none, table.columns.size());
  for (std::size_t r = 0; r < count; ++r) {
    if (r > 0 && kept_with(flow, rows, r, count) > flow.room() + 0.01) turn();
    const Within whole_row(flow, Tag::tr);
    tag_cells(flow, rows.row(r), Tag::td);
    place_row(flow, rows.row(r), turn, close);
  }
  flow.page().rule(sheet.left, flow.y(), sheet.right, flow.y(), ink::accent, kFrameRule);
  flow.separate(kBlockGap + 3);
}

}  // namespace

bool wants_landscape(Flow& flow, const dossier::Table& table) {
  return form_of(flow, table).shape == TableShape::across;
}

void place_table(Flow& flow, const dossier::Table& table) {
  const TableForm& form = form_of(flow, table);
  const bool wide = flow.sheet().text_width() > portrait.text_width();
  if (form.shape == TableShape::records && (!wide || form.across.squeezed)) return place_records(flow, table);
  place_columns(flow, table, wide ? form.across : form.upright);
}

}  // namespace assize::render::pdf
