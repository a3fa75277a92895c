// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"

// The tests name only the members that matter to them; what they leave out is empty.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace assize::render {

/// Shorthand for what the tests of the renderers build.
inline dossier::Cell text_cell(std::string text, dossier::Tone tone = dossier::Tone::plain) {
  return {.type = dossier::Cell::Type::text, .text = std::move(text), .tone = tone};
}
inline dossier::Document with_block(dossier::Block block) {
  dossier::Document document{.id = "DOC", .title = "Title", .version = "1.0", .date = "2026-03-01"};
  document.sections.push_back({.id = "s", .number = "1", .title = "Section", .blocks = {std::move(block)}});
  return document;
}
inline dossier::Document with_cell(dossier::Cell cell) {
  return with_block(dossier::Table{.id = "t",
                                   .columns = {{.id = "id", .title = "Id"}, {.id = "v", .title = "V"}},
                                   .rows = {{text_cell("R-1"), cell}}});
}
inline dossier::Document with_text(std::string text) {
  return with_block(dossier::Paragraph{{{.text = std::move(text)}}});
}

/// A small risk register and its legend, with all types of cells.
inline dossier::Document sample_register() {
  using dossier::Cell;
  using dossier::Tone;
  dossier::Document document{.id = "METER-REGISTER",
                             .title = "Risk register",
                             .subtitle = "Smart meter",
                             .version = "2.1",
                             .date = "2026-03-01",
                             .author = "Example Metering"};
  dossier::Table risks{.id = "register", .caption = "Risks"};
  risks.columns = {{.id = "id", .title = "Id"},
                   {.id = "title", .title = "Title", .width = 4},
                   {.id = "points", .title = "Points", .numeric = true},
                   {.id = "class", .title = "Class"},
                   {.id = "due", .title = "Due"}};
  const auto row = [&](std::string id, std::string title, int points, std::string word, Tone tone, std::string due) {
    Cell number{.type = Cell::Type::integer, .text = std::to_string(points), .number = static_cast<double>(points)};
    Cell date{.type = due.empty() ? Cell::Type::empty : Cell::Type::date, .text = due};
    Cell name = text_cell(id);
    name.anchor = id;
    risks.rows.push_back({name, text_cell(title), number, text_cell(word, tone), date});
  };
  row("R-001", "Tampering, \"by hand\"", 9, "critical", Tone::critical, "2026-06-30");
  row("R-002", "Ablesung über Funk\nzweite Zeile", 14, "major", Tone::major, "2027-01-01");
  row("R-003", "計測データの改ざん", 25, "minor", Tone::minor, "");
  dossier::Table legend{.id = "legend", .caption = "Legend"};
  legend.columns = {{.id = "word", .title = "Word"}, {.id = "first", .title = "First risk"}};
  Cell to_risk = text_cell("R-001");
  to_risk.link = "#R-001";
  Cell to_web = text_cell("method");
  to_web.link = "https://example.org/method?a=1&b=2";
  legend.rows = {{text_cell("critical", Tone::critical), to_risk}, {text_cell("major", Tone::major), to_web}};
  document.sections.push_back({.id = "register", .title = "Register", .blocks = {risks, legend}});
  return document;
}

inline std::vector<std::string> codes(const input::Diagnostics& found) {
  std::vector<std::string> codes;
  for (const auto& each : found) codes.push_back(each.code);
  return codes;
}

}  // namespace assize::render
