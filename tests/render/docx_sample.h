// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/render/formats.h"
#include "tests/render/docx_reading.h"
#include "tests/render/render_sample.h"

namespace assize::render {

using Texts = std::vector<std::string>;

inline std::string docx_of(const dossier::Document& document) {
  const auto docx = render_docx(document);
  for (const auto& each : docx.diagnostics()) UNSCOPED_INFO(each.code << ": " << each.message);
  REQUIRE(docx);
  return docx.value();
}

/// The smallest thing that begins like a PNG of 40 by 20 pixels.
inline std::string small_png() {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x28\0\0\0\x14", 24) + std::string(9, '\0');
}

inline dossier::Figure sample_figure() {
  using dossier::Figure;
  Figure figure{.id = "flows", .caption = "Flows", .description = "Meter to \"head\" end", .width = 300, .height = 90};
  figure.shapes.emplace_back(Figure::Box{10, 10, 80, 30, dossier::Tone::critical, false, true});
  figure.shapes.emplace_back(Figure::Box{5, 5, 200, 80, dossier::Tone::plain, true, false});
  figure.shapes.emplace_back(Figure::Line{{{90, 20}, {150, 20}}, true, false, dossier::Tone::plain});
  figure.shapes.emplace_back(Figure::Line{{{90, 30}, {120, 30}, {120, 60}}, true, true, dossier::Tone::quiet});
  figure.shapes.emplace_back(Figure::Ellipse{200, 40, 60, 30, dossier::Tone::good});
  Figure::Label label;
  label.x = 50, label.y = 25, label.text = "Meter <1>", label.align = Figure::Align::centre, label.link = "#R-001";
  figure.shapes.emplace_back(label);
  return figure;
}

inline dossier::Table wide_table(std::size_t columns) {
  dossier::Table table{.id = "wide", .caption = "Wide"};
  for (std::size_t i = 0; i < columns; ++i) table.columns.push_back({.id = "c", .title = "Column"});
  table.rows.push_back(std::vector<dossier::Cell>(columns, text_cell("x")));
  return table;
}

/// Something of everything.
inline dossier::Document full_document() {
  auto document = sample_register();
  document.classification = "Confidential";
  document.language = "de";
  document.watermark = "DRAFT & \"more\"";
  document.style.logo = small_png();
  document.style.logo_text = "House";
  document.style.header = "House of paper";
  document.style.footer = "Registered office";
  document.style.accent = "#7A0019";
  document.cover.facts = {{.term = "State", .value = {{.text = "open"}}, .tone = dossier::Tone::critical}};
  dossier::Section prose{.id = "prose", .number = "2", .title = "Prose"};
  prose.blocks.emplace_back(dossier::Paragraph{{{.text = "See "},
                                                {.text = "R-001", .link = "#R-001"},
                                                {.text = " and "},
                                                {.text = "there", .link = "https://example.org/?a=1&b=<2>"},
                                                {.text = "bold", .bold = true, .note = "From system.yaml:3:1"},
                                                {.text = "code", .code = true}}});
  prose.blocks.emplace_back(
      dossier::List{.numbered = true, .items = {{.spans = {{.text = "a"}}}, {.spans = {{.text = "b"}}, .depth = 1}}});
  prose.blocks.emplace_back(dossier::List{.items = {{.spans = {{.text = "c"}}}}});
  prose.blocks.emplace_back(dossier::Preformatted{"one\n\ttwo\n"});
  prose.blocks.emplace_back(dossier::GapNote{"GAP-001", "No test", "Add one."});
  prose.sections.push_back({.id = "deep", .number = "2.1", .title = "Deep", .blocks = {sample_figure()}});
  document.sections.push_back(prose);
  document.sections.push_back({.id = "wide-one", .number = "3", .title = "Wide", .blocks = {wide_table(9)}});
  document.sections.push_back({.id = "last", .number = "4", .title = "Last"});
  return document;
}

}  // namespace assize::render
