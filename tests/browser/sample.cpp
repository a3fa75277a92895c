// SPDX-License-Identifier: Apache-2.0
// Writes two pages that no example has, for browser_test.py: one with everything a house and a template can ask for,
// one with a register of 2,000 risks. usage: browser_sample FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "engine/render/formats.h"
#include "tests/render/render_sample.h"

namespace {

using namespace assize;
using namespace assize::dossier;

/// One pixel.
constexpr char logo[] =
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9c\x63\x60\x60\x60\xf8\x0f"
    "\0\1\4\1"
    "\0\x5f\xe5\xc3\x4b\0\0\0\0IEND\xae\x42\x60\x82";

Document sample() {
  Document document = render::sample_register();
  document.classification = "Confidential";
  document.watermark = "DRAFT";
  document.style = {"#ffe08a",           std::string(logo, sizeof logo - 1),
                    "Example house",     "House & Partners",
                    "Foot of the house", "No Such Font"};
  document.attachments = {{"assessment.json", "application/json", "For machines", "{\"name\": \"\xC3\x9C\"}\n"}};
  Section text{"IV.2(g)", "2(g)", "Validation", {}, {}};
  text.blocks.emplace_back(Paragraph{
      {{.text = "Said with a source", .note = "system.yaml:4:2 <b>"}, {.text = ". \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"}}});
  text.blocks.emplace_back(GapNote{"GAP 007", "No \"narrative\" <img src=x onerror=alert(1)>", "Write it."});
  text.blocks.emplace_back(Preformatted{std::string(300, 'x') + "\n  second line"});
  text.blocks.emplace_back(Paragraph{{{.text = std::string(200, 'w')}}});
  text.blocks.emplace_back(KeyFacts{{{"State", {{.text = "Met by nothing"}}, Tone::gap},
                                     {"Kept", {{.text = "yes"}}, Tone::good},
                                     {"Hint", {{.text = "later"}}, Tone::quiet}}});
  for (int i = 0; i < 40; ++i) text.blocks.emplace_back(Paragraph{{{.text = "A paragraph that makes the page long."}}});
  document.sections.push_back(std::move(text));
  return document;
}

Document large(int rows) {
  Document document = render::sample_register();
  auto& table = std::get<Table>(document.sections[0].blocks[0]);
  table.id = "register-table";
  table.rows.clear();
  const std::pair<const char*, Tone> classes[] = {
      {"critical", Tone::critical}, {"major", Tone::major}, {"minor", Tone::minor}};
  for (int i = 1; i <= rows; ++i) {
    const auto name = "R-" + std::to_string(i);
    auto id = render::text_cell(name);
    id.anchor = name;
    const auto& [word, tone] = classes[i % 3];
    // 7919 is prime: the points go up and down.
    const int points = i * 7919 % 1000;
    table.rows.push_back(
        {id,
         render::text_cell("What can happen to part " + std::to_string(i % 97) + " of the system, in some words"),
         {.type = Cell::Type::integer, .text = std::to_string(points), .number = static_cast<double>(points)},
         render::text_cell(word, tone),
         {.type = Cell::Type::date,
          .text = std::to_string(1 + i % 28) + "." + std::to_string(1 + i % 12) + ".2027",
          .iso = "2027-" + std::string(i % 12 < 9 ? "0" : "") + std::to_string(1 + i % 12) + "-" +
                 (i % 28 < 9 ? "0" : "") + std::to_string(1 + i % 28)}});
  }
  std::get<Table>(document.sections[0].blocks[1]).rows[0][1].link = "#R-1";
  std::get<Table>(document.sections[0].blocks[1]).rows[0][1].text = "R-1";
  return document;
}

bool write(const std::filesystem::path& file, const Document& document) {
  const auto page = render::render_html(document);
  for (const auto& each : page.diagnostics()) std::cerr << each.code << ": " << each.message << "\n";
  if (!page || !page.diagnostics().empty()) return false;
  std::ofstream(file, std::ios::binary) << page.value();
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::filesystem::path folder = words[1];
  return write(folder / "sample.html", sample()) && write(folder / "large.html", large(2000)) ? 0 : 1;
}
