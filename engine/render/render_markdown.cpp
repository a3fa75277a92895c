// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "engine/render/document_text.h"
#include "engine/render/formats.h"
#include "engine/render/markdown_text.h"

namespace assize::render {
namespace {

using namespace dossier;

std::string block(const Paragraph& paragraph) { return markdown_spans(paragraph.spans) + "\n"; }

std::string block(const List& list) {
  std::string drawn;
  std::vector<int> counts;           // Of the list that is open at each depth.
  std::vector<std::size_t> indents;  // Blanks before its marks: nested marks stand under the text of the item around.
  for (const auto& item : list.items) {
    // A list cannot open two levels at once.
    const auto deepest = counts.empty() ? 0 : counts.size() - 1;
    const auto depth = std::min(static_cast<std::size_t>(std::max(0, item.depth)), deepest);
    counts.resize(depth + 1);
    indents.resize(depth + 1);
    const std::string mark = list.numbered ? std::to_string(++counts[depth]) + ". " : "- ";
    drawn += std::string(indents[depth], ' ') + mark + markdown_spans(item.spans) + "\n";
    indents.push_back(indents[depth] + mark.size());
    counts.push_back(0);
  }
  return drawn;
}

std::string block(const Preformatted& preformatted) { return markdown_fence(preformatted.text); }

std::string block(const GapNote& gap) {
  std::string drawn =
      "> " + markdown_anchor(gap.id) + markdown_strong("! " + gap.id) + " " + markdown_text(gap.title) + "\n";
  if (!gap.detail.empty()) drawn += ">\n> " + markdown_line(gap.detail) + "\n";
  return drawn;
}

std::string block(const KeyFacts& facts) {
  std::string drawn;
  for (const auto& fact : facts.facts)
    drawn += "- " + markdown_strong(fact.term + ":") + " " + markdown_spans(fact.value) + "\n";
  return drawn;
}

std::string row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const auto& cell : cells) line += cell.empty() ? " |" : " " + cell + " |";
  return line + "\n";
}

std::string block(const Table& table) {
  std::string drawn = markdown_anchor(table.id);
  if (!table.caption.empty()) drawn += markdown_strong(table.caption);
  if (!drawn.empty()) drawn += "\n\n";
  if (table.columns.empty() || (table.rows.empty() && !table.when_empty.empty()))
    return drawn + markdown_line(table.when_empty) + "\n";
  std::vector<std::string> cells;
  for (const auto& column : table.columns) cells.push_back(markdown_text(column.title));
  drawn += row(cells);
  cells.clear();
  for (const auto& column : table.columns) cells.push_back(column.numeric ? "---:" : "---");
  drawn += row(cells);
  for (const auto& line : table.rows) {
    cells.clear();
    for (const auto& cell : line)
      cells.push_back(markdown_anchor(cell.anchor) + markdown_link(markdown_text(cell.text), cell.link));
    drawn += row(cells);
  }
  return drawn;
}

std::string block(const Figure& figure) {
  std::string drawn =
      markdown_anchor(figure.id) + markdown_strong("Figure:") + " " + markdown_text(figure.caption) + "\n";
  if (!figure.description.empty()) drawn += "\n" + markdown_line(figure.description) + "\n";
  return drawn;
}

void append_section(std::string& drawn, const Section& section, int depth) {
  const auto anchor = markdown_anchor(section.id);
  if (!anchor.empty()) drawn += "\n" + anchor + "\n";
  drawn += "\n" + std::string(static_cast<std::size_t>(std::min(depth, 6)), '#') + " ";
  if (!section.number.empty()) drawn += markdown_text(section.number) + " ";
  drawn += markdown_text(section.title) + "\n";
  for (const auto& each : section.blocks)
    drawn += "\n" + std::visit([](const auto& kind) { return block(kind); }, each);
  for (const auto& inner : section.sections) append_section(drawn, inner, depth + 1);
}

}  // namespace

input::Result<std::string> render_markdown(const Document& document) {
  const auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  std::string drawn = "# " + markdown_text(document.title) + "\n";
  if (!document.subtitle.empty()) drawn += "\n" + markdown_line(document.subtitle) + "\n";
  std::string running;
  for (const auto* part : {&document.id, &document.version, &document.date, &document.classification, &document.author})
    if (!part->empty()) running += (running.empty() ? "" : " · ") + *part;
  if (!running.empty()) drawn += "\n" + markdown_line(running) + "\n";
  if (!document.cover.facts.empty()) drawn += "\n" + block(document.cover);
  for (const auto& section : document.sections) append_section(drawn, section, 2);
  return drawn;
}

}  // namespace assize::render
