// SPDX-License-Identifier: Apache-2.0
#include "engine/render/terminal_table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "engine/render/terminal_style.h"
#include "engine/render/terminal_text.h"

namespace assize::render {
namespace {

using dossier::Table;
using dossier::Tone;

constexpr int gap = 2;                 // Blanks between columns.
constexpr int narrowest = 8;           // A column that must wrap gets no less.
constexpr int longest_kept_word = 28;  // Longer words may be broken to make room for other columns.

int widest_line(std::string_view text) {
  int widest = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    widest = std::max(widest, columns_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

/// Gives out `room` one character at a time, each to the column that is furthest below its share and can still use it.
void share_out(int room, const std::vector<int>& natural, const Table& table, std::vector<int>& widths) {
  for (; room > 0; --room) {
    std::optional<std::size_t> poorest;
    const auto filled = [&](std::size_t column) {
      return widths[column] / std::max(table.columns[column].width, 0.01);
    };
    for (std::size_t column = 0; column < widths.size(); ++column)
      if (widths[column] < natural[column] && (!poorest || filled(column) < filled(*poorest))) poorest = column;
    if (!poorest) return;
    ++widths[*poorest];
  }
}

/// Characters per column, or nothing when the table is too wide for `width`.
std::optional<std::vector<int>> widths_of(const Table& table, int width) {
  std::vector<int> natural;
  std::vector<int> words;
  for (const auto& column : table.columns) {
    const auto title = terminal_text(column.title);
    natural.push_back(std::max(1, widest_line(title)));
    words.push_back(columns_of_longest_word(title));
  }
  for (const auto& row : table.rows)
    for (std::size_t column = 0; column < row.size(); ++column) {
      const auto text = terminal_text(row[column].text);
      natural[column] = std::max(natural[column], widest_line(text));
      words[column] = std::max(words[column], columns_of_longest_word(text));
    }
  const int available = width - gap * (static_cast<int>(natural.size()) - 1);
  const auto sum = [](const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); };
  if (sum(natural) <= available) return natural;

  // Words whole if that can be had; then long ones broken; then as narrow as can be read.
  for (const int kept : {width, longest_kept_word, narrowest}) {
    std::vector<int> widths;
    for (std::size_t column = 0; column < natural.size(); ++column)
      widths.push_back(std::min(natural[column], std::clamp(words[column], narrowest, std::max(kept, narrowest))));
    if (sum(widths) > available) continue;
    share_out(available - sum(widths), natural, table, widths);
    return widths;
  }
  return std::nullopt;
}

/// What stands in one column of one line.
struct Piece {
  std::string text;
  std::string_view escape;
  bool right = false;
};

/// Joins the pieces of one line; blanks that nothing follows are not written.
void append_line(std::string& drawn, const std::vector<Piece>& pieces, const std::vector<int>& widths) {
  int pending = 0;
  for (std::size_t column = 0; column < pieces.size(); ++column) {
    const auto& piece = pieces[column];
    const int spare = std::max(0, widths[column] - columns_of(piece.text));
    if (!piece.text.empty()) {
      drawn.append(static_cast<std::size_t>(pending + (piece.right ? spare : 0)), ' ');
      drawn += painted(piece.text, piece.escape);
      pending = piece.right ? 0 : spare;
    } else {
      pending += widths[column];
    }
    pending += gap;
  }
  drawn += '\n';
}

/// The cells of one row, wrapped side by side.
void append_row(std::string& drawn, const std::vector<Piece>& cells, const std::vector<int>& widths) {
  std::vector<std::vector<Stretch>> wrapped;
  std::size_t height = 1;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    wrapped.push_back(wrap(cells[column].text, widths[column]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::vector<Piece> pieces;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const auto& cell = cells[column];
      const auto part = line < wrapped[column].size() ? wrapped[column][line] : Stretch{};
      pieces.push_back({cell.text.substr(part.begin, part.end - part.begin), cell.escape, cell.right});
    }
    append_line(drawn, pieces, widths);
  }
}

/// For a terminal too narrow for columns: a block of "title: value" lines a row, a blank line between rows.
std::string draw_records(const Table& table, const TerminalStyle& style) {
  int term = 0;
  for (const auto& column : table.columns) term = std::max(term, columns_of_longest_word(terminal_text(column.title)));
  term = std::clamp(term + 1, 4, std::max(4, style.width / 3));
  const std::vector<int> widths{term, std::max(1, style.width - term - gap)};
  std::string drawn;
  for (const auto& row : table.rows) {
    if (&row != &table.rows.front()) drawn += '\n';
    for (std::size_t column = 0; column < row.size(); ++column) {
      const auto tone = style.color ? escape_of(row[column].tone) : "";
      append_row(drawn,
                 {{terminal_text(table.columns[column].title) + ":", style.color ? "1" : ""},
                  {terminal_text(row[column].text), tone}},
                 widths);
    }
  }
  return drawn;
}

}  // namespace

std::string draw_table(const Table& table, const TerminalStyle& style) {
  const auto widths = widths_of(table, style.width);
  if (!widths) return draw_records(table, style);
  std::string drawn;
  std::vector<Piece> cells;
  for (const auto& column : table.columns)
    cells.push_back({terminal_text(column.title), style.color ? "1" : "", column.numeric});
  append_row(drawn, cells, *widths);
  cells.clear();
  for (const int width : *widths) {
    std::string rule;
    for (int at = 0; at < width; ++at) rule += "─";
    cells.push_back({rule, "", false});
  }
  append_line(drawn, cells, *widths);
  for (const auto& row : table.rows) {
    cells.clear();
    for (std::size_t column = 0; column < row.size(); ++column)
      cells.push_back({terminal_text(row[column].text), style.color ? escape_of(row[column].tone) : "",
                       table.columns[column].numeric});
    append_row(drawn, cells, *widths);
  }
  return drawn;
}

}  // namespace assize::render
