// SPDX-License-Identifier: Apache-2.0
// Renders a document of about so many pages as PDF: prose, lists, long tables with links, figures. Prints its pages.
// usage: bench_paper PAGES FILE
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/render/formats.h"

namespace {

using namespace assize;

std::string bytes_of(const std::string& file) {
  std::ostringstream all;
  all << std::ifstream(file, std::ios::binary).rdbuf();
  return all.str();
}

dossier::Table table_of(int rows, const std::string& id) {
  dossier::Table table{.id = id, .caption = "Risks of " + id};
  table.columns = {{.id = "a", .title = "Risk"},
                   {.id = "b", .title = "What may happen", .width = 4},
                   {.id = "c", .title = "Class"},
                   {.id = "d", .title = "Points", .numeric = true},
                   {.id = "e", .title = "Measures", .width = 2}};
  for (int i = 0; i < rows; ++i) {
    const std::string name = id + "-R" + std::to_string(i);
    dossier::Cell risk{.text = name};
    risk.anchor = name;
    dossier::Cell measures{.text = "M-" + std::to_string(i % 40)};
    measures.link = "#" + id;
    table.rows.push_back({risk,
                          {.text = "Someone sends inputs that were made to mislead the model at the boundary " + name},
                          {.text = "major", .tone = static_cast<dossier::Tone>(i % 7)},
                          {.type = dossier::Cell::Type::integer, .text = std::to_string(i)},
                          measures});
  }
  return table;
}

/// About five pages.
dossier::Section chapter(int number) {
  const std::string id = "S" + std::to_string(number);
  dossier::Section section{.id = "section-" + id, .number = std::to_string(number), .title = "Chapter of " + id};
  std::string prose;
  for (int i = 0; i < 120; ++i)
    prose += "Words that a reader may or may not want to read, number " + std::to_string(i) + ". ";
  section.blocks.push_back(dossier::Paragraph{{{.text = prose}}});
  section.blocks.push_back(dossier::List{true, {{{{.text = "one"}}}, {{{.text = "two", .link = "#" + id}}}}});
  dossier::Figure figure{.id = "F" + id, .caption = "Flows", .description = "Boxes.", .width = 300, .height = 120};
  for (int i = 0; i < 20; ++i) {
    const double x = 15.0 * i;
    figure.shapes.push_back(dossier::Figure::Box{x, 10, 12, 30});
    figure.shapes.push_back(dossier::Figure::Label{.x = x, .y = 60, .text = std::to_string(i), .size = 6});
  }
  section.blocks.push_back(figure);
  section.blocks.push_back(table_of(85, id));
  return section;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const std::string noto = "/usr/share/fonts/truetype/noto/";
  const render::Fonts fonts{bytes_of(noto + "NotoSans-Regular.ttf"),
                            bytes_of(noto + "NotoSans-Bold.ttf"),
                            bytes_of(noto + "NotoSans-Italic.ttf"),
                            bytes_of(noto + "NotoSansMono-Regular.ttf"),
                            {bytes_of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")},
                            bytes_of("/usr/share/color/icc/sRGB.icc")};
  dossier::Document document{.id = "BENCH", .title = "A long document", .version = "1", .date = "2026-01-01"};
  for (int i = 0; i < std::atoi(words[1]) / 5; ++i) document.sections.push_back(chapter(i + 1));
  const auto pdf = render::render_pdf(document, fonts);
  for (const auto& each : pdf.diagnostics()) std::cerr << each.message << '\n';
  if (!pdf) return 1;
  std::ofstream(words[2], std::ios::binary) << pdf.value();
  return 0;
}
