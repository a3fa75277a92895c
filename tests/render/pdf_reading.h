// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/render/formats.h"

/// Reads a rendered PDF back with other programs than the one that wrote it.
namespace assize::render::reading {

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

/// The first of the places where a system keeps the file; the test fails with its name when none has it.
inline std::string first_found(const std::vector<std::string>& places) {
  for (const auto& place : places)
    if (std::filesystem::is_regular_file(place)) return bytes_of(place);
  FAIL("needed for this test and not installed: " << places.front());
  return {};
}

inline std::string noto(const std::string& face) {
  return first_found({"/usr/share/fonts/truetype/noto/" + face + ".ttf", "/usr/share/fonts/noto/" + face + ".ttf"});
}

inline const Fonts& fonts() {
  static const Fonts loaded{
      noto("NotoSans-Regular"),
      noto("NotoSans-Bold"),
      noto("NotoSans-Italic"),
      noto("NotoSansMono-Regular"),
      {first_found({"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans.ttf"})},
      first_found({"/usr/share/color/icc/sRGB.icc", "/usr/share/color/icc/ghostscript/srgb.icc"})};
  return loaded;
}

/// The PDF of a document that has nothing wrong with it.
inline std::string pdf_of(const dossier::Document& document) {
  const auto rendered = render_pdf(document, fonts());
  for (const auto& each : rendered.diagnostics()) UNSCOPED_INFO(each.code << ": " << each.message);
  REQUIRE(rendered);
  return rendered.value();
}

/// What `program options FILE -` prints about the PDF.
inline std::string run_on(const std::string& pdf, const std::string& program, const std::string& options,
                          const std::string& after = "-") {
  const auto folder = std::filesystem::temp_directory_path();
  const auto file = folder / ("assize-pdf-test-" + std::to_string(std::hash<std::string>{}(pdf)) + ".pdf");
  std::ofstream(file, std::ios::binary) << pdf;
  const std::string command = program + " " + options + " '" + file.string() + "' " + after + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string printed;
  char buffer[4096];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) printed.append(buffer, count);
  const int status = pclose(pipe);
  std::filesystem::remove(file);
  INFO(command << "\n" << printed.substr(0, 400));
  REQUIRE(status == 0);
  return printed;
}

/// The text of each page, in the order in which a reader meets it.
inline std::vector<std::string> pages_of(const std::string& pdf, const std::string& options = "") {
  std::vector<std::string> pages;
  std::istringstream text(run_on(pdf, "pdftotext", options));
  for (std::string page; std::getline(text, page, '\f');) pages.push_back(page);
  if (!pages.empty() && pages.back().empty()) pages.pop_back();
  return pages;
}

inline std::size_t page_with(const std::vector<std::string>& pages, const std::string& words, std::size_t from = 0) {
  for (std::size_t i = from; i < pages.size(); ++i)
    if (pages[i].find(words) != std::string::npos) return i;
  return pages.size();
}

/// A word with the box around it, in points from the top left of its page.
struct Word {
  std::size_t page;
  double page_width, page_height, left, top, right, bottom;
  std::string text;
};

inline std::vector<Word> words_of(const std::string& pdf) {
  std::istringstream lines(run_on(pdf, "pdftotext", "-bbox"));
  std::vector<Word> words;
  Word word{};
  std::size_t pages = 0;
  const auto number = [](const std::string& line, const std::string& name) {
    const auto at = line.find(name + "=\"");
    if (at == std::string::npos) FAIL(name << " is not in " << line);
    return std::strtod(line.c_str() + at + name.size() + 2, nullptr);
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.find("<page ") != std::string::npos) {
      word.page = pages++;
      word.page_width = number(line, "width");
      word.page_height = number(line, "height");
    } else if (const auto at = line.find("<word "); at != std::string::npos) {
      word.left = number(line, "xMin");
      word.top = number(line, "yMin");
      word.right = number(line, "xMax");
      word.bottom = number(line, "yMax");
      const auto begin = line.find('>', at) + 1;
      word.text = line.substr(begin, line.find("</word>") - begin);
      words.push_back(word);
    }
  }
  return words;
}

inline dossier::Cell cell(std::string text, dossier::Tone tone = dossier::Tone::plain) {
  dossier::Cell made;
  made.text = std::move(text);
  made.tone = tone;
  return made;
}

inline dossier::Paragraph paragraph(std::string text, std::string link = {}) {
  return {{{.text = std::move(text), .link = std::move(link)}}};
}

inline dossier::Document document_with(std::vector<dossier::Section> sections) {
  dossier::Document document;
  document.id = "TEST-1";
  document.title = "Technical documentation";
  document.subtitle = "Of a system under test";
  document.version = "1.2";
  document.date = "2026-01-15";
  document.classification = "Confidential";
  document.author = "Provider";
  document.sections = std::move(sections);
  return document;
}

inline dossier::Document document_with(dossier::Block block) {
  return document_with(std::vector<dossier::Section>{{"only", "1", "Only section", {std::move(block)}, {}}});
}

inline bool has_code(const input::Diagnostics& found, const std::string& code, const std::string& named = {}) {
  return std::any_of(found.begin(), found.end(), [&](const auto& each) {
    return each.code == code && each.message.find(named) != std::string::npos;
  });
}

}  // namespace assize::render::reading
