// SPDX-License-Identifier: Apache-2.0
// Each template that comes with assize, for each example, on paper: laid out and looked at; and for each template one
// file that other programs read.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "engine/cli/load_project.h"
#include "engine/cli/load_template.h"
#include "engine/dossier/compose.h"
#include "tests/render/draft_check.h"

namespace fs = std::filesystem;
using namespace assize;

namespace {

const std::array<std::string, 5> kExamples{"triage-assist", "gate-face", "desk-agent", "husky-ai", "parcel-desk"};

cli::World world() {
  return {.out = std::cout,
          .err = std::cerr,
          .today =
              [] {
                return input::Date{2026, 11, 20};
              },
          .data_folder = ASSIZE_SOURCE_DIR};
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const render::Fonts& fonts() {
  static const fs::path noto = "/usr/share/fonts/truetype/noto";
  static const render::Fonts loaded{.regular = bytes_of(noto / "NotoSans-Regular.ttf"),
                                    .bold = bytes_of(noto / "NotoSans-Bold.ttf"),
                                    .italic = bytes_of(noto / "NotoSans-Italic.ttf"),
                                    .mono = bytes_of(noto / "NotoSansMono-Regular.ttf"),
                                    .fallbacks = {bytes_of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")},
                                    .srgb_profile = bytes_of("/usr/share/color/icc/sRGB.icc")};
  return loaded;
}

std::string printed_by(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 4096> buffer;
  for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), got);
  INFO(command << "\n" << out);
  CHECK(::pclose(pipe) == 0);
  return out;
}

/// Nothing to complain of in the file, all its fonts embedded.
void check_file(const std::string& pdf, const std::string& name) {
  const fs::path file =
      fs::temp_directory_path() / ("assize-paper-" + std::to_string(::getpid()) + "-" + name + ".pdf");
  std::ofstream(file, std::ios::binary) << pdf;
  const auto checked = printed_by("qpdf --check " + file.string());
  CHECK(checked.find("No syntax or stream encoding errors found") != checked.npos);
  CHECK(checked.find("WARNING") == checked.npos);
  std::istringstream lines(printed_by("pdffonts " + file.string()));
  int embedded = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("TrueType") == line.npos) continue;
    CAPTURE(line);
    CHECK(line.find(" yes yes yes ") != line.npos);
    ++embedded;
  }
  CHECK(embedded >= 2);
  fs::remove(file);
}

/// Pages that hold next to nothing, but for the last.
std::size_t nearly_empty(const render::pdf::Draft& draft) {
  const auto fills = render::pdf::fill_of(draft);
  return static_cast<std::size_t>(
      std::count_if(fills.begin(), fills.end() - 1, [](double fill) { return fill < 0.2; }));
}

}  // namespace

static dossier::Document composed(const dossier::TemplateText& text, const dossier::View& view,
                                  const dossier::Words* words) {
  const auto document = dossier::compose(text, view, {.words = words});
  for (const auto& fault : document.diagnostics()) UNSCOPED_INFO(fault.code << " " << fault.message);
  REQUIRE(document);
  CHECK(document.diagnostics().empty());
  return document.value();
}

static void check_paper(const dossier::Document& document) {
  auto opened = render::pdf::TypeCase::open(fonts());
  REQUIRE(opened);
  auto type = std::move(opened).value();
  const auto draft = render::pdf::lay_out(document, type, nullptr, render::pdf::Boxes::kept);
  render::pdf::check_draft(draft, type);
  CHECK(nearly_empty(draft) <= draft.pages.size() / 12 + 1);
}

/// Every template for every example in each complete language; laid out in English all of them, in another language
/// those that `pick` chooses.
static void check_templates(bool (*pick)(std::size_t language, std::size_t example, std::size_t which)) {
  const auto the_world = world();
  const auto templates = cli::template_names(the_world);
  const std::array<std::string, 3> languages{"en", "de", "fr"};
  REQUIRE(templates.size() >= 20);
  for (std::size_t e = 0; e < kExamples.size(); ++e) {
    const auto loaded = cli::load_project(std::string(ASSIZE_SOURCE_DIR) + "/examples/" + kExamples[e], the_world);
    REQUIRE(loaded.project);
    const auto assessment = assess(*loaded.project, *loaded.project->settings.as_of);
    const dossier::View view(*loaded.project, assessment);
    for (std::size_t t = 0; t < templates.size(); ++t) {
      cli::Sources sources;
      const auto read = cli::load_template(templates[t], the_world, sources);
      REQUIRE(read);
      for (std::size_t l = 0; l < languages.size(); ++l) {
        if (!pick(l, e, t)) continue;
        INFO(templates[t] << " of " << kExamples[e] << " in " << languages[l]);
        std::optional<dossier::Words> words;
        if (l > 0) {
          auto said = cli::load_words(languages[l], read.value().folder, the_world, sources);
          REQUIRE(said);
          words = std::move(said).value();
        }
        const auto document = composed(read.value().text, view, words ? &*words : nullptr);
        check_paper(document);
        if (t % kExamples.size() != e) continue;
        const auto pdf = render::render_pdf(document, fonts());
        REQUIRE(pdf);
        CHECK(pdf.diagnostics().empty());
        check_file(pdf.value(), templates[t]);
      }
    }
  }
}

TEST_CASE("every template stands well on paper for every example, and for one in German and French") {
  check_templates([](std::size_t language, std::size_t example, std::size_t which) {
    return language == 0 || (which + language) % kExamples.size() == example;
  });
}

// Minutes: run by hand with "[all languages]".
TEST_CASE("every template stands well on paper for every example in each complete language", "[.][all languages]") {
  check_templates([](std::size_t, std::size_t, std::size_t) { return true; });
}
