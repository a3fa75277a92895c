// SPDX-License-Identifier: Apache-2.0
// One register, many formats: every one must show the same rows and numbers.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/cli/load_project.h"
#include "engine/cli/register_json.h"
#include "engine/dossier/compose.h"
#include "engine/render/formats.h"

namespace fs = std::filesystem;
using namespace assize;

namespace {

cli::World world() {
  return {.out = std::cout,
          .err = std::cerr,
          .today =
              [] {
                return input::Date{2026, 11, 20};
              },
          .data_folder = ASSIZE_SOURCE_DIR};
}

std::string slurp(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

render::Fonts fonts() {
  const fs::path noto = "/usr/share/fonts/truetype/noto";
  return {.regular = slurp(noto / "NotoSans-Regular.ttf"),
          .bold = slurp(noto / "NotoSans-Bold.ttf"),
          .italic = slurp(noto / "NotoSans-Italic.ttf"),
          .mono = slurp(noto / "NotoSansMono-Regular.ttf"),
          .fallbacks = {slurp("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")},
          .srgb_profile = {}};
}

std::string run(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 4096> buffer;
  for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), got);
  REQUIRE(::pclose(pipe) == 0);
  return out;
}

/// A file that goes away with the test.
struct Temporary {
  fs::path path;
  Temporary(const std::string& name, const std::string& bytes)
      : path(fs::temp_directory_path() / ("assize-parity-" + std::to_string(::getpid()) + "-" + name)) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~Temporary() { fs::remove(path); }
};

/// Without blanks and what a renderer may put between the pieces of a broken word.
std::string bare(const std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) <= ' ') continue;
    if (text.compare(i, 2, "\xc2\xad") == 0 || text.compare(i, 2, "\xc2\xa0") == 0) {
      ++i;
      continue;
    }
    kept += text[i];
  }
  return kept;
}

/// RFC 4180.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += '"';
        ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        rows.back().back() += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  return rows;
}

const dossier::Table& risks_of(const dossier::Document& document) {
  static std::function<const dossier::Table*(const std::vector<dossier::Section>&)> find =
      [](const std::vector<dossier::Section>& sections) -> const dossier::Table* {
    for (const auto& section : sections) {
      for (const auto& block : section.blocks)
        if (const auto* table = std::get_if<dossier::Table>(&block); table && table->id == "risks") return table;
      if (const auto* inner = find(section.sections)) return inner;
    }
    return nullptr;
  };
  const auto* table = find(document.sections);
  REQUIRE(table);
  return *table;
}

std::size_t column(const dossier::Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].id == id) return i;
  FAIL("the register has no column " << id);
  return 0;
}

}  // namespace

TEST_CASE("all five formats of the register show the same rows and numbers") {
  const auto example = GENERATE(as<std::string>{}, "triage-assist", "gate-face", "desk-agent", "husky-ai");
  CAPTURE(example);
  const auto the_world = world();
  const auto loaded = cli::load_project(std::string(ASSIZE_SOURCE_DIR) + "/examples/" + example, the_world);
  REQUIRE(loaded.project);
  const auto assessment = assess(*loaded.project, *loaded.project->settings.as_of);
  const dossier::View view(*loaded.project, assessment);
  using dossier::RegisterFor;
  const auto document = dossier::register_document(view, RegisterFor::spreadsheet);
  const auto on_paper = dossier::register_document(view, RegisterFor::paper);
  const auto on_terminal = dossier::register_document(view, RegisterFor::terminal);
  const auto& table = risks_of(document);
  REQUIRE(table.rows.size() == assessment.risks.size());
  REQUIRE(table.rows.size() > 20);
  REQUIRE(risks_of(on_paper).rows.size() == table.rows.size());
  REQUIRE(risks_of(on_terminal).rows.size() == table.rows.size());

  const auto csv = render::render_csv(document);
  const auto text = render::render_terminal(on_terminal, {.width = 6000, .color = false});
  const auto xlsx = render::render_xlsx(document);
  const auto pdf = render::render_pdf(on_paper, fonts());
  REQUIRE(csv);
  REQUIRE(text);
  REQUIRE(xlsx);
  REQUIRE(pdf);
  const auto json = nlohmann::json::parse(cli::register_json(*loaded.project, assessment));
  const auto rows = parse_csv(csv.value());
  const Temporary pdf_file("r.pdf", pdf.value()), xlsx_file("r.xlsx", xlsx.value());
  const auto drawn = bare(run("pdftotext -raw " + pdf_file.path.string() + " -"));
  const auto strings = run("unzip -p " + xlsx_file.path.string() + " xl/sharedStrings.xml");
  const auto sheet = run("unzip -p " + xlsx_file.path.string() + " xl/worksheets/sheet1.xml");
  std::size_t sheet_rows = 0;
  for (auto at = sheet.find("<row "); at != sheet.npos; at = sheet.find("<row ", at + 1)) ++sheet_rows;
  CHECK(sheet_rows == table.rows.size() + 1);
  REQUIRE(json["risks"].size() == table.rows.size());

  // Terminal lines, blanks folded away.
  std::vector<std::string> lines;
  std::istringstream stream(text.value());
  for (std::string line; std::getline(stream, line);) lines.push_back(bare(line));
  std::size_t line = 0;
  const auto id_column = column(table, "id");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const auto& id = row[id_column].text;
    CAPTURE(i, id);
    const auto joined = [&](const dossier::Table& other) {
      std::string cells;
      for (const auto& cell : other.rows[i]) cells += cell.text;
      return bare(cells);
    };
    const auto line_of_text = joined(risks_of(on_terminal)), line_of_paper = joined(risks_of(on_paper));

    // CSV: cell by cell (a leading apostrophe keeps a spreadsheet from running text).
    REQUIRE(i + 1 < rows.size());
    REQUIRE(rows[i + 1].size() == row.size());
    for (std::size_t k = 0; k < row.size(); ++k)
      CHECK((rows[i + 1][k] == row[k].text || rows[i + 1][k] == "'" + row[k].text));
    // Terminal: one line a row at this width, in the same order.
    while (line < lines.size() && lines[line] != line_of_text) ++line;
    CHECK(line < lines.size());
    // PDF: cells are drawn one after the other.
    CHECK(drawn.find(line_of_paper) != drawn.npos);
    // XLSX: its strings hold the id.
    CHECK(strings.find(">" + id + "<") != strings.npos);
    // JSON: the same risk at the same place, with the same levels.
    const auto& risk = json["risks"][i];
    CHECK(risk["id"] == id);
    for (const auto* level : {"inherent", "claimed", "evidenced", "planned"}) {
      const auto& cell = row[column(table, std::string(level) + "-risk")];
      CHECK(std::to_string(risk["levels"][level]["risk"].get<int>()) == cell.text);
      // What people read says the same class and number: "Critical (9)".
      const auto shown = row[column(table, std::string(level) + "-class")].text + " (" + cell.text + ")";
      for (const auto* other : {&risks_of(on_paper), &risks_of(on_terminal)})
        CHECK(bare(other->rows[i][column(*other, level)].text) == bare(shown));
    }
  }
}

TEST_CASE("a number in the XLSX register is a number, and equals the one in the register") {
  const auto the_world = world();
  const auto loaded = cli::load_project(std::string(ASSIZE_SOURCE_DIR) + "/examples/husky-ai", the_world);
  REQUIRE(loaded.project);
  const auto assessment = assess(*loaded.project, *loaded.project->settings.as_of);
  const dossier::View view(*loaded.project, assessment);
  const auto document = dossier::register_document(view, dossier::RegisterFor::spreadsheet);
  const auto& table = risks_of(document);
  const auto xlsx = render::render_xlsx(document);
  REQUIRE(xlsx);
  const Temporary file("n.xlsx", xlsx.value());
  const auto sheet = run("unzip -p " + file.path.string() + " xl/worksheets/sheet1.xml");
  const auto wanted = column(table, "inherent-risk");
  std::string letter;
  for (auto n = wanted + 1; n > 0; n = (n - 1) / 26)
    letter.insert(letter.begin(), static_cast<char>('A' + (n - 1) % 26));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto reference = "<c r=\"" + letter + std::to_string(i + 2) + "\"";
    const auto at = sheet.find(reference);
    REQUIRE(at != sheet.npos);
    const auto cell = sheet.substr(at, sheet.find("</c>", at) - at);
    CHECK(cell.find("t=\"s\"") == cell.npos);
    CHECK(cell.find("<v>" + table.rows[i][wanted].text + "</v>") != cell.npos);
  }
}
