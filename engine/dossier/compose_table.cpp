// SPDX-License-Identifier: Apache-2.0
// Blocks of a template that show rows of a table of the view: as a table, as a list of gaps, as a checklist, as a
// matrix of two columns, as findings.
#include <algorithm>
#include <iterator>

#include "engine/dossier/cells.h"
#include "engine/dossier/composer.h"
#include "engine/input/fields.h"
#include "engine/input/quote.h"

namespace assize::dossier {
namespace {

using input::Tree;

/// The columns of a list of gaps in front of a document.
const std::vector<std::string> gap_columns = {"about", "says", "to-do", "when"};

/// More columns of a matrix do not fit a page: they go into a further table.
constexpr std::size_t matrix_width = 10;

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= list.size();) {
    const auto end = std::min(list.find(", ", from), list.size());
    parts.push_back(list.substr(from, end - from));
    from = end + 2;
  }
  return parts;
}

/// The different values of a column among some rows, in the order in which they come; a list gives each of its parts.
std::vector<std::string> values_in(const ViewTable& table, std::size_t column, const std::vector<std::size_t>& rows) {
  std::vector<std::string> values;
  std::set<std::string> seen;
  for (const auto row : rows)
    for (auto& part : parts_of(table.cell(row, column).text))
      if (!part.empty() && seen.insert(part).second) values.push_back(std::move(part));
  return values;
}

struct Matrix {
  std::vector<std::string> down, across;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> cells;  ///< Down and across: third column.
};

Matrix matrix_of(const ViewTable& from, const std::vector<std::size_t>& rows, const std::string& down,
                 const std::string& across, const std::string& shown) {
  const auto column = [&](const std::string& id) { return static_cast<std::size_t>(from.column(id)); };
  Matrix matrix{values_in(from, column(down), rows), values_in(from, column(across), rows), {}};
  for (const auto row : rows)
    for (const auto& side : parts_of(from.cell(row, column(down)).text))
      for (const auto& head : parts_of(from.cell(row, column(across)).text))
        matrix.cells[{side, head}].push_back(shown.empty() ? std::string() : from.cell(row, column(shown)).text);
  return matrix;
}

/// Some of a matrix's columns as a table; the first column names what goes down.
Table part_of(const Matrix& matrix, std::size_t first, std::size_t end, bool lists) {
  Table table;
  table.columns.emplace_back();
  for (auto i = first; i < end; ++i) table.columns.push_back({matrix.across[i], matrix.across[i], 1, !lists});
  for (const auto& side : matrix.down) {
    auto& row = table.rows.emplace_back();
    row.push_back(text_cell(side));
    for (auto i = first; i < end; ++i) {
      const auto cell = matrix.cells.find({side, matrix.across[i]});
      if (cell == matrix.cells.end())
        row.push_back(Cell{.type = Cell::Type::empty});
      else
        row.push_back(lists ? list_cell(cell->second) : integer_cell(static_cast<int>(cell->second.size())));
    }
  }
  return table;
}

}  // namespace

std::string Composer::column_at(const Tree& tree, const char* key, const ViewTable& from) {
  const auto* said = tree.find(key);
  return said && names_.is_column(from, said->text, said->place) ? said->text : std::string();
}

TableWish Composer::wish_of(const Tree& tree, const ViewTable& from, const Section& section) {
  TableWish wish;
  wish.id = input::text_at(tree, "id");
  if (wish.id.empty()) wish.id = section.id + "-" + from.id;
  if (const auto* columns = tree.find("columns"); columns && columns->shape == Tree::Shape::list)
    for (const auto& column : columns->items) {
      const auto* name = column.shape == Tree::Shape::map ? column.find("column") : &column;
      if (!names_.is_column(from, name->text, name->place)) continue;
      wish.columns.push_back(name->text);
      if (name != &column) wish.titles.emplace_back(name->text, words(column.find("title")));
    }
  wish.where = names_.tests(from, tree.find("where"));
  wish.except = names_.tests(from, tree.find("except"));
  if (const auto* sort = tree.find("sort"))
    if (names_.is_column(from, sort->text.substr(sort->text.starts_with('-') ? 1 : 0), sort->place))
      wish.sort = sort->text;
  if (const auto* most = tree.find("most")) wish.most = static_cast<std::size_t>(most->integer);
  wish.anchors = input::true_at(tree, "anchors");
  wish.caption = words(tree.find("caption"));
  wish.when_empty = words(tree.find("when-empty"));
  if (wish.when_empty.empty()) wish.when_empty = speaker_.say("Nothing to list.");
  return wish;
}

bool Composer::may_draw(const TableWish& wish, const input::Place& place) {
  if (!ids_.insert(wish.id).second)
    names_.error("duplicate-id", "two tables of the template are called " + input::quote(wish.id), place,
                 "give one of them an `id:`");
  return !input::has_errors(found);  // Else the wish may not be sound, and the document is lost anyhow.
}

/// The rows in the language of the document; caption and titles that the template gives are in it already.
DrawnTable Composer::draw(const ViewTable& from, const TableWish& wish) {
  auto drawn = draw_table(from, wish);
  for (auto& column : drawn.table.columns) {
    const auto own = std::any_of(wish.titles.begin(), wish.titles.end(),
                                 [&](const auto& title) { return title.first == column.id; });
    auto title = std::move(column.title);
    column.title = own ? std::string() : title;
    speaker_.say(column);
    if (own) column.title = std::move(title);
  }
  speaker_.say_rows(drawn.table);
  return drawn;
}

void Composer::add_rest(std::size_t shown, std::size_t left_out, Section& section) {
  if (left_out == 0) return;
  Span rest;
  rest.text =
      speaker_.say("Shown are the first " + std::to_string(shown) + " of " + std::to_string(shown + left_out) + ".");
  rest.italic = true;
  section.blocks.emplace_back(Paragraph{{std::move(rest)}});
}

void Composer::add_table(const Tree& tree, Section& section) {
  const auto* from = names_.table(*tree.find("of"));
  if (!from) return;
  const auto wish = wish_of(tree, *from, section);
  if (!may_draw(wish, tree.place)) return;
  auto drawn = draw(*from, wish);
  const auto shown = drawn.table.rows.size();
  section.blocks.emplace_back(std::move(drawn.table));
  add_rest(shown, drawn.left_out, section);
}

void Composer::add_gaps(const Tree& tree, Section& section) {
  const auto& gaps = *view_.table("gaps");
  auto wish = wish_of(tree, gaps, section);
  auto number = section.blocks.size();
  do wish.id = section.id + "-gaps-" + std::to_string(number++);
  while (ids_.contains(wish.id));
  wish.columns = gap_columns;
  if (may_draw(wish, tree.place)) section.blocks.emplace_back(draw(gaps, wish).table);
}

/// A table with a box before each row, ticked where the row is done. The tick is text: it needs no colour.
void Composer::add_checklist(const Tree& tree, Section& section) {
  const auto* from = names_.table(*tree.find("of"));
  if (!from) return;
  auto wish = wish_of(tree, *from, section);
  wish.columns.insert(wish.columns.begin(), column_at(tree, "item", *from));
  TableWish done;
  done.where = names_.tests(*from, tree.find("done"));
  if (!may_draw(wish, tree.place)) return;
  auto drawn = draw(*from, wish);
  auto& table = drawn.table;
  table.columns.insert(table.columns.begin(), Column{"done", speaker_.say("Done"), 0.5});
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool ticked = fits(done, *from, drawn.rows[i]);
    auto box = with_tone(text_cell(ticked ? "☑" : "☐"), ticked ? Tone::good : Tone::plain);
    table.rows[i].insert(table.rows[i].begin(), std::move(box));
  }
  section.blocks.emplace_back(std::move(table));
}

/// Values of one column down, of another across; a cell counts the rows that have both, or lists a third column.
void Composer::add_matrix(const Tree& tree, Section& section) {
  const auto* from = names_.table(*tree.find("of"));
  if (!from) return;
  auto wish = wish_of(tree, *from, section);
  const auto down = column_at(tree, "rows", *from), across = column_at(tree, "columns", *from);
  const auto shown = column_at(tree, "cell", *from);
  if (!may_draw(wish, tree.place)) return;
  wish.columns = {down};
  const auto matrix = matrix_of(*from, draw_table(*from, wish).rows, down, across, shown);
  for (std::size_t first = 0; first < std::max<std::size_t>(matrix.across.size(), 1); first += matrix_width) {
    const auto end = std::min(first + matrix_width, matrix.across.size());
    auto table = part_of(matrix, first, end, !shown.empty());
    table.id = wish.id + (first == 0 ? "" : "-" + std::to_string(first / matrix_width + 1));
    table.columns.front() = from->columns[static_cast<std::size_t>(from->column(down))];
    table.columns.front().width = 2.5;
    speaker_.say(table);
    table.caption = wish.caption;
    table.when_empty = wish.when_empty;
    section.blocks.emplace_back(std::move(table));
  }
}

/// A bold heading and key facts for each row: what is empty is left out of the facts.
void Composer::add_findings(const Tree& tree, Section& section) {
  const auto* from = names_.table(*tree.find("of"));
  if (!from) return;
  auto wish = wish_of(tree, *from, section);
  wish.columns.insert(wish.columns.begin(), column_at(tree, "title", *from));
  if (!may_draw(wish, tree.place)) return;
  const auto drawn = draw(*from, wish);
  for (const auto& row : drawn.table.rows) {
    Span title;
    title.text = row.front().text;
    title.bold = true;
    title.link = row.front().link;
    section.blocks.emplace_back(Paragraph{{std::move(title)}});
    KeyFacts facts;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i].type == Cell::Type::empty || row[i].text.empty()) continue;
      Span value;
      value.text = row[i].text;
      value.link = row[i].link;
      facts.facts.push_back({drawn.table.columns[i].title, {std::move(value)}, row[i].tone});
    }
    section.blocks.emplace_back(std::move(facts));
  }
  if (drawn.table.rows.empty()) {
    Span none;
    none.text = wish.when_empty;
    section.blocks.emplace_back(Paragraph{{std::move(none)}});
  }
  add_rest(drawn.table.rows.size(), drawn.left_out, section);
}

}  // namespace assize::dossier
